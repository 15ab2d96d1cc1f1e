import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Cell } from './query.ts'

/** Rows as lines of JSON, written as fast as the disk takes them. */
export async function writeLines(path: string, width: number, rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 })
  const failed = once(file, 'close')
  for await (const row of rows) {
    if (row.length !== width) throw new Error(`a row has ${row.length} cells, its table ${width} columns`)
    const line = `${JSON.stringify(Object.fromEntries(row.map((cell, i) => [`c${i}`, cell === null ? null : String(cell)])))}\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await failed
}
