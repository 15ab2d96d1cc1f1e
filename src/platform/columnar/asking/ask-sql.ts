import { Problem } from '../../web/problems.ts'
import type { Cell } from '../query.ts'
import { TooLarge, type Here } from '../process/here.ts'
import type { Column } from '../table.ts'
import { cellOf } from './ask.ts'
import { literal, quoted } from './names.ts'
import { refuseHostile } from './sql-tree.ts'

export interface AskingSql {
  sql: string
  /** What may be read, by the names it has in the SQL. */
  tables: Readonly<Record<string, { path: string; columns: readonly Column[] }>>
  rows: number
  bytes: number
}

/** Rows of a question in SQL; `more` when there are further ones than were taken. */
export interface AnsweredSql {
  columns: { name: string; type: string }[]
  rows: Cell[][]
  more: boolean
}

/** Answers SQL somebody typed, after it was looked through part by part. */
export async function askSql({ connection }: Here, { sql, tables, rows: most, bytes }: AskingSql): Promise<AnsweredSql> {
  const serialized = (await connection.runAndReadAll('select json_serialize_sql(cast($1 as varchar))', [sql])).getRows()[0]?.[0]
  refuseHostile(String(serialized), new Set(Object.keys(tables)))
  for (const [name, { path, columns }] of Object.entries(tables))
    await connection.run(`create temp view ${quoted(name)} as select ${columns.map(column => quoted(column.name)).join(', ')} from read_parquet(${literal(path)})`)
  const rows: Cell[][] = []
  let size = 0
  try {
    const result = await connection.stream(sql)
    const columns = result.columnNames().map((name, i) => ({ name, type: typeName(String(result.columnType(i))) }))
    for (let chunk; rows.length <= most && (chunk = await result.fetchChunk()) && chunk.rowCount > 0; ) {
      for (const row of chunk.getRows()) {
        const cells = row.map(cellOf)
        for (const cell of cells) size += typeof cell === 'string' ? cell.length + 8 : 8
        rows.push(cells)
      }
      if (size > bytes) throw new TooLarge()
    }
    return { columns, rows: rows.slice(0, most), more: rows.length > most }
  } catch (error) {
    const [, reason] = /^(?:Binder|Catalog|Conversion|Out of Range|Invalid Input|Parser) Error: (.+)/.exec(error instanceof Error ? error.message : '') ?? []
    throw reason === undefined ? error : new Problem('sql', 'SQL ini tidak dapat dijalankan: {reason}', { reason: reason.slice(0, 200) })
  }
}

function typeName(type: string): string {
  if (/INT/.test(type)) return 'integer'
  if (/^(?:DECIMAL|DOUBLE|FLOAT)/.test(type)) return 'decimal'
  if (type === 'DATE') return 'date'
  if (type === 'BOOLEAN') return 'boolean'
  return type.startsWith('TIMESTAMP') ? 'timestamp' : 'text'
}
