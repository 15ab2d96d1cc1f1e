import { parseSync } from 'oxc-parser'
import type { SourceFile } from './tree.ts'

/** A node of the syntax tree (ESTree with TypeScript and JSX); other properties depend on `type`. */
export interface Node {
  type: string
  start: number
  end: number
  [property: string]: unknown
}

export interface ImportedPath {
  /** As written: `./letter.ts`, `#platform/web/page.ts`, `zod`. */
  from: string
  /** Names taken; empty for `export *`, side effects and `import()`. */
  names: string[]
  /** True when only types are taken, which leaves nothing at run time. */
  typeOnly: boolean
  start: number
}

interface Syntax {
  program: Node
  imports: ImportedPath[]
}

const known = new WeakMap<SourceFile, Syntax>()

/** Parses a file once. A file that does not parse is empty here: the type check tells about it. */
export function syntaxOf(file: SourceFile): Syntax {
  const before = known.get(file)
  if (before) return before
  const result = parseSync(file.path, file.text)
  const program = result.program as unknown as Node
  const imports: ImportedPath[] = []
  for (const { moduleRequest, entries } of result.module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType)
    const names = entries.map((entry) => entry.importName.name ?? entry.importName.kind)
    imports.push({ from: moduleRequest.value, names, typeOnly, start: moduleRequest.start })
  }
  for (const { entries } of result.module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) imports.push({ from: moduleRequest.value, names: [], typeOnly: isType, start: moduleRequest.start })
    }
  }
  each(program, (node) => {
    const source = node.type === 'ImportExpression' || node.type === 'TSImportType' ? (node.source as Node) : undefined
    const from = source && literal(source)
    if (from !== undefined) imports.push({ from, names: [], typeOnly: node.type === 'TSImportType', start: node.start })
  })
  const syntax = { program, imports }
  known.set(file, syntax)
  return syntax
}

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Visits a node and everything below it, outermost first. */
export function each(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) each(one, visit)
    } else if (isNode(value)) each(value, visit)
  }
}

/** The text of a string literal or of a template without holes. */
export function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral' || (node.expressions as Node[]).length > 0) return undefined
  const [only] = node.quasis as { value: { cooked: string } }[]
  return only?.value.cooked
}

/** `name` of an identifier, or of the last part of `a.b.name`. */
export function calledName(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined
  if (callee.type === 'Identifier') return callee.name as string
  if (callee.type === 'MemberExpression' && !callee.computed) return (callee.property as Node).name as string
  return undefined
}

/** Visits every call, `f(…)`, with the name of what is called. */
export function eachCall(program: Node, visit: (name: string, args: Node[], call: Node) => void): void {
  each(program, (node) => {
    if (node.type !== 'CallExpression') return
    const name = calledName(node.callee)
    if (name !== undefined) visit(name, node.arguments as Node[], node)
  })
}

/** The name of a property in an object, written as identifier or string. */
export function propertyName(property: Node): string | undefined {
  if (property.type !== 'Property' || property.computed) return undefined
  const key = property.key as Node
  return key.type === 'Identifier' ? (key.name as string) : literal(key)
}

/** The value of an object's own property. */
export function propertyOf(object: Node, name: string): Node | undefined {
  const found = (object.properties as Node[]).find((property) => propertyName(property) === name)
  return found?.value as Node | undefined
}
