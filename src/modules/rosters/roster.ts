import { addDays } from '#platform/time/zone.ts'
import type { RestRule } from './rules.ts'

/** A shift as a unit and those below work it. */
export interface Shift {
  id: string
  unitId: string
  /** What stands in the cells of a roster. */
  letter: string
  name: string
  /** `21:00` */
  starts: string
  /** Not after `starts`: on the next day. */
  ends: string
  minutes: number
  /** Whether a cycle fills holidays with it. */
  onHolidays: boolean
  closed: boolean
}

/** Somebody's shift on a day, in the government's own time: `2026-11-21T21:00`. */
export interface Duty {
  employeeId: string
  day: string
  shiftId: string
  from: string
  until: string
  minutes: number
}

export interface Member {
  employeeId: string
  /** Where in the cycle they stand on the first day, from 0. */
  turn: number
}

/** Days off in a cell or a cycle. */
const offLetters = new Set(['', '-', '–', 'L', '.'])

/** Every day of a month such as `2026-11-01`. */
export const daysOfMonth = (month: string): string[] => Array.from({ length: new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate() }, (_, i) => addDays(month, i))

/** What a cell says: a letter, or nothing for a day off. */
export function cellOf(typed: string): string {
  const letter = typed.trim().toUpperCase()
  return offLetters.has(letter) ? '' : letter
}

/** A shift of somebody on a day, across midnight where it ends no later than it begins. */
export const dutyOn = (employeeId: string, day: string, { id, starts, ends, minutes }: Pick<Shift, 'id' | 'starts' | 'ends' | 'minutes'>): Duty => ({
  employeeId, day, shiftId: id, from: `${day}T${starts}`, until: `${ends > starts ? day : addDays(day, 1)}T${ends}`, minutes,
})

/** How long a shift is, in minutes. */
export const lengthOf = ({ starts, ends }: Pick<Shift, 'starts' | 'ends'>): number => {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return minutes(ends) - minutes(starts) + (ends > starts ? 0 : 1440)
}

/** A cycle such as `P-P-S-S-M-M-L-L`; letters of one sign may stand close together. Days off are empty. */
export function readCycle(text: string): string[] {
  const said = text.trim().toUpperCase()
  if (said === '') return []
  const parts = /[\s,;/-]/.test(said) ? said.split(/[\s,;/-]+/).filter(part => part !== '') : said.split('')
  return parts.map(cellOf)
}

/** The letter of a cycle on the n-th day for somebody who begins at a turn. */
export const inCycle = (cycle: readonly string[], turn: number, n: number): string => (cycle.length === 0 ? '' : cycle[(turn + n) % cycle.length]!)

/** What a cycle plans for somebody; shifts that are not worked on holidays leave them free, and the cycle goes on. */
export function cycled(cycle: readonly string[], shifts: ReadonlyMap<string, Shift>, { employeeId, turn }: Member, days: readonly string[], isHoliday: (day: string) => boolean): Duty[] {
  return days.flatMap((day, n) => {
    const shift = shifts.get(inCycle(cycle, turn, n))
    return !shift || (!shift.onHolidays && isHoliday(day)) ? [] : [dutyOn(employeeId, day, shift)]
  })
}

const at = (local: string) => Date.parse(`${local}Z`)

/** Something a planner should look at: too little rest before a shift, or too many days in a row. */
export type Warning = { employeeId: string; day: string } & ({ kind: 'rest'; hours: number } | { kind: 'row'; days: number })

/** The first shift of each pair of one person that stand on top of each other. */
export function overlapping(duties: readonly Duty[]): { before: Duty; duty: Duty }[] {
  return pairs(duties).filter(({ before, duty }) => duty.from < before.until)
}

function pairs(duties: readonly Duty[]): { before: Duty; duty: Duty }[] {
  return [...Map.groupBy(duties, ({ employeeId }) => employeeId).values()].flatMap(own => {
    const sorted = own.toSorted((a, b) => a.from.localeCompare(b.from))
    return sorted.slice(1).map((duty, i) => ({ before: sorted[i]!, duty }))
  })
}

/** What the rules of rest warn of on these days; days before are looked at too. */
export function warningsOf(duties: readonly Duty[], rest: RestRule, days: readonly string[]): Warning[] {
  const shown = new Set(days)
  const found: Warning[] = pairs(duties).flatMap(({ before, duty }) => {
    const hours = (at(duty.from) - at(before.until)) / 3_600_000
    return hours >= 0 && hours < rest.hours ? [{ employeeId: duty.employeeId, day: duty.day, kind: 'rest' as const, hours }] : []
  })
  for (const [employeeId, own] of Map.groupBy(duties, duty => duty.employeeId)) {
    const worked = [...new Set(own.map(({ day }) => day))].toSorted()
    let run = 0
    for (const [i, day] of worked.entries()) {
      run = i > 0 && addDays(worked[i - 1]!, 1) === day ? run + 1 : 1
      // Said once, where the row ends.
      if (run > rest.days && worked[i + 1] !== addDays(day, 1)) found.push({ employeeId, day, kind: 'row', days: run })
    }
  }
  return found.filter(({ day }) => shown.has(day)).toSorted((a, b) => a.day.localeCompare(b.day))
}
