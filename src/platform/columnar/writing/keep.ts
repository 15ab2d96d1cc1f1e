import { rm, stat } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { besideSql } from '../checking/check.ts'
import { digestOf } from '../../files/digest.ts'
import { SourceRefused } from '../../text/refused.ts'
import { literal, quoted } from '../asking/names.ts'
import type { Here } from '../process/here.ts'
import type { Column } from '../table.ts'
import { digitsSql, meaningSql, nothingSql, regionSql, storedType, type Reading } from '../taking/reading.ts'

/** A column with the staged column it is read from. */
export interface Placed {
  column: Column
  /** `c0`, `c1` …; null for one that stays empty. */
  from: string | null
  reading: Reading
  /** Codes for names of regions; some hold only beside other regions in the row. */
  names?: readonly { text: string; beside: string | null; code: string }[]
  /** Whether only the first letters are kept. */
  masked?: boolean
}

export interface Keeping {
  staged: string
  columns: readonly Placed[]
  to: string
  /** Path of violations whose rows are left out. */
  without: string | null
  /** Whether cells that do not fit are refused; else they become empty. */
  strict: boolean
}

export interface Kept {
  rows: number
  bytes: number
  digest: string
}

/** How tables are written: numbers as differences, and what unpacks twice as fast as zstd for a sixth more room. */
export const keptAs = 'format parquet, parquet_version v2, compression lz4_raw, row_group_size 122880'

/** Rows above which their order is worth changing, so that a question reads only a part of the file. */
const orderedFrom = 200_000

/** Writes what is staged as one Parquet file, each column in its type. */
export async function keep({ connection, tellProgress }: Here, { staged, columns, to, without, strict }: Keeping): Promise<Kept> {
  const from = `read_parquet(${literal(staged)})`
  const cells: string[] = []
  for (const [i, placed] of columns.entries()) cells.push(`${await cellSql(connection, from, placed, i, columns)} as ${quoted(placed.column.name)}`)
  const where = without === null ? '' : ` where row not in (select row from read_parquet(${literal(without)}))`
  const rows = Number((await connection.runAndReadAll(`select count(*) from ${from}${where}`)).getRows()[0]?.[0])
  const first = rows >= orderedFrom ? orderOf(columns) : undefined
  // What is staged stands in the order of its rows.
  const sorted = first === undefined ? '' : ` order by ${quoted(first)} nulls last, row`
  tellProgress(0.2)
  try {
    await connection.run(`copy (select * exclude (row) from (select row, ${cells.join(', ')} from ${from}${where})${sorted}) to ${literal(to)} (${keptAs})`)
    tellProgress(0.8)
    if (strict) await refuseUnfit(connection, `${from}${where}`, columns, to)
  } catch (error) {
    await rm(to, { force: true })
    throw error
  }
  return { rows, bytes: (await stat(to)).size, digest: (await digestOf({ path: to })).toString('hex') }
}

/** Compares how many cells are filled before and after: what did not fit would be lost without a word. */
async function refuseUnfit(connection: DuckDBConnection, from: string, columns: readonly Placed[], to: string): Promise<void> {
  const read = columns.filter(one => one.from !== null)
  if (read.length === 0) return
  const counted = async (sql: string) => (await connection.runAndReadAll(sql)).getRows()[0]!.map(Number)
  const before = await counted(`select ${read.map(one => `count(${one.from!})`).join(', ')} from ${from}`)
  const after = await counted(`select ${read.map(({ column }) => `count(${quoted(column.name)})`).join(', ')} from read_parquet(${literal(to)})`)
  for (const [i, { column, from: cell }] of read.entries()) {
    if (before[i] === after[i]) continue
    const [filled = 0] = await counted(`select count(*) filter (${cell!} is not null and not ${nothingSql(cell!)}) from ${from}`)
    if (filled > after[i]!) throw new SourceRefused('{count} sel di kolom “{column}” tidak sesuai. Perbaiki berkasnya, atau pilih apa yang terjadi dengan barisnya.', { count: filled - after[i]!, column: column.title })
  }
}

/** The column most questions narrow: a period, else a region. */
const orderOf = (columns: readonly Placed[]) => ['date', 'timestamp', 'region'].map(type => columns.find(({ column }) => column.type === type)?.column.name).find(name => name !== undefined)

async function cellSql(connection: DuckDBConnection, from: string, placed: Placed, i: number, all: readonly Placed[]): Promise<string> {
  const { column, from: cell, reading, names, masked } = placed
  if (cell === null) return `cast(null as ${column.type === 'decimal' ? 'double' : storedType[column.type]})`
  if (masked) return `left(${cell}, 2) || '••••••'`
  if (column.type === 'decimal') return meaningSql('decimal', cell, reading, await decimalType(connection, from, cell, reading))
  if (column.type !== 'region' || !names || names.length === 0) return meaningSql(column.type, cell, reading)
  const table = `names_${i}`
  await connection.run(`create temp table ${table} as select distinct on (text, beside) * from (select unnest(from_json($1, '[{"text": "varchar", "beside": "varchar", "code": "varchar"}]'), recursive := true))`, [JSON.stringify(names)])
  const beside = besideSql(placed, all)
  return `coalesce(${regionSql(cell)}, (select code from ${table} where text = ${cell} and beside is null), (select code from ${table} where text = ${cell} and beside = ${beside}))`
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
