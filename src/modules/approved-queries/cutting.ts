import type { Answer } from '#platform/columnar/query.ts'
import type { Column, StoredTable } from '#platform/columnar/table.ts'
import type { Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { catalogue, type Release } from '#modules/datasets/contract.ts'
import { blocksOf, type BaseCell, type Block } from './lattice.ts'
import type { Approval } from './store.ts'

/** Combinations of values a table is cut into at most. */
const mostCells = 20_000
/** Values one dimension may have. */
export const mostValues = 100

type At = Pick<Context, 'db' | 'ask' | 'hands' | 'government'>

/** The table of each period that questions go to: the first of its release. */
export async function tablesByPeriod({ db, ask }: Pick<At, 'db' | 'ask'>, datasetId: string): Promise<Map<string, { release: Release; table: StoredTable }>> {
  const releases = await ask(catalogue).releases(db, datasetId)
  const resources = await ask(catalogue).resources(db, releases.map(({ id }) => id))
  return new Map(releases.flatMap(release => {
    const first = (resources.get(release.id) ?? []).find(({ kind }) => kind === 'table')
    return first?.kind === 'table' ? [[release.period, { release, table: first.table }] as const] : []
  }))
}

/** What can tell people apart: never a key, and days and regions also coarser. Titles are in Indonesian, as those of columns are. */
export const dimensionChoices = (columns: readonly Column[]): { column: string; title: string }[] => columns.flatMap(({ name, title, type, key }) => {
  if (key) return []
  if (type === 'date') return [{ column: `${name}.year`, title: `${title} (tahun)` }, { column: `${name}.month`, title: `${title} (bulan)` }]
  if (type === 'region') return [{ column: `${name}.district`, title: `${title} (kecamatan)` }, { column: name, title }]
  return type === 'text' || type === 'boolean' ? [{ column: name, title }] : []
})

/** What can be added up. */
export const measureChoices = (columns: readonly Column[]): Column[] => columns.filter(({ type, key }) => !key && (type === 'integer' || type === 'decimal'))

/** Values a dimension has in a table, in order; everybody who asks will see them. @throws Problem on `dimensions` for too many */
export async function valuesOf({ hands, government }: At, table: StoredTable, column: string): Promise<string[]> {
  const { rows, total } = await hands.tables.query(government.id, table, { group: { by: [column], measures: [{ of: 'count' }] }, sort: [{ column }], limit: mostValues + 1 })
  if (total > mostValues) throw new Problem('dimensions', 'Kolom “{column}” mempunyai lebih dari {most} nilai; pilih yang lebih kasar.', { column, most: mostValues })
  return rows.flatMap(([value]) => (value === null || value === undefined ? [] : [String(value)]))
}

const numberIn = (row: Answer['rows'][number], i: number): number => Number(row[i] ?? 0)

/** Base cells of a table: every combination of values with what it comes to. @throws Problem for numbers below zero, or too many combinations */
async function cellsOf({ hands, government }: At, table: StoredTable, { dimensions, measures, subject }: Approval): Promise<BaseCell[]> {
  if (dimensions.reduce((product, { values }) => product * (values.length + 1), 1) > mostCells) throw new Problem('dimensions', 'Terlalu banyak kombinasi nilai; pilih lebih sedikit kolom.')
  const by = dimensions.map(({ column }) => column)
  const asked = async (more: { of: 'count' | 'sum' | 'min' | 'max' | 'distinct'; column: string }[]) =>
    (await hands.tables.query(government.id, table, { group: { by, measures: [{ of: 'count' }, ...more] }, limit: 100_000 })).rows
  const keyOf = (row: Answer['rows'][number]) => JSON.stringify(row.slice(0, by.length))
  const people = await asked(subject ? [{ of: 'distinct', column: subject }] : [])
  const sums = await Promise.all(measures.map(async ({ column }) => new Map((await asked([{ of: 'count', column }, { of: 'sum', column }, { of: 'max', column }, { of: 'min', column }])).map(row => [keyOf(row), row]))))
  const at = by.length + 1
  for (const [i, rows] of sums.entries()) for (const row of rows.values()) if (numberIn(row, at + 3) < 0) throw new Problem('measures', 'Kolom “{column}” berisi angka di bawah nol, jadi tidak dapat dijumlahkan di sini.', { column: measures[i]!.title })
  return people.map(row => ({
    at: dimensions.map(({ values }, i) => { const place = values.indexOf(String(row[i])); return row[i] === null || place < 0 ? values.length : place }),
    count: numberIn(row, by.length),
    people: numberIn(row, subject ? at : by.length),
    sums: sums.map(rows => { const sum = rows.get(keyOf(row)); return sum ? { filled: numberIn(sum, at), sum: numberIn(sum, at + 1), largest: numberIn(sum, at + 2) } : { filled: 0, sum: 0, largest: 0 } }),
  }))
}

/** Cuts a table as an approval says; reads it once. */
export async function cut(context: At, table: StoredTable, approval: Approval): Promise<Block[]> {
  const cells = await cellsOf(context, table, approval)
  return blocksOf(cells, approval.dimensions.map(({ values }) => values.length + 1), approval.measures.length, approval, approval.subject !== null)
}
