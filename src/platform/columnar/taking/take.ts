import { DuckDBListValue } from '@duckdb/node-api'
import { rm } from 'node:fs/promises'
import { SourceRefused } from '../../text/refused.ts'
import { literal } from '../asking/names.ts'
import type { Here } from '../process/here.ts'
import type { RowRule } from '../table.ts'
import type { Taken, TakenColumn } from '../taken.ts'
import { kindOf } from './kind.ts'
import { namesOf, titlesOf } from './naming.ts'
import { profile } from './profile.ts'
import { stage, type Staging } from './stage.ts'

/** Rows of a file that are shown, and letters of a cell. */
const shown = { rows: 20, letters: 200, troubles: 1000 }

/** Reads a file, stages it, and says what stands in it. */
export async function take(here: Here, staging: Staging): Promise<Omit<Taken, 'id'>> {
  const { connection } = here
  try {
    const known = await kindOf(staging.path, staging.name)
    const staged = await stage(here, known, staging)
    here.tellProgress(0.6)
    const from = `read_parquet(${literal(staging.to)})`
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRows()
    const rows = Number((await read(`select count(*) from ${from}`))[0]?.[0])
    const titles = titlesOf(staged.headings)
    const names = namesOf(titles)
    const profiles = await profile(connection, staging.to, titles, staged.numeric, rows, done => here.tellProgress(0.6 + 0.4 * done))
    const columns = profiles.map((one, i): TakenColumn => ({ from: `c${i}`, title: titles[i]!, name: names[i]!, ...one }))
    const troubles = await read(`select rule, count(*), list(row order by row)[1:${shown.troubles}] from (select row, split_part(trouble, ':', 1) as rule from ${from} where trouble is not null) group by rule order by 2 desc`)
    const first = await read(`select ${columns.map(({ from: cell }) => `case when length(${cell}) > ${shown.letters} then left(${cell}, ${shown.letters}) || '…' else ${cell} end`).join(', ')} from ${from} limit ${shown.rows}`)
    return {
      kind: known.kind, misnamed: known.misnamed, encoding: staged.encoding, separator: staged.separator, sheets: staged.sheets, sheet: staged.sheet, heading: staged.heading, rows, columns,
      troubles: troubles.map(([rule, count, list]) => ({ rule: String(rule) as RowRule, rows: Number(count), first: list instanceof DuckDBListValue ? list.items.map(Number) : [] })),
      first: first.map(cells => cells.map(cell => (cell === null ? null : String(cell)))),
    }
  } catch (error) {
    await rm(staging.to, { force: true })
    throw error instanceof SourceRefused ? new SourceRefused(error.text, { name: staging.name, ...error.values }) : error
  }
}
