import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { absences } from '#modules/leave/contract.ts'
import { workingTimes, type Whose, type Window } from '#modules/schedules/contract.ts'
import { explanations, type Attendance, type Day, type Explained } from '../contract.ts'
import { dayOf, isDuty, type DayScan } from '../day.ts'
import { classesByDay } from '../rules.ts'
import { scansBetween } from '../store.ts'

const none: readonly never[] = []

/** Scans by the window they lie in: both are in order and windows never overlap, so one walk is enough. */
function byWindow(windows: readonly Window[], scans: readonly DayScan[]): (readonly DayScan[])[] {
  let next = 0
  return windows.map(window => {
    if (!isDuty(window)) return none
    while (next < scans.length && scans[next]!.at < window.opensAt) next++
    const first = next
    while (next < scans.length && scans[next]!.at < window.closesAt) next++
    return scans.slice(first, next)
  })
}

/** First opening and last closing of all windows; null when nobody is to work. */
function boundsOf(all: Iterable<readonly Window[]>): { from: Date; to: Date } | null {
  let [from, to] = [Number.POSITIVE_INFINITY, 0]
  const seen = new Set<readonly Window[]>()
  for (const windows of all) {
    // Who has nothing of their own shares the list of their unit.
    if (seen.has(windows)) continue
    seen.add(windows)
    for (const window of windows) {
      if (!isDuty(window)) continue
      from = Math.min(from, window.opensAt.getTime())
      to = Math.max(to, window.closesAt.getTime())
    }
  }
  return to === 0 ? null : { from: new Date(from), to: new Date(to) }
}

function gathered<T extends { employeeId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const list = found.get(row.employeeId)
    if (list) list.push(row)
    else found.set(row.employeeId, [row])
  }
  return found
}

/** States of days of many people: windows, scans, leave and requests each in one go, put together in memory. */
export const makeDaysOf = ({ ask }: Pick<Services, 'ask'>): Attendance['daysOf'] =>
  async function daysOf(db: Db | Tx, whose: Whose, from: string, to: string, now: Date): Promise<Map<string, Day[]>> {
    const [windows, classes] = await Promise.all([ask(workingTimes).of(db, whose, from, to), classesByDay(db)])
    const ids = [...windows.keys()]
    const bounds = boundsOf(windows.values())
    const [scans, away, asked] = await Promise.all([bounds ? scansBetween(db, ids, bounds.from, bounds.to) : new Map<string, DayScan[]>(), ask(absences).between(db, ids, from, to), ask(explanations).between(db, ids, from, to)])
    const explained = gathered<Explained>([...away.map(({ employeeId, from: first, until }) => ({ employeeId, from: first, until, reason: 'leave' as const, accepted: true })), ...asked])
    return new Map(ids.map((id): [string, Day[]] => {
      const [own, spans] = [byWindow(windows.get(id)!, scans.get(id) ?? none), explained.get(id)]
      return [id, windows.get(id)!.map((window, i) => dayOf({ window, scans: own[i]!, explanations: spans ? spans.filter(one => one.from <= window.day && window.day <= one.until) : none, classes: classes(window.day), now }))]
    }))
  }
