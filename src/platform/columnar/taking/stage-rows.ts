import { literal } from '../asking/names.ts'
import type { Here } from '../process/here.ts'
import type { Column } from '../table.ts'
import { meaningSql, plainReading } from './reading.ts'

export interface StagingRows {
  /** Lines of JSON with the cells `c0`, `c1` … as text. */
  lines: string
  columns: readonly Column[]
  to: string
}

/**
 * Stages rows that a module made.
 * @throws Error for the first cell that does not fit its column: that is a fault of the module
 */
export async function stageRows({ connection }: Here, { lines, columns, to }: StagingRows): Promise<void> {
  const shape = columns.map((_, i) => `c${i}: 'varchar'`).join(', ')
  const cells = columns.map((_, i) => `nullif(c${i}, '') as c${i}`).join(', ')
  await connection.run(`copy (select row_number() over () as row, ${cells} from read_json(${literal(lines)}, format = 'newline_delimited', columns = {${shape}}, maximum_object_size = 67108864)) to ${literal(to)} (format parquet)`)
  for (const [i, { name, type }] of columns.entries()) {
    if (type === 'text' || type === 'geometry') continue
    const [bad] = (await connection.runAndReadAll(`select row, c${i} from read_parquet(${literal(to)}) where c${i} is not null and ${meaningSql(type, `c${i}`, plainReading)} is null limit 1`)).getRows()
    if (bad) throw new Error(`row ${String(bad[0])}: ${name} is ${type}, not ${String(bad[1]).slice(0, 80)}`)
  }
}
