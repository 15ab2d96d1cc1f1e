import { covers } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Shift } from '../roster.ts'
import { membersOf, rosterById, shiftsOf, type Roster } from '../store.ts'

/** Today where the government is. */
export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

export const unitsOf = ({ ask, government }: Pick<Context, 'ask' | 'government'>): Promise<UnitTree> => ask(unitDirectory).of(government.id)

/** The person behind a request as an employee, if they are one. */
export const selfOf = async (db: Db | Tx, { who, ask }: Pick<Context, 'who' | 'ask'>): Promise<Employee | null> => (await ask(employees).byAccount(db, [who.account!.id])).get(who.account!.id) ?? null

/** Units whose published rosters somebody sees: their own, and those within reach. */
export const seesUnit = ({ who }: Pick<Context, 'who'>, self: Employee | null) => (unitId: string): boolean => unitId === self?.unitId || covers(who.reach('schedules.read'), { unitId })

export const managesUnit = ({ who }: Pick<Context, 'who'>, unitId: string): boolean => covers(who.reach('schedules.manage'), { unitId })

/** A roster as somebody may see it: drafts for who plans and officers, published ones also for the unit and those on it. */
export async function rosterHere(db: Db | Tx, context: Pick<Context, 'who' | 'ask' | 'params'>, lock = false): Promise<Roster> {
  const roster = await rosterById(db, context.params.id ?? '', lock)
  if (!roster) throw new NotFound()
  if (covers(context.who.reach('schedules.read'), { unitId: roster.unitId }) || managesUnit(context, roster.unitId)) return roster
  const self = await selfOf(db, context)
  const mine = self && roster.state === 'published' && (self.unitId === roster.unitId || (await membersOf(db, roster.id)).some(({ employeeId }) => employeeId === self.id))
  if (!mine) throw new NotFound()
  return roster
}

/** A roster somebody plans. @throws NotFound for others */
export async function rosterPlanned(db: Db | Tx, context: Pick<Context, 'who' | 'params'>, lock = false): Promise<Roster> {
  const roster = await rosterById(db, context.params.id ?? '', lock)
  if (!roster || !managesUnit(context, roster.unitId)) throw new NotFound()
  return roster
}

/** Shifts a unit works: its own before those of units above with the same letter. */
export async function shiftsFor(db: Db | Tx, units: UnitTree, unitId: string): Promise<{ all: Shift[]; byLetter: ReadonlyMap<string, Shift>; byId: ReadonlyMap<string, Shift> }> {
  const chain = units.ancestors(unitId).map(({ id }) => id)
  const all = await shiftsOf(db, chain)
  const nearest = all.filter(({ closed }) => !closed).toSorted((a, b) => chain.indexOf(a.unitId) - chain.indexOf(b.unitId))
  return { all, byLetter: new Map(nearest.map(shift => [shift.letter, shift])), byId: new Map(all.map(shift => [shift.id, shift])) }
}
