import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { cellOf } from '../asking/ask.ts'
import { literal } from '../asking/names.ts'
import type { Cell } from '../query.ts'
import type { ColumnType } from '../table.ts'
import type { Looks } from '../taken.ts'
import { proposed, seenIn } from './detecting.ts'
import { meaningSql, nothingSql, type Reading } from './reading.ts'

/** What stands in a column and what it seems to be. */
export interface Profile {
  type: ColumnType
  reading: Reading
  looks: Looks | null
  filled: number
  misfits: number
  distinct: number
  min: Cell
  max: Cell
  examples: string[]
}

/** Cells looked at to guess what columns are. */
const sampled = { cells: 120_000, least: 500, most: 10_000 }
/** Columns counted in one pass. */
const batch = 40

/** Guesses what columns are from some rows, then holds all rows against the guess. */
export async function profile(connection: DuckDBConnection, staged: string, headings: readonly string[], numeric: readonly boolean[], rows: number, tell: (done: number) => void): Promise<Profile[]> {
  const from = `read_parquet(${literal(staged)})`
  const size = Math.min(sampled.most, Math.max(sampled.least, Math.floor(sampled.cells / headings.length)))
  // Every so manieth row, so that no part of the file is left out.
  const step = Math.max(1, Math.floor(rows / size))
  const cells = headings.map((_, i) => `c${i}`)
  await connection.run(`create temp table sample as select ${cells.join(', ')} from ${from}${step > 1 ? ` where row % ${step} = 0` : ''} limit ${size}`)
  const profiles: Profile[] = []
  for (let at = 0; at < cells.length; at += batch) {
    const some = cells.slice(at, at + batch)
    const guesses: { type: ColumnType; reading: Reading; looks: Looks | null; examples: string[] }[] = []
    for (const [i, cell] of some.entries()) {
      const examples = (await connection.runAndReadAll(`select distinct left(${cell}, 80) from (select ${cell} from sample where ${cell} is not null limit 2000) limit 5`)).getRows().map(([text]) => String(text))
      guesses.push({ ...proposed(await seenIn(connection, cell, 'sample'), headings[at + i]!, numeric[at + i] ?? false), examples })
    }
    const figures = some.flatMap((cell, i) => {
      const { type } = guesses[i]!
      const misfits = type === 'text' || type === 'geometry' ? '0' : `count(*) filter (${cell} is not null and v${i} is null and not ${nothingSql(cell)})`
      return [`count(${cell})`, misfits, `approx_count_distinct(${cell})`, ...(type === 'geometry' ? ['null', 'null'] : [`min(v${i})`, `max(v${i})`])]
    })
    const meanings = some.map((cell, i) => `${cell}, ${meaningSql(guesses[i]!.type, cell, guesses[i]!.reading)} as v${i}`)
    const [found = []] = (await connection.runAndReadAll(`select ${figures.join(', ')} from (select ${meanings.join(', ')} from ${from})`)).getRows()
    for (const [i, guess] of guesses.entries()) {
      const [filled, misfits, distinct, min, max] = found.slice(i * 5, i * 5 + 5)
      profiles.push({ ...guess, filled: Number(filled), misfits: Number(misfits), distinct: Math.min(Number(distinct), Number(filled)), min: shortened(min), max: shortened(max) })
    }
    tell((at + some.length) / cells.length)
  }
  await connection.run('drop table sample')
  return profiles
}

function shortened(value: DuckDBValue | undefined): Cell {
  const cell = cellOf(value ?? null)
  return typeof cell === 'string' ? cell.slice(0, 80) : cell
}
