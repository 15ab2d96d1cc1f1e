import { calledName, syntaxOf, type Node } from './syntax.ts'
import { lineAt, type SourceFile, type Violation } from './tree.ts'

/** Calls that only give a type a name at run time. */
const declarations = new Set(['port', 'event'])

/** DESIGN section 4, rule 2: `contract.ts` holds types, ids, event definitions, interfaces. No behaviour. */
export function contractsWithoutBehaviour(files: SourceFile[]): Violation[] {
  const found: Violation[] = []
  for (const file of files.filter(({ path }) => /^src\/modules\/[^/]+\/contract\.ts$/.test(path))) {
    for (const statement of syntaxOf(file).program.body as Node[]) {
      const message = complaint(statement)
      if (message) found.push({ rule: 'contract without behaviour', path: file.path, line: lineAt(file.text, statement.start), message })
    }
  }
  return found
}

function complaint(statement: Node): string | undefined {
  const { type } = statement
  if (type === 'ImportDeclaration' || type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration') return undefined
  if (type === 'ExportNamedDeclaration') return statement.declaration ? complaint(statement.declaration as Node) : undefined
  if (type === 'VariableDeclaration') {
    const declared = statement.declarations as Node[]
    const only = statement.kind === 'const' && declared.every(({ init }) => isPlain(init as Node | null))
    return only ? undefined : `a contract's const is port<…>('…'), event<…>('…') or plain data; move what computes beside the module's own rules`
  }
  return `a contract holds types, interfaces, ports and events only; move this ${nameOf(type)} into the module and offer it through a port`
}

const nameOf = (type: string) =>
  ({ FunctionDeclaration: 'function', ClassDeclaration: 'class', ExpressionStatement: 'statement', ExportAllDeclaration: 'export *', ExportDefaultDeclaration: 'default export' })[type] ?? type

/** Texts, numbers, lists and objects of them, `as const`, and the calls that declare. */
function isPlain(value: Node | null): boolean {
  if (!value) return false
  switch (value.type) {
    case 'Literal':
      return true
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isPlain(value.expression as Node)
    case 'ArrayExpression':
      return (value.elements as Node[]).every(isPlain)
    case 'ObjectExpression':
      return (value.properties as Node[]).every((property) => property.type === 'Property' && isPlain(property.value as Node))
    case 'CallExpression':
      return declarations.has(calledName(value.callee) ?? '') && (value.arguments as Node[]).every(isPlain)
    default:
      return false
  }
}
