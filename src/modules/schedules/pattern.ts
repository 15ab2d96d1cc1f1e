import { addDays } from '#platform/time/zone.ts'
import { z } from 'zod'

/** A clock of the day, `07:30`. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Hours of one weekday; `minutes` are those due, the break left out. */
const hours = z.object({ start: clock, end: clock, break: z.tuple([clock, clock]).nullable(), minutes: z.int().min(0).max(1440) })
const week = z.array(hours.nullable()).length(7)

/** Reference list `week-pattern`; anything else a list may hold is no pattern. */
export const weekPattern = z.object({
  name: z.string(),
  /** Monday first; null on days off. */
  days: week,
  /** The same in Ramadan; null where nothing changes. */
  ramadan: week.nullable(),
  /** Minutes one may come before and after the start, leaving as much earlier or later. */
  flexible: z.object({ before: z.int().min(0).max(240), after: z.int().min(0).max(240) }),
  /** Minutes after which somebody is late. */
  grace: z.int().min(0).max(120),
  /** Minutes before the start and after the end in which checking in and out makes sense. */
  opens: z.int().min(0).max(720),
  closes: z.int().min(0).max(720),
})

export type WeekPattern = z.infer<typeof weekPattern>
export type Hours = z.infer<typeof hours>

/** What a shift has besides its own times: reference `work-rule` / `shift`. */
export type Margins = Pick<WeekPattern, 'grace' | 'opens' | 'closes'>

/** Minutes since midnight of `07:30`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Minutes of work between start and end, the break left out. */
export const workedMinutes = ({ start, end, break: pause }: Omit<Hours, 'minutes'>): number => minutesOf(end) - minutesOf(start) - (pause ? minutesOf(pause[1]) - minutesOf(pause[0]) : 0)

/** What is wrong with one day's hours, in words. */
export function hoursProblem({ start, end, break: pause, minutes }: Hours): string | null {
  if (minutesOf(end) <= minutesOf(start)) return 'Jam pulang harus sesudah jam masuk.'
  if (pause && !(start <= pause[0] && pause[0] < pause[1] && pause[1] <= end)) return 'Istirahat harus di antara jam masuk dan jam pulang.'
  return minutes > minutesOf(end) - minutesOf(start) ? 'Menit kerja lebih banyak daripada jam masuk sampai jam pulang.' : null
}

/** Minutes due in a week. */
export const weekMinutes = (days: WeekPattern['days']): number => days.reduce((sum, day) => sum + (day?.minutes ?? 0), 0)

const dayMs = 86_400_000
/** Calendar days from one to the other, both included. */
export const daysFrom = (from: string, to: string): string[] => Array.from({ length: Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1) }, (_, i) => addDays(from, i))

/** 0 for Monday. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
