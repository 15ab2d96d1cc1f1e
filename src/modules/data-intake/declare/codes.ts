import type { Db } from '#platform/db/database.ts'
import type { Taken } from '#platform/columnar/taken.ts'
import { simplified } from '#platform/sheets/readers.ts'
import type { Context } from '#platform/web/page.ts'
import { codeLists, type CodeItem } from '#modules/code-lists/contract.ts'
import type { Declared } from '../intake.ts'

/** Columns with the codes of their lists, so that cells can be compared; a list that is not valid any more compares nothing. */
export async function withCodes(db: Db, ask: Context['ask'], taken: Taken, declared: readonly Declared[]): Promise<Declared[]> {
  const result: Declared[] = []
  for (const column of declared) {
    const list = column.codeList && column.type !== 'region' ? await ask(codeLists).codeList(db, column.codeList) : null
    result.push(list ? { ...column, codes: codesFor(list.items, taken.columns.find(({ from }) => from === column.from)?.examples ?? []) } : column)
  }
  return result
}

/** A file may write codes or what they mean; whichever most of its cells do is compared. */
function codesFor(items: readonly CodeItem[], examples: readonly string[]): { code: string; label: string }[] {
  const count = (of: (item: CodeItem) => string) => {
    const all = new Set(items.map(item => simplified(of(item))))
    return examples.filter(example => all.has(simplified(example))).length
  }
  const byLabel = count(item => item.label) > count(item => item.code)
  return items.map(({ code, label }) => ({ code: byLabel ? label : code, label }))
}
