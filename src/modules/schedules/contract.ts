import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import type { Area } from '#platform/geo/area.ts'
import { port } from '#platform/web/port.ts'

/** A day on which somebody is to work: instants, and how many minutes of work are due between them. */
export interface DutyDay {
  /** The calendar day it begins on, also when it ends on the next. */
  day: string
  kind: 'work' | 'shift'
  /** Of the pattern or the shift, e.g. `Lima hari kerja` or `Malam`. */
  name: string
  /** Checking in makes sense from here on. */
  opensAt: Date
  /** Earlier work does not count. Who comes between here and `flexibleUntil` leaves as much before or after `endsAt`. */
  countsFrom: Date
  startsAt: Date
  /** The same as `startsAt` where hours are fixed. */
  flexibleUntil: Date
  /** Who comes later is late: `flexibleUntil` with the minutes of grace. */
  latestStart: Date
  endsAt: Date
  /** Checking out makes sense until here; two windows of one person never overlap. */
  closesAt: Date
  minutesDue: number
}

/** A day on which nobody expects somebody: a holiday with its name, the weekend, or a day off the roster. */
export interface FreeDay {
  day: string
  kind: 'off' | 'holiday'
  name: string | null
}

export type Window = DutyDay | FreeDay

/** Somebody with the unit they work in. */
export interface Placed {
  id: string
  unitId: string
}

/** People by the ids of their files, those of whom it is known where they work, or everybody in service in these units. */
export type Whose = { employeeIds: readonly string[] } | { people: readonly Placed[] } | { unitIds: readonly string[] }

/** Who works when. */
export interface WorkingTimes {
  /** By employee id: one window for every day from `from` to `to`, in order; in a fixed number of queries. Shared between people: never change one. */
  of(db: Db | Tx, whose: Whose, from: string, to: string): Promise<Map<string, readonly Window[]>>
}

/** Somewhere people may work. */
export interface ValidPlace {
  id: string
  name: string
  /** Whose place it is. */
  unitId: string
  area: Area
}

/** Who works where. */
export interface Places {
  /** By employee id: places of their unit and those above it, and what was given to them or their units. People without any are left out. */
  of(db: Db | Tx, whose: Exclude<Whose, { unitIds: unknown }>, day: string): Promise<Map<string, readonly ValidPlace[]>>
  /** Of these units, those that are not over on the day, by name. */
  in(db: Db | Tx, unitIds: readonly string[], day: string): Promise<ValidPlace[]>
}

/** A shift on a published roster, in the government's own time: `2026-11-21T21:00`. */
export interface Shift {
  employeeId: string
  day: string
  name: string
  from: string
  until: string
  minutesDue: number
}

/** What published rosters say of people; who keeps rosters offers it. */
export interface Duties {
  /** Months (`2026-11`) in which people are on a published roster, and their shifts on these days. */
  of(db: Db | Tx, employeeIds: readonly string[], from: string, to: string): Promise<{ rostered: { employeeId: string; month: string }[]; shifts: Shift[] }>
}

export const workingTimes = port<WorkingTimes>('schedules.working-times')
export const places = port<Places>('schedules.places')
export const duties = port<Duties>('schedules.duties')

/** Working hours of a person, or of a unit and those below, changed from a day on; without a last day for all days after. */
export const scheduleChanged = event<{ unitId: string | null; employeeId: string | null; from: string; until: string | null }>('schedules.changed')
