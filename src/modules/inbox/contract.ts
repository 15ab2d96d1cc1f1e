import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'

/** Where something waits: at a position whoever holds it, with one person, or at the secretariat of a unit. */
export type Desk = { postId: string } | { accountId: string } | { officeId: string }

/**
 * What is asked for: `sign`, `paraf`, `revise` and `send` a letter of one's own office, act on one that came in,
 * act on a disposition, take note of a copy, or decide about something else (`approve`).
 */
export type TaskKind = 'sign' | 'paraf' | 'revise' | 'send' | 'incoming' | 'disposition' | 'copy' | 'approve'

/** How soon it is wanted: reference list `letter-urgency`. */
export type Urgency = 'biasa' | 'segera' | 'kilat'

/** What a task is about: a letter, a request for leave, one about attendance … */
export interface Matter {
  kind: 'letter' | 'leave' | 'attendance'
  id: string
}

export interface NewTask {
  kind: TaskKind
  desk: Desk
  /** Unit whose secretariat sees it as well, unless it is confidential. */
  unitId: string
  matter: Matter
  /** What exactly within the matter, e.g. one disposition. */
  refId?: string | null
  /** Only those at the desk see it, and `title` says nothing of what it is about. */
  confidential?: boolean
  title: string
  /** Who it comes from. */
  from: string
  /** Number of the letter, as it is known. */
  number?: string | null
  href: string
  urgency?: Urgency
  /** Last day to act, `2026-11-21`. */
  dueOn?: string | null
  /** Indonesian source text of the notification with its values; left out for one that follows from the kind. */
  note?: { text: string; values?: Record<string, string | number> }
  /** Whether those at the desk are told; yes unless said otherwise. */
  quiet?: boolean
}

export interface Task extends Required<Omit<NewTask, 'note' | 'quiet' | 'desk'>> {
  id: string
  desk: Desk
  at: Date
  readAt: Date | null
  readBy: string | null
  doneAt: Date | null
  doneBy: string | null
  /** What became of it, e.g. `signed`, `returned`, `recalled`. */
  outcome: string | null
}

/** What to look for: all of a matter, or of these kinds, or of one thing within it, or of one desk. */
export interface TaskMatch {
  matter: Matter
  kinds?: readonly TaskKind[]
  refId?: string
  desk?: Desk
}

/** What waits for whom. Whoever puts a task there ends it: nothing else does. */
export interface Tasks {
  /** Answers the ids in the same order, and tells whoever sits at the desks now. */
  put(tx: Tx, tasks: readonly NewTask[]): Promise<string[]>
  /** Ends what is open and fits; answers how many. */
  end(tx: Tx, match: TaskMatch, by: string | null, outcome: string): Promise<number>
  /** Marks as read what waits at these desks; a copy that was read is done with it. Answers the ones that were not read before. */
  read(tx: Tx, matter: Matter, desks: readonly Desk[], by: string): Promise<Task[]>
  /** What waits at these desks, oldest first. */
  open(db: Db | Tx, desks: readonly Desk[], kinds: readonly TaskKind[], limit: number): Promise<Task[]>
  /** All of a matter, oldest first. */
  of(db: Db | Tx, match: TaskMatch): Promise<Task[]>
}

/** Positions a person holds on a day, and how. */
export interface Seat {
  postId: string
  title: string
  unitId: string
  kind: 'definitif' | 'plt' | 'plh'
  /** Whether the person is the one in charge: a holder whose Plh. acts is not. */
  inCharge: boolean
}

/** Where the person of a request sits today. */
export interface Seats {
  of(context: Pick<Context, 'db' | 'who' | 'government' | 'now'>): Promise<Seat[]>
}

export const tasks = port<Tasks>('inbox.tasks')
export const seats = port<Seats>('inbox.seats')

/** A person's open task was handed over to another desk, which must now be able to see what it is about. */
export const taskHandedOver = event<{ matter: Matter; unitId: string; postId: string | null; accountId: string | null }>('inbox.task-handed-over')
