import { addDays, dayIn, mondayOf } from '#platform/time/zone.ts'
import type { Invitation } from '#modules/correspondence/contract.ts'

export interface Day {
  day: string
  invitations: Invitation[]
}

/** Days with something on, of one week. */
export interface Week {
  /** Monday, `2026-11-23`. */
  from: string
  /** Sunday. */
  to: string
  days: Day[]
}

/** The Monday that comes next. */
export const mondayAfter = (day: string): string => addDays(mondayOf(day), 7)

/** Meetings by week and day. What began before today and goes on stands under today. */
export function weeksOf(invitations: readonly Invitation[], zone: string, today: string): Week[] {
  const weeks: Week[] = []
  for (const invitation of invitations) {
    const began = dayIn(invitation.from, zone)
    const day = began < today ? today : began
    const monday = mondayOf(day)
    let week = weeks.at(-1)
    if (week?.from !== monday) weeks.push((week = { from: monday, to: addDays(monday, 6), days: [] }))
    const last = week.days.at(-1)
    if (last?.day === day) last.invitations.push(invitation)
    else week.days.push({ day, invitations: [invitation] })
  }
  return weeks
}

/** Letters whose meeting takes place at the same time as another one. */
export function overlapping(invitations: readonly Invitation[]): Set<string> {
  const found = new Set<string>()
  let latest: Invitation | undefined
  for (const one of invitations.filter(({ cancelled }) => !cancelled).toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    if (latest && one.from < latest.until) found.add(latest.letterId).add(one.letterId)
    if (!latest || one.until > latest.until) latest = one
  }
  return found
}
