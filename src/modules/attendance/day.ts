import type { DutyDay, Window } from '#modules/schedules/contract.ts'
import type { Day, Direction, ReasonKind } from './contract.ts'

/** A scan as the day sees it. */
export interface DayScan {
  at: Date
  direction: Direction
  /** Thought doubtful, and nobody has looked yet. */
  doubtful?: boolean
  /** Found unfair: it does not count. */
  unfair?: boolean
}

/** What may explain a day. */
export interface Explanation {
  reason: ReasonKind
  accepted: boolean
  letterId?: string | null
}

/** A class of lateness or of leaving early, e.g. TL1: 1–30 minutes. */
export interface TimeClass {
  code: string
  kind: 'late' | 'early'
  from: number
  to: number | null
}

export interface DayFacts {
  window: Window
  /** Of the person, in order; those outside the window are not of this day. */
  scans: readonly DayScan[]
  explanations: readonly Explanation[]
  classes: readonly TimeClass[]
  now: Date
}

export const isDuty = (window: Window | null | undefined): window is DutyDay => window?.kind === 'work' || window?.kind === 'shift'

const minutesBetween = (from: Date, to: Date): number => Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))
const classOf = (classes: readonly TimeClass[], kind: TimeClass['kind'], minutes: number): string | null =>
  minutes === 0 ? null : (classes.find(one => one.kind === kind && one.from <= minutes && (one.to === null || minutes <= one.to))?.code ?? null)

/** What a day comes to: an explanation that was accepted goes before scans, scans before one that waits, and only then is somebody absent. */
export function dayOf({ window, scans, explanations, classes, now }: DayFacts): Day {
  const empty: Day = { day: window.day, state: 'not-due', in: null, out: null, late: 0, early: 0, lateClass: null, earlyClass: null, minutesDue: 0, minutesWorked: 0, reason: null, letterId: null, doubtful: false, name: window.name }
  if (!isDuty(window)) return empty
  const within = scans.filter(({ at, unfair }) => !unfair && window.opensAt <= at && at < window.closesAt)
  const came = within.find(({ direction }) => direction === 'in')
  const went = within.findLast(({ direction, at }) => direction === 'out' && (!came || at >= came.at))
  const day: Day = { ...empty, in: came?.at ?? null, out: went?.at ?? null, minutesDue: window.minutesDue, doubtful: within.some(({ doubtful }) => doubtful) }
  const accepted = explanations.find(one => one.accepted)
  if (accepted) return { ...day, state: 'explained', reason: accepted.reason, letterId: accepted.letterId ?? null }
  const proposed = explanations.find(one => !one.accepted)
  const closed = now >= window.closesAt
  // Who comes earlier or later within the flexible time leaves as much earlier or later.
  const start = came ? new Date(Math.min(Math.max(came.at.getTime(), window.countsFrom.getTime()), window.flexibleUntil.getTime())) : window.startsAt
  const dueEnd = new Date(window.endsAt.getTime() + start.getTime() - window.startsAt.getTime())
  const late = came && came.at > window.latestStart ? minutesBetween(window.flexibleUntil, came.at) : 0
  const early = went ? minutesBetween(went.at, dueEnd) : 0
  const timed: Day = { ...day, late, early, lateClass: classOf(classes, 'late', late), earlyClass: classOf(classes, 'early', early), reason: proposed?.reason ?? null }
  if (came && went) return { ...timed, state: 'present', minutesWorked: Math.max(0, window.minutesDue - late - early) }
  if (proposed && (closed || !came)) return { ...timed, state: 'waiting' }
  if (came) return { ...timed, state: closed ? 'missing-out' : 'present' }
  if (went) return { ...timed, state: 'missing-in' }
  return { ...timed, state: closed ? 'absent' : 'expected' }
}

/** The window a moment lies in, or null between two. */
export const windowAt = (windows: readonly Window[], at: Date): DutyDay | null => windows.filter(isDuty).find(({ opensAt, closesAt }) => opensAt <= at && at < closesAt) ?? null

/** Milliseconds after which somebody who came outside of any window is not thought to be there still. */
const longestDuty = 16 * 3_600_000

/** What somebody would be about to do: to come, until they came; to go after. Where nothing is known, to come in the first half of the window. */
export function nextDirection(windows: readonly Window[], scans: readonly Pick<DayScan, 'at' | 'direction'>[], now: Date): Direction {
  const window = windowAt(windows, now)
  const last = scans.at(-1)
  if (!window) return last?.direction === 'in' && now.getTime() - last.at.getTime() < longestDuty ? 'out' : 'in'
  return scans.some(({ at, direction }) => direction === 'in' && window.opensAt <= at && at <= now) ? 'out' : now < middleOf(window) ? 'in' : 'out'
}

/** Half way between beginning and end: who comes after it, unseen before, is more likely to go. */
export const middleOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Date => new Date((startsAt.getTime() + endsAt.getTime()) / 2)

/** Which way somebody goes whose scan does not tell. */
export function sideAt(windows: readonly Window[], at: Date): Direction {
  const window = windowAt(windows, at)
  return window && at >= middleOf(window) ? 'out' : 'in'
}
