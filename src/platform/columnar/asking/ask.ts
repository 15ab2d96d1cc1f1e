import { DuckDBDecimalValue, DuckDBListValue, DuckDBTimestampValue, type DuckDBDataChunk, type DuckDBValue } from '@duckdb/node-api'
import type { Cell } from '../query.ts'
import { TooLarge, type Here } from '../process/here.ts'
import type { Asked, Places, Statement } from './statement.ts'

/** A question to be answered with rows, and how many bytes of text these may have. */
export interface Asking extends Pick<Asked, 'rows' | 'count' | 'limit' | 'offset' | 'quick'> {
  bytes: number
  /** Rows there are when nothing is left out. */
  all: number
}

export interface Answered {
  columns: { name: string; type: string }[]
  rows: Cell[][]
  total: number
}

/** Answers a question; the rest is counted only when the page does not tell how many there are. */
export async function ask(here: Here, { rows: asked, count, limit, offset, bytes, all, quick }: Asking): Promise<Answered> {
  if (quick && 'counted' in quick) return askPlaces(here, quick, offset, bytes)
  const floor = quick && (await cells(here, { sql: quick.floor, values: [] }))[0]?.[0]
  const { columns, rows } = await read(here, quick && typeof floor === 'string' ? { sql: quick.rows, values: [floor] } : asked, bytes)
  if (!count) return { columns, rows, total: all }
  if (rows.length < limit && (rows.length > 0 || offset === 0)) return { columns, rows, total: offset + rows.length }
  return { columns, rows, total: Number((await cells(here, count))[0]?.[0]) }
}

/** Counts and finds in one pass, then reads the rows of the page where they lie. */
async function askPlaces(here: Here, { counted, shown }: Places, offset: number, bytes: number): Promise<Answered> {
  const [total, places] = (await cells(here, counted))[0] ?? []
  const found = places instanceof DuckDBListValue ? places.items.slice(offset).map(Number) : []
  // Without any place the answer still has its columns.
  const { columns, rows } = await read(here, { sql: `${shown} (${found.length > 0 ? found.join(', ') : -1}) order by file_row_number`, values: [] }, bytes)
  return { columns, rows, total: Number(total) }
}

const cells = async ({ connection }: Here, { sql, values }: Statement): Promise<DuckDBValue[][]> => (await connection.runAndReadAll(sql, values)).getRows()

async function read({ connection }: Here, { sql, values }: Statement, bytes: number): Promise<Omit<Answered, 'total'>> {
  const result = await connection.stream(sql, values)
  const columns = result.columnNames().map((name, i) => ({ name, type: String(result.columnType(i)) }))
  const rows: Cell[][] = []
  let size = 0
  for (let chunk: DuckDBDataChunk | null; (chunk = await result.fetchChunk()) && chunk.rowCount > 0; ) {
    for (const row of chunk.getRows()) {
      const made = row.map(cellOf)
      for (const cell of made) size += typeof cell === 'string' ? cell.length + 8 : 8
      rows.push(made)
    }
    if (size > bytes) throw new TooLarge()
  }
  return { columns, rows }
}

/** Digits a number of JavaScript keeps. */
const kept = 15

/** A value of the database as it is handed out. */
export function cellOf(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  const text = String(value)
  if (value instanceof DuckDBDecimalValue) {
    const plain = value.scale > 0 ? text.replace(/\.?0+$/, '') : text
    return plain.replace(/^-?0*\.?0*|\./g, '').length <= kept ? Number(plain) : plain
  }
  return value instanceof DuckDBTimestampValue ? text.replace(' ', 'T') : text
}
