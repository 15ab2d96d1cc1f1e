import { eachCall, literal, propertyOf, syntaxOf } from './syntax.ts'
import { isCode, lineAt, type SourceFile, type Violation } from './tree.ts'

const makers = new Set(['page', 'resource', 'endpoint'])

/** DESIGN section 4, rule 6: every address says who may come in. */
export function permissionsDeclared(files: SourceFile[]): Violation[] {
  const found: Violation[] = []
  for (const file of files.filter((one) => isCode(one) && one.path.startsWith('src/'))) {
    const { program, imports } = syntaxOf(file)
    const made = new Set(imports.filter(({ from }) => /(?:^|\/)page\.ts$/.test(from)).flatMap(({ names }) => names).filter((name) => makers.has(name)))
    if (made.size === 0) continue
    eachCall(program, (name, [spec], call) => {
      if (!made.has(name)) return
      const report = (message: string) => found.push({ rule: 'may', path: file.path, line: lineAt(file.text, call.start), message })
      if (spec?.type !== 'ObjectExpression') return void report(`write the object of ${name}({ … }) in place, so that its may: can be read`)
      const may = propertyOf(spec, 'may')
      if (!may) return void report(`say who may come in: may: '<module>.<action>', 'signed-in' or 'public'; there is no default`)
      const text = literal(may)
      if (text !== undefined && !/^(?:public|signed-in|[a-z][a-z-]*\.[a-z][a-z-]*)$/.test(text)) {
        report(`'${text}' is not a permission; write '<module>.<action>', 'signed-in' or 'public'`)
      }
    })
  }
  return found
}
