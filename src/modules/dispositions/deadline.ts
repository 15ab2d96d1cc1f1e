import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import { addWorkingDays, holidaysOf, isWorkingDay, workingDaysBetween, type Holidays } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Letter } from '#modules/correspondence/contract.ts'

/** A deadline that is chosen by a tap. */
export interface Choice {
  /** Working days from today; 0 is today. */
  days: number
  on: string
}

/** Working days an urgency allows, by its code; what has no limit is left out. */
async function daysByUrgency(db: Db | Tx, today: string): Promise<Map<string, number>> {
  const list = await referenceList<{ days: number | null }>(db, 'letter-urgency', today)
  return new Map(list.flatMap(({ code, value }) => (typeof value.days === 'number' ? [[code, value.days] as const] : [])))
}

const dayAfter = (today: string, days: number, holidays: Holidays): string => (days === 0 ? today : addWorkingDays(today, days, holidays))

/** Deadlines people choose by a tap: those the urgencies have, the soonest first. */
export const choicesFrom = (byUrgency: ReadonlyMap<string, number>, today: string, holidays: Holidays): Choice[] =>
  [...new Set(byUrgency.values())].toSorted((a, b) => a - b).map(days => ({ days, on: dayAfter(today, days, holidays) }))

/**
 * The deadline to propose: what the letter itself asks for, its meeting, or what its urgency allows, and never later than
 * the giver's own; what has passed does not bind any more.
 */
export function proposedDeadline(letter: Pick<Letter, 'replyBy' | 'urgency' | 'meeting'>, own: string | null, byUrgency: ReadonlyMap<string, number>, today: string, holidays: Holidays, zone: string): string | null {
  const days = byUrgency.get(letter.urgency)
  const soonest = letter.replyBy ?? (letter.meeting ? dayIn(new Date(letter.meeting.from), zone) : null)
  const known = [soonest !== null && soonest >= today ? soonest : days === undefined ? null : dayAfter(today, days, holidays), own].flatMap(day => (day !== null && day >= today ? [day] : []))
  return known.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null
}

/** What a form offers for a letter, when the giver's own deadline is `own`. */
export async function deadlinesFor(db: Db | Tx, letter: Letter, own: string | null, today: string, zone: string): Promise<{ choices: Choice[]; proposed: string | null }> {
  const [byUrgency, holidays] = [await daysByUrgency(db, today), await holidaysOf(db, today)]
  return { choices: choicesFrom(byUrgency, today, holidays), proposed: proposedDeadline(letter, own, byUrgency, today, holidays, zone) }
}

/** Working days past a deadline; 0 as long as no office was open after it. */
export const daysLate = (dueOn: string | null, today: string, holidays: Holidays): number => (dueOn === null ? 0 : workingDaysBetween(dueOn, today, holidays))

/** What was due before this day is late: the last day, up to today, on which offices are open. */
export function lateBefore(today: string, holidays: Holidays): string {
  let day = today
  while (!isWorkingDay(day, holidays)) day = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return day
}
