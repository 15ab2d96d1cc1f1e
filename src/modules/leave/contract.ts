import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import { port } from '#platform/web/port.ts'

/** Somebody away on leave that was granted, both days included. */
export interface Absence {
  requestId: string
  employeeId: string
  from: string
  until: string
  /** Code of the reference list `leave-kind`; who asks keeps it from those whom it does not concern. */
  kind: string
}

/** Who is away on which days, for attendance and planning. */
export interface Absences {
  /** Of these people, overlapping the days, by first day. */
  between(db: Db | Tx, employeeIds: readonly string[], from: string, until: string): Promise<Absence[]>
}

export const absences = port<Absences>('leave.absences')

/** Leave was granted, its days as they are. */
export const leaveDecided = event<{ requestId: string; employeeId: string; from: string; until: string }>('leave.decided')

/** Leave is over: by its last day, because the person was called back, or because it was cancelled before it began. */
export const leaveEnded = event<{ requestId: string; employeeId: string; from: string; until: string; cancelled: boolean }>('leave.ended')
