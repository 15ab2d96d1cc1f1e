import { calledName, each, literal, propertyName, syntaxOf, type Node } from './syntax.ts'
import { isCode, isTest, lineAt, type SourceFile, type Violation } from './tree.ts'

const rule = 'words'
const isWords = (path: string) => path.endsWith('/words.en.ts')

/** Position of the sentence among the arguments of what people get to read. */
const spoken: Record<string, number> = { t: 0, Problem: 1, Refused: 0, Conflict: 0, goto: 1 }
/** Properties of a manifest that menus, roles' screens and datasets show. */
const shown = new Set(['label', 'group', 'title', 'description'])

interface Said {
  text: string
  file: SourceFile
  start: number
}

/** Every sentence people read has English, and English has no sentence nobody says. */
export function words(files: SourceFile[]): Violation[] {
  const code = files.filter((file) => isCode(file) && file.path.startsWith('src/') && !isTest(file.path))
  const english = entriesOf(code.filter(({ path }) => isWords(path)))
  const known = new Map<string, Said & { english: string }>()
  const found: Violation[] = []
  const report = ({ file, start }: Said, message: string, warning?: boolean) =>
    found.push({ rule, path: file.path, line: lineAt(file.text, start), message, ...(warning ? { warning } : {}) })
  for (const entry of english) {
    const before = known.get(entry.text)
    if (before && before.english !== entry.english) report(entry, `'${entry.text}' is '${before.english}' in ${before.file.path}; keep one of the two`)
    if (!sameHoles(entry.text, entry.english)) report(entry, `the English of '${entry.text}' has other {placeholders} than its source; give it the same`)
    known.set(entry.text, entry)
  }
  const missing = new Set<string>()
  for (const file of code.filter(({ path }) => !isWords(path))) {
    for (const said of sentencesOf(file)) {
      if (known.has(said.text) || missing.has(said.text) || !/\p{L}{2}/u.test(said.text.replaceAll(/\{\w+\}/g, ''))) continue
      missing.add(said.text)
      report(said, `'${said.text}' has no English; add it to ${nearestWords(file.path)}`)
    }
  }
  const used = new Set(code.filter(({ path }) => !isWords(path)).flatMap(textsOf))
  for (const entry of english) if (!used.has(entry.text)) report(entry, `nobody says '${entry.text}' any more; remove it`, true)
  return found
}

/** The words.en.ts of the room a file stands in. */
function nearestWords(path: string): string {
  const room = path.match(/^src\/(?:modules\/[^/]+|platform\/[^/]+|[^/]+)(?=\/)/)?.[0] ?? 'src/app'
  return `${room}/words.en.ts`
}

function entriesOf(files: SourceFile[]): (Said & { english: string })[] {
  return files.flatMap((file) => {
    const entries: (Said & { english: string })[] = []
    each(syntaxOf(file).program, (node) => {
      const text = propertyName(node)
      const english = literal(node.value)
      if (text !== undefined && english !== undefined) entries.push({ text, english, file, start: node.start })
    })
    return entries
  })
}

function sentencesOf(file: SourceFile): Said[] {
  const found: Said[] = []
  const { program, imports } = syntaxOf(file)
  const manifest = file.path.endsWith('/module.ts')
  // Words of the configuration are for operators, who read the sentence that stopped the start.
  const checksInput = imports.some(({ from }) => from === 'zod') && !file.path.startsWith('src/platform/config/')
  const add = (node: unknown) => {
    for (const one of choices(node)) {
      const text = literal(one)
      if (text !== undefined) found.push({ text, file, start: one.start })
    }
  }
  each(program, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const args = node.arguments as Node[]
      const name = calledName(node.callee)
      const place = name === undefined ? undefined : spoken[name]
      if (place !== undefined && (node.callee as Node).type === 'Identifier') add(args[place])
      else if (checksInput && rootOf(node) === 'z' && name !== 'describe' && name !== 'meta') args.flatMap(messagesOf).filter(isSentence).forEach(add)
    } else if (manifest && shown.has(propertyName(node) ?? '')) add(node.value)
  })
  return found
}

/** Both sides of `a ? 'x' : 'y'`. */
function choices(node: unknown): Node[] {
  const one = node as Node | undefined
  if (!one) return []
  return one.type === 'ConditionalExpression' ? [...choices(one.consequent), ...choices(one.alternate)] : [one]
}

/** `z` of `z.string().trim().min(3, '…')`. */
function rootOf(call: Node): string | undefined {
  let node: Node = call
  while (node.type === 'CallExpression' || node.type === 'MemberExpression') node = (node.type === 'CallExpression' ? node.callee : node.object) as Node
  return node.type === 'Identifier' ? (node.name as string) : undefined
}

/** A schema's message is an argument itself or `{ error: '…' }`. */
function messagesOf(argument: Node): Node[] {
  if (argument.type !== 'ObjectExpression') return [argument]
  return (argument.properties as Node[]).filter((property) => ['error', 'message'].includes(propertyName(property) ?? '')).map(({ value }) => value as Node)
}

/** Messages to people begin with a capital and have a space; codes and values do not. */
const isSentence = (node: Node) => /^\p{Lu}\S*\s/u.test(literal(node) ?? '')

function textsOf(file: SourceFile): string[] {
  const found: string[] = []
  each(syntaxOf(file).program, (node) => {
    const text = literal(node)
    if (text !== undefined) found.push(text)
    // A text may also be kept as the key of an object: `{ Draf: 'neutral' }`.
    const key = propertyName(node)
    if (key !== undefined) found.push(key)
  })
  return found
}

const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort().join()

/** Plural and choice forms have texts in braces too; their holes are left to the eye. */
const sameHoles = (one: string, other: string) => /,\s*(?:plural|select)/.test(one + other) || holes(one) === holes(other)
