import type { Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'

export type TendedKind = 'publication' | 'page'

/** From where something is asked: a government, and a connection that speaks for it. */
export interface Here extends Pick<Services, 'ask'> {
  db: Db
  governmentId: string
}

/** Something public with what it links to. */
export interface TendedText {
  id: string
  unitId: string
  pageOwner: string | null
  title: string
  /** Whether readers can open it now. */
  shown: boolean
  /** Addresses as its readers are led: paths are the portal's. */
  links: string[]
}

/** Something public that its owner wants to look at again on a day. */
export interface ReviewDue {
  kind: TendedKind
  id: string
  unitId: string
  pageOwner: string | null
  title: string
  /** Where readers find it. */
  address: string
  /** `2026-11-21` */
  reviewOn: string
}

export interface DueFilter {
  /** Last day that counts. */
  until: string
  /** Only what this person looks after. */
  owner?: string
}

export interface ReviewList {
  items: ReviewDue[]
  /** Mark to go on from; null at the end. */
  next: string | null
}

/** A kind of thing readers open and somebody looks after; `kinds.ts` lists them all. */
export interface Tended {
  kind: TendedKind
  /** What one is called, Indonesian source text. */
  label: string
  /** Where officers see one. */
  office(id: string): string
  /** Where officers change it. */
  mend(id: string): string
  /** In the order of ids after `after`. */
  texts(here: Here, after: string | null, limit: number): Promise<TendedText[]>
  /** One of them; null when there is nothing for readers. */
  textOf(here: Here, id: string): Promise<TendedText | null>
  /** Earliest first, and by id on the same day; `after` is `<day>.<id>` of the last one seen. */
  due(here: Here, reach: Reach | null, filter: DueFilter & { after?: string; limit: number }): Promise<ReviewList>
  count(here: Here, reach: Reach | null, filter: DueFilter): Promise<number>
  /** Sets the next day of review; null when it is not of this kind, not public, or beyond reach. */
  setReview(here: Here & { db: Tx }, reach: Reach | null, id: string, on: string): Promise<{ title: string; before: string | null } | null>
}
