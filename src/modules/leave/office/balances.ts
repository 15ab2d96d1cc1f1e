import type { Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { yearOf } from '../days.ts'
import { accountsOf, balancesOf } from '../ledger.ts'
import { todayOf } from '../parts/here.ts'
import type { YearBalance } from '../quota.ts'
import { calendarOn, rulesOn } from '../rules.ts'

/** Somebody with this year's account. */
export interface Balanced {
  employee: Employee
  balance: YearBalance | undefined
}

/** Units at and below one, as far as the reach goes; all of the reach without one. */
export const unitsWithin = (units: UnitTree, reach: Reach | null, unitId: string | undefined): string[] =>
  (unitId ? units.below(unitId) : units.all.map(unit => unit.id)).filter(id => reach?.government || reach?.units.has(id))

/** This year's accounts of these people, in a fixed number of queries. */
export async function balancedOf(db: Db, context: Pick<Context, 'ask' | 'government' | 'now'>, people: readonly Employee[]): Promise<Balanced[]> {
  const today = todayOf(context)
  const [rules, calendar] = await Promise.all([rulesOn(db, today), calendarOn(db, today)])
  const accounts = await accountsOf(db, people, rules, calendar, today)
  return people.map(employee => ({ employee, balance: balancesOf(accounts.get(employee.id)!, yearOf(today)).at(-1) }))
}
