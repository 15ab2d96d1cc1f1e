import { each, isNode, literal, syntaxOf, type Node } from './syntax.ts'
import { isCode, isTest, lineAt, type SourceFile, type Violation } from './tree.ts'

const rule = 'views'
const inUi = (path: string) => path.startsWith('src/ui/')
/** Places whose output no browser's policy governs: letters by e-mail, and pictures drawn from JSX. */
const isNoPage = (file: SourceFile) => file.path.startsWith('src/platform/mail/') || syntaxOf(file).imports.some(({ from }) => from === 'satori')

/** The content security policy forbids inline style and script; looks belong to `ui`. */
export function views(files: SourceFile[]): Violation[] {
  const found: Violation[] = []
  for (const file of files.filter(({ path }) => path.startsWith('src/'))) {
    const report = (start: number, message: string) => found.push({ rule, path: file.path, line: lineAt(file.text, start), message })
    if (file.path.endsWith('.css') && !inUi(file.path)) report(0, 'all CSS lives in src/ui beside its component; add a component or a variant there')
    if (!isCode(file) || isTest(file.path)) continue
    for (const { from, start } of syntaxOf(file).imports) if (from.endsWith('.css')) report(start, 'a stylesheet is built from src/ui as a whole and is not imported')
    if (!file.path.endsWith('.tsx') || isNoPage(file)) continue
    each(syntaxOf(file).program, (node) => {
      const message = complaint(node, inUi(file.path))
      if (message) report(node.start, message)
    })
  }
  return found
}

function complaint(node: Node, ui: boolean): string | undefined {
  if (node.type === 'JSXAttribute') {
    const name = String((node.name as Node).name)
    if (name === 'style') return 'style= is refused by the content security policy; use a class of a ui component, or an attribute its CSS reads'
    if (/^on[a-z]+$/.test(name)) return `${name}= is refused by the content security policy; use a link or form, or an island`
    if (ui) return undefined
    if (name !== 'href' && colour(literal(attributeValue(node)))) return 'a colour belongs to the design tokens in src/ui/base/tokens.css; use a ui component that knows its meaning'
  }
  if (ui || node.type !== 'JSXOpeningElement') return undefined
  const element = (node.name as Node).name
  if (element === 'style') return '<style> is refused by the content security policy; put the rule beside a component in src/ui'
  if (element === 'script' && !isData(node)) return '<script> is refused by the content security policy; write an island (name.island.ts) and let the layout load it'
  return undefined
}

/** A data block, such as schema.org's JSON-LD, is no program and the policy does not apply to it. */
const isData = (element: Node) => (element.attributes as Node[]).some((one) => one.type === 'JSXAttribute' && (one.name as Node).name === 'type' && literal(attributeValue(one)) === 'application/ld+json')

function attributeValue(attribute: Node): unknown {
  const { value } = attribute
  return isNode(value) && value.type === 'JSXExpressionContainer' ? value.expression : value
}

/** `#9a3412`, `#fff` with a digit or of one letter; not `#add`, which may be an anchor. */
const colour = (text: string | undefined) => text !== undefined && (/#(?:[0-9a-f]{6}|[0-9a-f]{8})\b/i.test(text) || /^#(?=[0-9a-f]*\d|(.)\1\1$)[0-9a-f]{3}$/i.test(text))
