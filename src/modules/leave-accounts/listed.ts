import type { Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { accounts, type YearBalance } from './contract.ts'

/** Today where the government is. */
export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

/** Units at and below one, as far as the reach goes; all of the reach without one. */
export const unitsWithin = (units: UnitTree, reach: Reach | null, unitId: string | undefined): string[] =>
  (unitId ? units.below(unitId) : units.all.map(unit => unit.id)).filter(id => reach?.government || reach?.units.has(id))

/** Somebody with this year's account. */
export interface Balanced {
  employee: Employee
  balance: YearBalance | undefined
}

/** This year's accounts of these people, in a fixed number of queries. */
export async function balancedOf(db: Db, context: Pick<Context, 'ask' | 'government' | 'now'>, people: readonly Employee[]): Promise<Balanced[]> {
  const today = todayOf(context)
  const found = await context.ask(accounts).of(db, people, today)
  return people.map(employee => ({ employee, balance: found.get(employee.id)?.years(Number(today.slice(0, 4))).at(-1) }))
}
