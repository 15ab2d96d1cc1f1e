import type { Db } from '../db/database.ts'
import { referenceList } from '../reference/reference.ts'

/** Days on which offices are closed besides the weekend, as a set of `2026-08-17`. */
export type Holidays = ReadonlySet<string>

/** Holidays and cuti bersama of a government, from reference data `holidays` (code = the day). */
export async function holidaysOf(db: Db, day: string): Promise<Holidays> {
  return new Set((await referenceList<{ name: string }>(db, 'holidays', day)).map(entry => entry.code))
}

const oneDay = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Whether offices are open; Saturday counts only where the week has six days. */
export function isWorkingDay(day: string, holidays: Holidays, week: 5 | 6 = 5): boolean {
  const weekday = new Date(at(day)).getUTCDay()
  return weekday !== 0 && (week === 6 || weekday !== 6) && !holidays.has(day)
}

/** Working days after `from` up to and including `to`; zero when `to` is not later. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays, week: 5 | 6 = 5): number {
  const days = Math.round((at(to) - at(from)) / oneDay)
  if (days <= 0) return 0
  // Whole weeks are counted at once, so that a silence of years costs as little as one of days.
  const whole = Math.floor(days / 7)
  let count = whole * week
  for (let ms = at(from) + whole * 7 * oneDay + oneDay; ms <= at(to); ms += oneDay) if (isWorkingDay(dayOf(ms), new Set(), week)) count++
  for (const holiday of holidays) if (holiday > from && holiday <= to && isWorkingDay(holiday, new Set(), week)) count--
  return count
}

/** The day that is `count` working days after `from`: deadlines fall on it. */
export function addWorkingDays(from: string, count: number, holidays: Holidays, week: 5 | 6 = 5): string {
  let ms = at(from)
  for (let left = count; left > 0; ) {
    ms += oneDay
    if (isWorkingDay(dayOf(ms), holidays, week)) left--
  }
  return dayOf(ms)
}
