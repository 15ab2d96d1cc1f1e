import { calledName, each, isNode, literal, propertyName, syntaxOf, type Node } from './syntax.ts'
import { isTestSupport, type SourceFile } from './tree.ts'

/** A text somewhere in a file. */
export interface Said {
  text: string
  file: SourceFile
  start: number
}

/** Position of the sentence among the arguments of what people get to read. */
const spoken: Record<string, number> = { t: 0, Problem: 1, Refused: 0, Conflict: 0, goto: 1, tellWriter: 3 }
/** Properties of a manifest that menus, roles' screens and datasets show. */
const shown = new Set(['label', 'group', 'title', 'description'])

/** What `t` is given besides literals: `t(step.title)` speaks every `title:`, `t(kinds[k])` all texts of `kinds`. */
interface Spoken {
  properties: Set<string>
  objects: Set<string>
}

/** Invented people, examples of components and tests say things that nobody translates. */
const isInvented = (file: SourceFile) => file.path.startsWith('src/app/demo/') || /\.examples\.tsx$|^src\/ui\/gallery\//.test(file.path) || isTestSupport(file.path)

/** Every sentence of the code that people read, as far as it can be followed from where it is said. */
export function sentencesIn(files: SourceFile[]): Said[] {
  const real = files.filter((file) => !isInvented(file))
  const followed: Spoken = { properties: new Set(['text']), objects: new Set() }
  for (const file of real) for (const { node } of spokenIn(file)) note(node, followed)
  return [...files.flatMap((file) => spokenIn(file).flatMap(({ node }) => textsIn(node, file))), ...real.flatMap((file) => followedIn(file, followed))]
}

/** The expressions a file gives to `t` and the like, and those its manifest shows. */
function spokenIn(file: SourceFile): { node: Node }[] {
  const found: { node: Node }[] = []
  const { program, imports } = syntaxOf(file)
  const manifest = file.path.endsWith('/module.ts')
  // Words of the configuration are for operators, who read the sentence that stopped the start.
  const checksInput = imports.some(({ from }) => from === 'zod') && !file.path.startsWith('src/platform/config/')
  const add = (node: unknown) => {
    if (isNode(node)) found.push({ node })
  }
  each(program, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const args = node.arguments as Node[]
      const name = calledName(node.callee)
      const place = name === undefined ? undefined : spoken[name]
      if (place !== undefined && (node.callee as Node).type === 'Identifier') add(args[place])
      else if (checksInput && rootOf(node) === 'z' && name !== 'describe' && name !== 'meta') args.flatMap(messagesOf).filter(isMessage).forEach(add)
    } else if (manifest && shown.has(propertyName(node) ?? '')) add(node.value)
  })
  return found
}

/** Remembers where the texts of an expression stand when it holds none itself. */
function note(spokenNode: Node, followed: Spoken): void {
  for (const node of outcomes(spokenNode)) {
    const one = node.type === 'TSNonNullExpression' ? (node.expression as Node) : node
    if (one.type === 'Identifier') followed.properties.add(one.name as string)
    if (one.type !== 'MemberExpression') continue
    const object = one.object as Node
    if (!one.computed) followed.properties.add((one.property as Node).name as string)
    else if (object.type === 'Identifier') followed.objects.add(object.name as string)
  }
}

/** Texts kept where the followed expressions find them. */
function followedIn(file: SourceFile, followed: Spoken): Said[] {
  const found: Said[] = []
  const add = (node: unknown) => {
    if (isNode(node)) found.push(...textsIn(node, file).filter(({ text }) => isWorded(text)))
  }
  each(syntaxOf(file).program, (node) => {
    if (followed.properties.has(propertyName(node) ?? '')) add(node.value)
    if (node.type !== 'VariableDeclarator' || !followed.objects.has(String((node.id as Node).name))) return
    const object = bare(node.init)
    if (object?.type === 'ObjectExpression') for (const property of object.properties as Node[]) add(property.value)
  })
  return found
}

const textsIn = (node: Node, file: SourceFile): Said[] =>
  outcomes(node, file).flatMap((one) => {
    const text = literal(one)
    return text === undefined ? [] : [{ text, file, start: one.start }]
  })

/** What an expression can turn out to be: both sides of `a ? 'x' : 'y'`, what a function written or named here answers. */
function outcomes(value: unknown, file?: SourceFile): Node[] {
  const node = bare(value)
  if (!node) return []
  const of = (...parts: unknown[]) => parts.flatMap((part) => outcomes(part, file))
  if (node.type === 'ConditionalExpression') return of(node.consequent, node.alternate)
  if (node.type === 'LogicalExpression') return of(node.left, node.right)
  if (node.type === 'AwaitExpression') return of(node.argument)
  if (node.type === 'ArrowFunctionExpression') return of(...answersOf(node))
  if (node.type === 'CallExpression' && file) return of(...functionsOf(file, calledName(node.callee)).flatMap(answersOf))
  return [node]
}

/** The node without what only types say about it. */
function bare(value: unknown): Node | undefined {
  if (!isNode(value)) return undefined
  return value.type === 'TSAsExpression' || value.type === 'TSSatisfiesExpression' ? bare(value.expression) : value
}

function functionsOf(file: SourceFile, name: string | undefined): Node[] {
  const found: Node[] = []
  each(syntaxOf(file).program, (node) => {
    if (node.type === 'FunctionDeclaration' && name !== undefined && (node.id as Node | null)?.name === name) found.push(node)
  })
  return found
}

/** What a function gives back. */
function answersOf(made: Node): Node[] {
  const body = made.body as Node
  if (body.type !== 'BlockStatement') return [body]
  const found: Node[] = []
  each(body, (node) => {
    if (node.type === 'ReturnStatement' && isNode(node.argument)) found.push(node.argument)
  })
  return found
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
const isMessage = (node: Node) => /^\p{Lu}\S*\s/u.test(literal(node) ?? '')

/** Words begin with a capital or come in several; `unit` and `berita` alone are values, and a query has its own language. */
const isWorded = (text: string) => /^[“{]?\p{Lu}\p{Ll}|\p{L}{2}\}?\s.*\p{L}{2}/u.test(text) && !/^(?:select|insert|update|delete|with)\b/.test(text)
