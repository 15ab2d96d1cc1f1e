import type { Reach } from '#platform/access/who.ts'
import { covers } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { seats } from '#modules/inbox/contract.ts'
import { posts, unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'

/** Today where the government is. */
export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

/** A day as sentences print it: noon, so that no zone moves it. */
export const printed = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** The first day of the month asked for (`2026-10`): the one before this one while none is. */
export const monthAsked = (asked: string | undefined, today: string): string => (asked ? `${asked}-01` : addMonths(`${today.slice(0, 7)}-01`, -1))

/** The person behind a request as an employee, if they are one. */
export const selfOf = async (db: Db | Tx, { who, ask }: Pick<Context, 'who' | 'ask'>): Promise<Employee | null> => (await ask(employees).byAccount(db, [who.account!.id])).get(who.account!.id) ?? null

/** From where somebody looks at the months of others. */
export interface Viewer {
  employeeId: string | null
  units: UnitTree
  /** Reach of `attendance.manage`: they close months and put closed ones right. */
  officer: Reach | null
  /** Units whose people one sees: by permission, and those below the positions one is in charge of. */
  visible: ReadonlySet<string>
  /** Of these, those one supervises: sees what explains a day. */
  supervised: ReadonlySet<string>
}

export async function viewerOf(context: Pick<Context, 'db' | 'who' | 'ask' | 'government' | 'now'>): Promise<Viewer> {
  const { db, ask, who, government } = context
  const [self, held, units] = await Promise.all([selfOf(db, context), ask(seats).of(context), ask(unitDirectory).of(government.id)])
  const charged = held.filter(seat => seat.inCharge)
  const heads = charged.length > 0 ? await ask(posts).heads(db, charged.map(seat => seat.unitId), todayOf(context)) : new Map<string, { postId: string }>()
  const led = charged.filter(seat => heads.get(seat.unitId)?.postId === seat.postId).flatMap(seat => units.below(seat.unitId))
  const ofReach = (reach: Reach | null) => (reach?.government ? units.all.map(({ id }) => id) : [...(reach?.units ?? [])])
  const officer = who.reach('attendance.manage')
  const supervised = new Set([...led, ...ofReach(officer)])
  return { employeeId: self?.id ?? null, units, officer, supervised, visible: new Set([...supervised, ...ofReach(who.reach('attendance.read'))]) }
}

/** The agency whose month a unit is closed with: the part of the government right below its top. */
export function agencyOf(units: UnitTree, unitId: string): Unit | undefined {
  const [top, agency] = units.ancestors(unitId)
  return agency ?? top
}

/** Units whose month is closed together with an agency's: those below it, and for the top of the government only itself. */
export const unitsOfAgency = (units: UnitTree, agencyId: string): readonly string[] => (units.ancestors(agencyId).length > 1 ? units.below(agencyId) : [agencyId])

/** The agencies these units belong to, by name. */
export const agenciesOf = (units: UnitTree, unitIds: Iterable<string>): Unit[] =>
  [...new Set([...unitIds].flatMap(id => agencyOf(units, id) ?? []))].toSorted((a, b) => a.name.localeCompare(b.name))

/** Whether an officer may close months of this agency and put them right: their reach covers all of it. */
export const closes = ({ officer, units }: Viewer, agencyId: string): boolean => unitsOfAgency(units, agencyId).every(unitId => covers(officer, { unitId }))
