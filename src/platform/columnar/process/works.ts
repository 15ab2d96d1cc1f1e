import type { DuckDBConnection } from '@duckdb/node-api'
import { ask } from '../asking/ask.ts'
import { askSql } from '../asking/ask-sql.ts'
import { compare } from '../asking/compare.ts'
import { check } from '../checking/check.ts'
import { take } from '../taking/take.ts'
import { stageRows } from '../taking/stage-rows.ts'
import { keep } from '../writing/keep.ts'
import { write, writeViolations } from '../writing/write.ts'

/** What a piece of work has at hand. */
export interface Here {
  connection: DuckDBConnection
  /** Whether its time is up; long loops look at it. */
  readonly late: boolean
  /** Tells how much is done, 0 to 1. */
  tellProgress(progress: number): void
}

/** An answer that does not fit. */
export class TooLarge extends Error {}

/** Everything a process of tables can do; what goes in and comes out passes through a channel. */
export const works = { ask, askSql, compare, take, stageRows, check, keep, write, writeViolations }
export type Works = typeof works
