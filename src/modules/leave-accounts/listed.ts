import type { Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { accounts, type YearBalance } from './contract.ts'

/** Today where the government is. */
export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

/** Units at and below one, as far as the reach goes; all of the reach without one. */
export const unitsWithin = (units: UnitTree, reach: Reach | null, unitId: string | undefined): string[] =>
  (unitId ? units.below(unitId) : units.all.map(unit => unit.id)).filter(id => reach?.government || reach?.units.has(id))

/** A search looks at no more people than this. */
const searched = 20_000

/** Everybody who serves in these units, by name, or those whose name or NIP has the text in it; `most` at most. */
export async function servingIn(db: Db, { ask }: Pick<Context, 'ask'>, unitIds: readonly string[], text: string | undefined, most: number): Promise<Employee[]> {
  if (!text) return ask(employees).serving(db, unitIds, most)
  const wanted = text.toLowerCase()
  const digits = text.replace(/\D/g, '')
  const people = await ask(employees).serving(db, unitIds, searched)
  return people.filter(({ name, nip }) => name.toLowerCase().includes(wanted) || (digits.length > 3 && nip?.startsWith(digits))).slice(0, most)
}

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
