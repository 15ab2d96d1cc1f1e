import type { Tx } from '../db/database.ts'
import type { Services } from '../web/services.ts'

/** A table whose rows leave with the unit they belong to. Ids are kept; units are mapped to those of the target. */
export interface Belonging {
  /** `schema.table` */
  table: string
  /** Column that says whose a row is: a unit, or the row of an earlier table named in `of`. */
  by: string
  of?: string
  /** Column with the parent in the same table: parents leave first. */
  under?: string
  /** Further columns with ids of units. */
  units?: readonly string[]
  /** Columns that may point to a row of an earlier table; empty when that row stays. */
  links?: Readonly<Record<string, string>>
  /** Columns with ids of accounts, whose names are shown in histories. */
  people?: readonly string[]
  /** Columns in whose text or JSON ids of files occur. */
  files?: readonly string[]
  /** Columns that stay and begin anew with their defaults. */
  behind?: readonly string[]
  /** Columns that no two rows may share, where no index says so. */
  alone?: readonly string[]
  /** Column by which people know a row, for sentences. */
  called: string
}

/** What is made right after the rows have arrived. */
export interface Arrival {
  services: Services
  tx: Tx
  governmentId: string
  /** Units of the target that something arrived for, the one that moved first. */
  unitIds: readonly string[]
}

/** What of a module leaves with a unit, and what stays. Every table of the module is in one of the two. */
export interface Belongings {
  /** Parents first. */
  leave: readonly Belonging[]
  /** Tables that stay, with the reason. */
  stay: Readonly<Record<string, string>>
  /** Puts right what follows from rows: search, schedules, kept pages. */
  arrived?(arrival: Arrival): Promise<void>
}
