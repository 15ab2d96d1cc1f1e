import { covers, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'

/** The person behind a request as an employee, if they are one. */
export const selfOf = async (db: Db | Tx, { who, ask }: Pick<Context, 'who' | 'ask'>): Promise<Employee | null> => (await ask(employees).byAccount(db, [who.account!.id])).get(who.account!.id) ?? null

/** A unit within reach: the one asked for, else one's own, else the first there is. */
export async function unitHere({ ask, government, who }: Pick<Context, 'ask' | 'government' | 'who'>, reach: Reach | null, asked: string | undefined): Promise<{ units: UnitTree; unit: Unit }> {
  const units = await ask(unitDirectory).of(government.id)
  const unit = units.byId(asked ?? who.account!.unitId)
  if (unit && covers(reach, { unitId: unit.id })) return { units, unit }
  const first = asked === undefined ? units.all.find(({ id }) => covers(reach, { unitId: id })) : undefined
  if (!first) throw new NotFound()
  return { units, unit: first }
}

/** People of a unit listed to choose from; a larger one is chosen from in parts. */
const mostPeople = 2000

export const peopleOf = (db: Db | Tx, { ask }: Pick<Context, 'ask'>, unitIds: readonly string[]): Promise<Employee[]> => ask(employees).serving(db, unitIds, mostPeople)

/** Where and when somebody works is set by others. @throws Problem for oneself */
export function notOneself(employee: Employee | null | undefined, { who }: Pick<Context, 'who'>, field: string): void {
  if (employee?.accountId && employee.accountId === who.account!.id) throw new Problem(field, 'Jam dan tempat kerja sendiri ditetapkan petugas lain.')
}

/** PostgreSQL refuses a row that an exclusion constraint forbids. */
export const isOverlap = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23P01'
