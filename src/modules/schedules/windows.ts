import { addDays, fromLocal } from '#platform/time/zone.ts'
import type { DutyDay, Shift, Window } from './contract.ts'
import { minutesOf, weekdayOf, type Margins, type WeekPattern } from './pattern.ts'

/** What days are like where a government is. */
export interface Calendar {
  zone: string
  /** The instant of a local `2026-11-21T08:30`. */
  at(local: string): Date
  /** The pattern as it is on a day; undefined for a code nobody knows. */
  pattern(code: string, day: string): WeekPattern | undefined
  /** Of that day, or null. */
  holiday(day: string): string | null
  ramadan(day: string): boolean
  /** What shifts have besides their times. */
  shifts: Margins
}

/** A pattern that holds for a person or unit, both days included. */
export interface Segment {
  pattern: string
  from: string
  until: string | null
}

const minute = 60_000
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute)
const earliest = (...all: Date[]) => new Date(Math.min(...all.map(Number)))
const latest = (...all: Date[]) => new Date(Math.max(...all.map(Number)))

/** Instants of a zone, each reckoned once: asking for the offset of a zone is dear, and a roster asks for the same hours of many people. */
export function clockOf(zone: string): (local: string) => Date {
  const known = new Map<string, Date>()
  return local => {
    let at = known.get(local)
    if (!at) known.set(local, (at = fromLocal(local, zone)))
    return at
  }
}

/** The code that holds on a day: of the first list that has one, so a person's own come before those of their unit. */
export function codeOn(day: string, lists: readonly (readonly Segment[])[], otherwise: string): string {
  for (const segments of lists) {
    const found = segments.find(({ from, until }) => from <= day && (until === null || day <= until))
    if (found) return found.pattern
  }
  return otherwise
}

/** What a pattern says of a day. */
export function patternWindow(calendar: Calendar, code: string, day: string): Window {
  const pattern = calendar.pattern(code, day)
  const holiday = calendar.holiday(day)
  if (holiday !== null) return { day, kind: 'holiday', name: holiday }
  const hours = (calendar.ramadan(day) ? pattern?.ramadan ?? pattern?.days : pattern?.days)?.[weekdayOf(day)]
  if (!pattern || !hours) return { day, kind: 'off', name: null }
  const midnight = calendar.at(`${day}T00:00`)
  return dutyDay({ day, kind: 'work', name: pattern.name, startsAt: later(midnight, minutesOf(hours.start)), endsAt: later(midnight, minutesOf(hours.end)), minutesDue: hours.minutes }, pattern.flexible, pattern)
}

/** A shift of a roster; it belongs to the day it begins, wherever it ends. */
export const shiftWindow = (calendar: Calendar, { day, name, from, until, minutesDue }: Omit<Shift, 'employeeId'>): DutyDay =>
  dutyDay({ day, kind: 'shift', name, startsAt: calendar.at(from), endsAt: calendar.at(until), minutesDue }, { before: 0, after: 0 }, calendar.shifts)

const dutyDay = (core: Pick<DutyDay, 'day' | 'kind' | 'name' | 'startsAt' | 'endsAt' | 'minutesDue'>, flexible: WeekPattern['flexible'], { grace, opens, closes }: Margins): DutyDay => ({
  ...core,
  opensAt: later(core.startsAt, -Math.max(opens, flexible.before)),
  countsFrom: later(core.startsAt, -flexible.before),
  flexibleUntil: later(core.startsAt, flexible.after),
  latestStart: later(core.startsAt, flexible.after + grace),
  closesAt: later(core.endsAt, Math.max(closes, flexible.after)),
})

export const isDuty = (window: Window): window is DutyDay => window.kind === 'work' || window.kind === 'shift'

/** Lets windows that reach into each other end and begin at one instant: when one closes the next opens. Days stay in order. */
export function settled(windows: readonly Window[]): Window[] {
  const found = [...windows]
  let last = -1
  for (let i = 0; i < found.length; i++) {
    const window = found[i]!
    if (!isDuty(window)) continue
    const before = found[last]
    if (before === undefined || !isDuty(before) || before.closesAt <= window.opensAt) {
      last = i
      continue
    }
    const next = after(window, before.endsAt)
    if (next === null) {
      found[i] = { day: window.day, kind: 'off', name: null }
      continue
    }
    const middle = new Date((before.endsAt.getTime() + next.countsFrom.getTime()) / 2)
    const border = latest(before.endsAt, earliest(middle, latest(before.closesAt, before.endsAt)), earliest(next.opensAt, next.countsFrom))
    const meeting = earliest(border, next.countsFrom)
    found[last] = { ...before, closesAt: earliest(latest(before.closesAt, before.endsAt), meeting) }
    found[i] = { ...next, opensAt: latest(next.opensAt, meeting) }
    last = i
  }
  return found
}

/** What is left of a duty for somebody who is busy until then; null when nothing is. */
function after(window: DutyDay, until: Date): DutyDay | null {
  if (window.countsFrom >= until) return window
  if (window.endsAt <= until) return null
  const startsAt = latest(window.startsAt, until)
  const flexibleUntil = latest(window.flexibleUntil, startsAt)
  return {
    ...window, startsAt, flexibleUntil, opensAt: latest(window.opensAt, until), countsFrom: latest(window.countsFrom, until), latestStart: latest(window.latestStart, startsAt),
    minutesDue: Math.min(window.minutesDue, Math.round((window.endsAt.getTime() - startsAt.getTime()) / minute)),
  }
}

/** What makes the days of one person. */
export interface Timetable {
  /** Code of the pattern on a day. */
  code(day: string): string
  /** Months in which they are on a published roster. */
  rostered: ReadonlySet<string>
  /** Shifts by the day they begin. */
  shifts: ReadonlyMap<string, Omit<Shift, 'employeeId'>>
}

/** One window for every day from `from` to `to`; the days beside them are looked at, so that a part of a month says what the whole month says. */
export function windowsOf(calendar: Calendar, { code, rostered, shifts }: Timetable, from: string, to: string, pattern: (code: string, day: string) => Window = (one, day) => patternWindow(calendar, one, day)): Window[] {
  const days: Window[] = []
  for (let day = addDays(from, -1); day <= addDays(to, 1); day = addDays(day, 1)) {
    const shift = shifts.get(day)
    if (shift) days.push(shiftWindow(calendar, shift))
    else if (rostered.has(day.slice(0, 7))) days.push({ day, kind: 'off', name: null })
    else days.push(pattern(code(day), day))
  }
  return settled(days).slice(1, -1)
}
