import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { attendance } from '#modules/attendance/contract.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { basesOf } from './allowance.ts'
import { agencyOf } from './parts/here.ts'
import { cutTableOf, lastDayOf, type TableInForce } from './rules.ts'
import { cutOf, type Cut } from './rules/cut.ts'
import { countsOf, emptyCounts, isTimed, keptDay, type Counts, type KeptDay } from './rules/recap.ts'
import { changesOf, closingsOf, keptIn, keptOf, type Change } from './store.ts'

/** People whose days are in memory at the same time. */
const batch = 1000

export interface Around {
  ask: Services['ask']
  now: Date
}

/** A month of somebody: settled, or as it stands now. */
export interface MonthRow {
  employee: Employee
  unitId: string
  counts: Counts
  /** Null where no table of cuts is in force. */
  cut: Cut | null
  /** The allowance it is taken from, in whole rupiah; for the person and the personnel officers. */
  base: bigint | null
  /** Whether the month is closed for this person. */
  settled: boolean
  /** Changed after closing. */
  changed: boolean
}

/** A month as it stands with its days. */
export interface LiveMonth {
  counts: Counts
  cut: Cut | null
  days: KeptDay[]
}

/** Months of many people as they stand, handed over person by person so that days of all need not be kept. */
export async function eachMonth(db: Db | Tx, { ask, now }: Around, employeeIds: readonly string[], month: string, table: TableInForce | null, take: (employeeId: string, live: LiveMonth) => void): Promise<void> {
  for (let at = 0; at < employeeIds.length; at += batch) {
    const days = await ask(attendance).daysOf(db, { employeeIds: employeeIds.slice(at, at + batch) }, month, lastDayOf(month), now)
    for (const [id, own] of days) {
      const kept = own.map(keptDay)
      take(id, { counts: countsOf(kept), cut: table && cutOf(table.table, kept), days: kept })
    }
  }
}

export interface Asked {
  units: UnitTree
  unitIds: readonly string[]
  month: string
  /** People at most. */
  limit: number
}

/** Months of everybody in these units by name: settled ones as they were closed, the others as they stand now. */
export async function monthRows(db: Db | Tx, around: Around, { units, unitIds, month, limit }: Asked): Promise<{ rows: MonthRow[]; table: TableInForce | null; more: boolean }> {
  const port = around.ask(employees)
  const agencies = [...new Set(unitIds.flatMap(id => agencyOf(units, id)?.id ?? []))]
  const [closings, table] = [await closingsOf(db, agencies, month, month), await cutTableOf(db, month)]
  const closed = new Set(closings.filter(({ state }) => state === 'closed').map(({ unitId }) => unitId))
  const settled = closed.size > 0 ? await keptIn(db, month, { unitIds }) : []
  const serving = (await port.serving(db, unitIds, limit + 1)).slice(0, limit + 1)
  const known = new Map(serving.map(one => [one.id, one]))
  const gone = await port.byId(db, settled.map(one => one.employeeId).filter(id => !known.has(id)))
  const rows: MonthRow[] = settled.flatMap(one => {
    const employee = known.get(one.employeeId) ?? gone.get(one.employeeId)
    return employee ? [{ employee, unitId: one.unitId, counts: one.counts, cut: one.cut, base: one.base, settled: true, changed: one.version > 1 }] : []
  })
  const done = new Set(settled.map(one => one.employeeId))
  // Who came into a closed agency afterwards was settled where they were, if anywhere.
  const elsewhere = closed.size > 0 ? new Set((await keptIn(db, month, { employeeIds: serving.map(({ id }) => id).filter(id => !done.has(id)) })).map(one => one.employeeId)) : new Set<string>()
  const open = serving.filter(({ id }) => !done.has(id) && !elsewhere.has(id)).slice(0, Math.max(0, limit - rows.length))
  const byId = new Map(open.map(one => [one.id, one]))
  const bases = await basesOf(db, around, open, month)
  await eachMonth(db, around, open.map(({ id }) => id), month, table, (id, { counts, cut }) => {
    const employee = byId.get(id)
    if (employee) rows.push({ employee, unitId: employee.unitId, counts, cut, base: bases.get(id) ?? null, settled: false, changed: false })
  })
  return { rows: rows.toSorted((a, b) => a.employee.name.localeCompare(b.employee.name) || (a.employee.id < b.employee.id ? -1 : 1)), table, more: serving.length > limit }
}

/** One person's month: settled, or as it stands now, with every day it comes from. */
export interface PersonMonth extends LiveMonth {
  /** The settled recap, once the month is closed. */
  kept: Awaited<ReturnType<typeof keptOf>>
  /** Of a closed month: days that presence tells otherwise by now, e.g. since a request was accepted late. */
  otherwise: ReadonlyMap<string, KeptDay>
  /** What was put right after closing, the first one first. */
  changes: Change[]
  table: TableInForce | null
  /** The allowance, in whole rupiah; for the person and the personnel officers. */
  base: bigint | null
}

/** What a day tells, for comparing it with what another says of it. */
export const told = ({ state, reason, late, early }: KeptDay): string => [state, state === 'explained' && reason, isTimed({ state }) && `${late}/${early}`].join(' ')

export async function personMonth(db: Db | Tx, around: Around, employeeId: string, month: string): Promise<PersonMonth> {
  const [kept, table] = [await keptOf(db, employeeId, month), await cutTableOf(db, month)]
  let found: LiveMonth = { counts: emptyCounts(), cut: null, days: [] }
  await eachMonth(db, around, [employeeId], month, table, (_, live) => { found = live })
  if (!kept) {
    const employee = (await around.ask(employees).byId(db, [employeeId])).get(employeeId)
    return { ...found, kept, table, base: (employee && (await basesOf(db, around, [employee], month)).get(employeeId)) ?? null, otherwise: new Map(), changes: [] }
  }
  const changes = await changesOf(db, kept.id)
  // What somebody has put right differs for a reason that is on record.
  const putRight = (live: KeptDay) => changes.some(one => one.day === live.day && told(one.before) === told(live))
  const now = new Map(found.days.map(day => [day.day, day]))
  const otherwise = kept.days.flatMap((day): [string, KeptDay][] => { const live = now.get(day.day); return live && told(live) !== told(day) && !putRight(live) ? [[day.day, live]] : [] })
  return { counts: kept.counts, cut: kept.cut, days: kept.days, kept, table, base: kept.base, otherwise: new Map(otherwise), changes }
}
