import { formatTypes } from '#platform/columnar/formats.ts'
import type { Cell, Query } from '#platform/columnar/query.ts'
import type { Column, StoredTable } from '#platform/columnar/table.ts'
import { writeCsv } from '#platform/text/csv.ts'
import { todayOf } from '#platform/time/zone.ts'
import type { Context, Payload } from '#platform/web/page.ts'
import { catalogue, type Dataset, type Release, type Resource } from '#modules/datasets/contract.ts'
import type { Access } from '../contract.ts'
import { sampleRows } from '../rules.ts'
import { masked } from './masking.ts'

/** A table of a published release. */
export interface TablePart {
  resource: Resource & { kind: 'table' }
  release: Release
}

/** Tables of a dataset, the newest period first. */
export async function tablesOf({ db, ask }: Pick<Context, 'db' | 'ask'>, datasetId: string): Promise<TablePart[]> {
  const releases = await ask(catalogue).releases(db, datasetId)
  const resources = await ask(catalogue).resources(db, releases.map(({ id }) => id))
  return releases.flatMap(release => (resources.get(release.id) ?? []).flatMap(resource => (resource.kind === 'table' ? [{ resource, release }] : [])))
}

/** Columns that were given of a table, in its order. */
export const columnsGiven = (table: StoredTable, { columns }: Pick<Access, 'columns'>): Column[] => table.columns.filter(({ name }) => columns === null || columns.includes(name))

/** What the person looks for among the rows. */
export interface Look {
  words?: string
  limit: number
  offset: number
}

/** Rows of a table as far as they were given: all of them, or the first few, masked. */
export async function rowsGiven(context: Pick<Context, 'db' | 'hands' | 'government' | 'now'>, { resource: { table } }: TablePart, access: Access, look: Look, asker: string): Promise<{ columns: Column[]; rows: Cell[][]; total: number }> {
  const { hands, government, db } = context
  const columns = columnsGiven(table, access)
  const names = columns.map(({ name }) => name)
  if (names.length === 0) return { columns, rows: [], total: 0 }
  if (access.degree === 'full') {
    const asked: Query = { columns: names, ...(look.words && { search: look.words }), limit: look.limit, offset: look.offset }
    const { rows, total } = await hands.tables.query(government.id, table, asked, { asker })
    return { columns, rows, total }
  }
  // Nobody chooses which rows a sample has: searching in it would tell what it hides.
  const { rows } = await hands.tables.query(government.id, table, { columns: names, limit: await sampleRows(db, todayOf(context)) }, { asker })
  return { columns, rows: rows.map(row => row.map((cell, i) => masked(cell, columns[i]!))), total: rows.length }
}

/** What was given as a file, named by the request it was given under. */
export async function fileGiven(context: Pick<Context, 'db' | 'hands' | 'government' | 'now'>, dataset: Dataset, part: TablePart, access: Access, format: 'csv' | 'xlsx' | 'parquet' | 'json', asker: string): Promise<Payload> {
  const { hands, government } = context
  const name = `${dataset.slug}-${part.release.period}-${access.code}`
  const headers = (ending: string) => ({ 'Content-Disposition': `attachment; filename="${name}.${ending}"`, 'Cache-Control': 'private, no-store' })
  if (access.degree === 'full') {
    const body = await hands.tables.export(government.id, part.resource.table, { columns: columnsGiven(part.resource.table, access).map(column => column.name) }, format, { asker })
    return { type: formatTypes[format], body, headers: headers(format) }
  }
  const { columns, rows } = await rowsGiven(context, part, access, { limit: 0, offset: 0 }, asker)
  return { type: formatTypes.csv, body: writeCsv([columns.map(({ title }) => title), ...rows.map(row => row.map(cell => (cell === null ? '' : String(cell))))]), headers: headers('contoh.csv') }
}
