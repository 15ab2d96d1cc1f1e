import { z } from 'zod'
import type { Counts, KeptDay } from './recap.ts'

/** From how many days of absence without a valid reason what sanction follows: reference list `discipline-threshold`, PP 94/2021. */
export const threshold = z.object({ counts: z.enum(['year', 'row']), from: z.int().min(1), level: z.enum(['ringan', 'sedang', 'berat']), sanction: z.string().min(1) })
export type Threshold = z.output<typeof threshold> & { code: string }

/** How days are counted and when a warning comes: reference list `discipline-rule`, code `warning`. */
export const disciplineRule = z.object({
  /** Percent of a threshold from which on its approach is told. */
  share: z.int().min(1).max(100),
  /** Days before it on which it is told at the latest. */
  before: z.int().min(1),
  /** Minutes of lateness and leaving early that count as a day of absence. */
  minutesPerDay: z.int().min(1),
  /** Whose discipline the regulation is about. */
  kinds: z.array(z.enum(['pns', 'pppk', 'honorer'])),
})
export type DisciplineRule = z.output<typeof disciplineRule>

/** Days of absence as the regulation counts them. */
export interface AbsenceCount {
  /** Whole days and those that minutes add up to, in the calendar year. */
  year: number
  /** Of `year`, days that minutes add up to. */
  fromMinutes: number
  /** Working days in a row up to the last one that is decided; days off between them do not end a row. */
  row: number
  /** First day of that row. */
  rowSince: string | null
}

/** Days of absence of a year from what its months come to. */
export function absenceOfYear({ minutesPerDay }: DisciplineRule, months: Iterable<Pick<Counts, 'absent' | 'late' | 'early'>>): Pick<AbsenceCount, 'year' | 'fromMinutes'> {
  let [days, minutes] = [0, 0]
  for (const { absent, late, early } of months) {
    days += absent
    minutes += late.minutes + early.minutes
  }
  const fromMinutes = Math.floor(minutes / minutesPerDay)
  return { year: days + fromMinutes, fromMinutes }
}

/** The row of absent days somebody is in at the end of these days. */
export function absenceInRow(days: readonly Pick<KeptDay, 'day' | 'state'>[]): Pick<AbsenceCount, 'row' | 'rowSince'> {
  let [row, rowSince]: [number, string | null] = [0, null]
  for (const { day, state } of days.toSorted((a, b) => b.day.localeCompare(a.day))) {
    if (state === 'not-due' || (row === 0 && (state === 'expected' || state === 'waiting'))) continue
    if (state !== 'absent') break
    row++
    rowSince = day
  }
  return { row, rowSince }
}

export interface Warning {
  threshold: Threshold
  state: 'near' | 'crossed'
  days: number
}

/** From which day on the approach of a threshold is told: at its share, and at the latest `before` days ahead; never before the first day. */
export const warnsFrom = ({ share, before }: DisciplineRule, { from }: Threshold): number => Math.max(1, Math.min(from - before, Math.ceil((from * share) / 100)))

/** Thresholds that are near or crossed, the lowest first. */
export function warningsOf(rule: DisciplineRule, thresholds: readonly Threshold[], count: AbsenceCount): Warning[] {
  return thresholds.toSorted((a, b) => a.counts.localeCompare(b.counts) || a.from - b.from).flatMap((one): Warning[] => {
    const days = count[one.counts]
    return days >= one.from ? [{ threshold: one, state: 'crossed', days }] : days >= warnsFrom(rule, one) ? [{ threshold: one, state: 'near', days }] : []
  })
}
