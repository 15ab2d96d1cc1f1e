import type { DuckDBConnection } from '@duckdb/node-api'

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
