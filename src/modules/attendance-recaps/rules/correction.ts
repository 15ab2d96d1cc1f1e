import type { ReasonKind } from '#modules/attendance/contract.ts'
import type { KeptDay } from './recap.ts'

/** What a day of a closed month may be put right to. */
export const outcomes = ['present', 'missing-in', 'missing-out', 'explained', 'absent'] as const
export type Outcome = (typeof outcomes)[number]

/** A class of lateness or of leaving early: reference list `attendance-class`. */
export interface TimeClass {
  code: string
  kind: 'late' | 'early'
  from: number
  to: number | null
}

export interface Correction {
  becomes: Outcome
  reason: ReasonKind | null
  late: number
  early: number
}

/** A day as it should have been counted: minutes and their classes only where somebody was there, a reason only where one explains. */
export function correctedDay(day: KeptDay, { becomes, reason, late, early }: Correction, classes: readonly TimeClass[]): KeptDay {
  const there = becomes !== 'explained' && becomes !== 'absent'
  const minutes = { late: there && becomes !== 'missing-in' ? late : 0, early: there && becomes !== 'missing-out' ? early : 0 }
  const classOf = (kind: TimeClass['kind']) => (minutes[kind] === 0 ? null : (classes.find(one => one.kind === kind && one.from <= minutes[kind] && (one.to === null || minutes[kind] <= one.to))?.code ?? null))
  return {
    ...day, state: becomes, ...minutes, lateClass: classOf('late'), earlyClass: classOf('early'), reason: becomes === 'explained' ? reason : null, doubtful: false,
    minutesWorked: becomes === 'present' ? Math.max(0, day.minutesDue - minutes.late - minutes.early) : 0,
  }
}
