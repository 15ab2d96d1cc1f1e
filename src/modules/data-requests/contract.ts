import type { Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import { port } from '#platform/web/port.ts'

/**
 * How a request stands: a citizen's before the mailbox was confirmed; waiting; answered in one of four ways; a refusal
 * that was brought before the forum, and one the forum upheld; taken back; never confirmed.
 */
export type RequestState = 'unconfirmed' | 'waiting' | 'granted' | 'partial' | 'aggregate' | 'refused' | 'contested' | 'upheld' | 'withdrawn' | 'lapsed'

/** How much is given, the least first: what is known about the data, answers to approved questions, a masked sample, all of it. */
export type Degree = 'metadata' | 'query' | 'sample' | 'full'

/** At whom a request waits; silence moves it on. */
export type Level = 0 | 1 | 2 | 3

/** What was given to an agency, or to the citizen who asked. Days as `2026-11-21`, both included. */
export interface Access {
  id: string
  requestId: string
  /** Code of the request, which names every file that leaves. */
  code: string
  unitId: string | null
  holderUnitId: string
  datasetId: string
  degree: Degree
  columns: readonly string[] | null
  from: string
  until: string
  revokedOn: string | null
  revokeReason: string | null
}

/** A line of the ledger. */
export interface Use {
  accessId: string
  accountId: string | null
  unitId: string | null
  what: 'look' | 'query' | 'download'
  purpose: string
  detail: string | null
  rows: number | null
}

/** What was given and how it is used, for modules that let data be used in other ways. */
export interface DataAccess {
  /** What stands today for this person and dataset, at this degree or more; the widest first. */
  standing(db: Db | Tx, who: Who, datasetId: string, degree: Degree, today: string): Promise<Access[]>
  /** Writes a use into the ledger the holder reads. */
  record(tx: Tx, use: Use): Promise<void>
  /** Reciprocity of an agency in the last twelve months: how often others used what it gave, and how often it was given something. Topic `data-requests:<government>`. */
  credit(db: Db, unitId: string, today: string): Promise<{ used: number; received: number }>
}

/** A refusal was brought before the forum. */
export const requestContested = event<{ requestId: string; code: string; holderUnitId: string; datasetId: string | null }>('data-requests.contested')

export const dataAccess = port<DataAccess>('data-requests.access')
