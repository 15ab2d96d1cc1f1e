import type { Db } from '#platform/db/database.ts'
import { port } from '#platform/web/port.ts'

/**
 * Where a disposition stands with one recipient: `unread` → `read` → `passed-on`, `reported` or `answered` by a letter;
 * `recalled` before it was read, `closed` when others had done with it.
 */
export type RecipientState = 'unread' | 'read' | 'passed-on' | 'reported' | 'answered' | 'recalled' | 'closed'

/** How dispositions of offices stand; numbers only. */
export interface DispositionCount {
  /** Whose letters they are about. */
  officeId: string
  /** Not done yet. */
  open: number
  /** Of these: the responsible one has not read it. */
  unread: number
  /** Of these: past the deadline by a working day or more. */
  late: number
}

/** For screens of leaders. */
export interface Dispositions {
  /** By office; those without any are left out. `day` is today where the government is. */
  counts(db: Db, day: string): Promise<DispositionCount[]>
}

export const dispositions = port<Dispositions>('dispositions.counts')
