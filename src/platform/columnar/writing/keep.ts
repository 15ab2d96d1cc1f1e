import { rm, stat } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { digestOf } from '../../files/digest.ts'
import { literal, quoted } from '../asking/names.ts'
import type { Here } from '../process/works.ts'
import type { Column } from '../table.ts'
import { digitsSql, meaningSql, regionSql, storedType, type Reading } from '../taking/reading.ts'

/** A column with the staged column it is read from. */
export interface Placed {
  column: Column
  /** `c0`, `c1` …; null for one that stays empty. */
  from: string | null
  reading: Reading
  /** Codes people chose for names of regions. */
  names?: readonly { text: string; code: string }[]
}

export interface Keeping {
  staged: string
  columns: readonly Placed[]
  to: string
  /** Rows that are left out, by their numbers. */
  without?: readonly number[]
}

export interface Kept {
  rows: number
  bytes: number
  digest: string
}

/** Rows above which their order is worth changing, so that a question reads only a part of the file. */
const orderedFrom = 200_000

/** Writes what is staged as one Parquet file, each column in its type. */
export async function keep({ connection }: Here, { staged, columns, to, without = [] }: Keeping): Promise<Kept> {
  const from = `read_parquet(${literal(staged)})`
  const cells: string[] = []
  for (const [i, placed] of columns.entries()) cells.push(`${await cellSql(connection, from, placed, i)} as ${quoted(placed.column.name)}`)
  const where = without.length > 0 ? ` where row not in (${without.map(row => String(Math.trunc(row))).join(', ')})` : ''
  const rows = Number((await connection.runAndReadAll(`select count(*) from ${from}${where}`)).getRows()[0]?.[0])
  const first = rows >= orderedFrom ? orderOf(columns) : undefined
  // What is staged stands in the order of its rows.
  const sorted = first === undefined ? '' : ` order by ${quoted(first)} nulls last, row`
  try {
    await connection.run(`copy (select * exclude (row) from (select row, ${cells.join(', ')} from ${from}${where})${sorted}) to ${literal(to)} (format parquet, compression zstd, row_group_size 122880)`)
  } catch (error) {
    await rm(to, { force: true })
    throw error
  }
  return { rows, bytes: (await stat(to)).size, digest: (await digestOf({ path: to })).toString('hex') }
}

/** The column most questions narrow: a period, else a region. */
const orderOf = (columns: readonly Placed[]) => ['date', 'timestamp', 'region'].map(type => columns.find(({ column }) => column.type === type)?.column.name).find(name => name !== undefined)

async function cellSql(connection: DuckDBConnection, from: string, { column, from: cell, reading, names }: Placed, i: number): Promise<string> {
  if (cell === null) return `cast(null as ${column.type === 'decimal' ? 'double' : storedType[column.type]})`
  if (column.type === 'decimal') return meaningSql('decimal', cell, reading, await decimalType(connection, from, cell, reading))
  if (column.type !== 'region' || !names || names.length === 0) return meaningSql(column.type, cell, reading)
  const table = `names_${i}`
  await connection.run(`create temp table ${table} as select unnest(from_json($1, '[{"text": "varchar", "code": "varchar"}]'), recursive := true)`, [JSON.stringify(names)])
  return `coalesce(${regionSql(cell)}, (select any_value(code) from ${table} where text = ${cell}))`
}

/** The narrowest decimals that keep every digit that was written; powers of ten are kept as floating numbers. */
async function decimalType(connection: DuckDBConnection, from: string, cell: string, reading: Reading): Promise<string> {
  const digits = digitsSql(cell, reading)
  const [[whole, part, powers] = []] = (
    await connection.runAndReadAll(`select max(length(ltrim(split_part(n, '.', 1), '+-0'))), max(length(rtrim(split_part(n, '.', 2), '0'))), bool_or(contains(lower(n), 'e')) from (select ${digits} as n from ${from})`)
  ).getRows()
  const scale = Number(part ?? 0)
  const width = Number(whole ?? 0) + scale
  if (powers === true || width > 38) return 'double'
  return `decimal(${width <= 18 ? 18 : 38}, ${scale})`
}
