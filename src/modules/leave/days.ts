import { addWorkingDays, workingDaysBetween, type Holidays } from '#platform/time/working-days.ts'
import { addDays, addMonths } from '#platform/time/zone.ts'
import type { Limit, Span } from './leave.ts'

const oneDay = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Calendar days of a span, both ends included. */
export const calendarDays = ({ from, until }: Span): number => Math.round((at(until) - at(from)) / oneDay) + 1

/** Working days of a span, both ends included. */
export const workingDays = ({ from, until }: Span, holidays: Holidays): number => workingDaysBetween(addDays(from, -1), until, holidays)

/** The last day of so long a leave that begins on `from`. */
export function lastDay(from: string, { n, unit }: Limit, holidays: Holidays): string {
  if (unit === 'months') return addDays(addMonths(from, n), -1)
  return unit === 'days' ? addDays(from, n - 1) : addWorkingDays(addDays(from, -1), n, holidays)
}

/** How long a span is in the unit of its kind; what is no whole months is told in days. */
export function lengthOf(span: Span, unit: Limit['unit'], holidays: Holidays): Limit {
  if (unit === 'working-days') return { n: workingDays(span, holidays), unit }
  const months = (Number(span.until.slice(0, 4)) - Number(span.from.slice(0, 4))) * 12 + Number(span.until.slice(5, 7)) - Number(span.from.slice(5, 7))
  // The day before the same date, so a month more when the last day is not before that date.
  for (const n of [months, months + 1]) if (unit === 'months' && n > 0 && addDays(addMonths(span.from, n), -1) === span.until) return { n, unit }
  return { n: calendarDays(span), unit: 'days' }
}

/** The year a day lies in. */
export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** Working days of a span by the year they lie in; years without any are left out. */
export function chargesOf(span: Span, holidays: Holidays): Record<string, number> {
  const charges: Record<string, number> = {}
  for (let year = yearOf(span.from); year <= yearOf(span.until); year++) {
    const days = workingDays({ from: span.from > `${year}-01-01` ? span.from : `${year}-01-01`, until: span.until < `${year}-12-31` ? span.until : `${year}-12-31` }, holidays)
    if (days > 0) charges[year] = days
  }
  return charges
}

export const overlap = (a: Span, b: Span): boolean => a.from <= b.until && b.from <= a.until
