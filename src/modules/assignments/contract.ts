import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'

/** Somebody who is sent on duty, as the letter names them; without a file when they are from outside. */
export interface Assigned {
  employeeId: string | null
  name: string
  nip: string | null
  grade: string | null
  position: string | null
}

/** Whom a letter sends, and when; both days included. */
export interface Assignment {
  /** To work at another place, or on a journey. */
  how: 'duty' | 'trip'
  people: readonly Assigned[]
  from: string
  until: string
  /** In words. */
  place: string
}

/** Somebody as a form names them: staff by name or NIP, others with their position. */
export interface AssignedRow {
  name: string
  position: string
}

/** What a form says of an assignment; `inputs` are the rows' names. */
export interface AssignmentInput {
  rows: readonly AssignedRow[]
  inputs: readonly string[]
  from: string | null
  until: string | null
  place: string | null
}

/** Assignments as they are written into letters. */
export interface Assigning {
  /** Staff of the agency somebody writes for, as rows name them. */
  colleagues(context: Pick<Context, 'db' | 'ask' | 'government' | 'who'>): Promise<string[]>
  /** Null where nobody is sent; what is wrong is told with the name of its input. */
  read(asking: Pick<Context, 'ask'> & { db: Db | Tx }, how: Assignment['how'], input: AssignmentInput, wrong: (name: string, message: string, values?: Record<string, string | number>) => void): Promise<Assignment | null>
  /** The people as the paper lists them, in Markdown: what is printed is what counts. */
  table(assignment: Assignment): string
  /** The people as the rows of a form. */
  rows(assignment: Assignment): AssignedRow[]
}

export const assigning = port<Assigning>('assignments.assigning')
