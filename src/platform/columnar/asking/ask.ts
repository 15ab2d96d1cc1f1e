import { DuckDBDecimalValue, DuckDBTimestampValue, type DuckDBDataChunk, type DuckDBValue } from '@duckdb/node-api'
import type { Cell } from '../query.ts'
import { TooLarge, type Here } from '../process/here.ts'
import type { Statement } from './statement.ts'

/** A statement to be answered with rows, and how many bytes of text these may have. */
export interface Asking {
  rows: Statement
  count: Statement | null
  limit: number
  offset: number
  bytes: number
  /** Rows there are when nothing is left out. */
  all: number
}

export interface Answered {
  columns: { name: string; type: string }[]
  rows: Cell[][]
  total: number
}

/** Answers one statement; the rest is counted only when the page does not tell how many there are. */
export async function ask({ connection }: Here, { rows: { sql, values }, count, limit, offset, bytes, all }: Asking): Promise<Answered> {
  const result = await connection.stream(sql, values)
  const columns = result.columnNames().map((name, i) => ({ name, type: String(result.columnType(i)) }))
  const rows: Cell[][] = []
  let size = 0
  for (let chunk: DuckDBDataChunk | null; (chunk = await result.fetchChunk()) && chunk.rowCount > 0; ) {
    for (const row of chunk.getRows()) {
      const cells = row.map(cellOf)
      for (const cell of cells) size += typeof cell === 'string' ? cell.length + 8 : 8
      rows.push(cells)
    }
    if (size > bytes) throw new TooLarge()
  }
  const seen = rows.length < limit && (rows.length > 0 || offset === 0)
  if (!count) return { columns, rows, total: all }
  if (seen) return { columns, rows, total: offset + rows.length }
  const counted = (await connection.runAndReadAll(count.sql, count.values)).getRows()[0]?.[0]
  return { columns, rows, total: Number(counted) }
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
