import { addDays, addMonths } from './zone.ts'

/** How often something comes: figures, reports, releases. */
export type Rhythm = 'day' | 'week' | 'month' | 'quarter' | 'semester' | 'year' | 'once'

/** The Monday of ISO week `week` of `year`. */
function mondayOfWeek(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = addDays(fourth.toISOString().slice(0, 10), -((fourth.getUTCDay() + 6) % 7))
  return addDays(monday, (week - 1) * 7)
}

const dayExists = (day: string) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day

/** First and last day of a period such as `2026-Q3`; null when it is no period, e.g. `2026-13`. */
export function daysOf(period: string): { from: string; to: string } | null {
  const [, year = '', rest = ''] = /^(\d{4})(?:-(.+))?$/.exec(period) ?? []
  const upTo = (from: string, months: number) => ({ from, to: addDays(addMonths(from, months), -1) })
  if (!year) return null
  if (!rest) return upTo(`${year}-01-01`, 12)
  if (/^S[12]$/.test(rest)) return upTo(rest === 'S1' ? `${year}-01-01` : `${year}-07-01`, 6)
  if (/^Q[1-4]$/.test(rest)) return upTo(addMonths(`${year}-01-01`, (Number(rest[1]) - 1) * 3), 3)
  if (/^W\d{2}$/.test(rest)) {
    const from = mondayOfWeek(Number(year), Number(rest.slice(1)))
    // The 53rd week of a year without one is the first of the next.
    return weekOf(from) === period ? { from, to: addDays(from, 6) } : null
  }
  if (/^\d{2}$/.test(rest)) return Number(rest) >= 1 && Number(rest) <= 12 ? upTo(`${year}-${rest}-01`, 1) : null
  return dayExists(period) ? { from: period, to: period } : null
}

/** ISO week of a day, `2026-W47`. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = addDays(day, 3 - ((date.getUTCDay() + 6) % 7))
  const year = Number(thursday.slice(0, 4))
  const week = 1 + Math.round((Date.parse(thursday) - Date.parse(addDays(mondayOfWeek(year, 1), 3))) / (7 * 86_400_000))
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The period of a rhythm that a day lies in; what comes once is named by its year. */
export function periodOf(every: Rhythm, day: string): string {
  const [year = '', month = ''] = day.split('-')
  switch (every) {
    case 'day': return day
    case 'week': return weekOf(day)
    case 'month': return `${year}-${month}`
    case 'quarter': return `${year}-Q${Math.ceil(Number(month) / 3)}`
    case 'semester': return `${year}-S${Number(month) <= 6 ? 1 : 2}`
    case 'year': case 'once': return year
  }
}

/** Whether a period is one of the rhythm: `2026-Q3` is of the quarter. What comes once may name any. */
export const isOf = (every: Rhythm, period: string): boolean => {
  const days = daysOf(period)
  return days !== null && (every === 'once' || periodOf(every, days.from) === period)
}

/**
 * Day by which the release after `period` is due: its own last day and `grace` days more, e.g. 31 October + 30 for
 * October's figures of a monthly dataset. Null for what comes once.
 */
export function dueAfter(every: Rhythm, period: string, grace: number): string | null {
  const days = daysOf(period)
  if (every === 'once' || !days) return null
  const next = daysOf(periodOf(every, addDays(days.to, 1)))
  return next && addDays(next.to, grace)
}

/** The periods of a rhythm up to a day, newest first: what a release may be of. */
export function recentPeriods(every: Rhythm, today: string, count: number): string[] {
  const periods: string[] = []
  for (let day = today; periods.length < count; ) {
    const period = periodOf(every, day)
    periods.push(period)
    day = addDays(daysOf(period)!.from, -1)
  }
  return periods
}
