import type { Db, Tx } from '#platform/db/database.ts'
import { addDays, dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { seats, type Seat } from '#modules/inbox/contract.ts'
import { posts, unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Reach } from '#platform/access/who.ts'

/** Today where the government is. */
export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** A day as sentences print it: noon, so that no zone moves it. */
export const printed = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** The person behind a request as an employee, if they are one. */
export const selfOf = async (db: Db | Tx, { who, ask }: Pick<Context, 'who' | 'ask'>): Promise<Employee | null> => (await ask(employees).byAccount(db, [who.account!.id])).get(who.account!.id) ?? null

/** @throws Refused for accounts of nobody in service */
export async function employeeHere(db: Db | Tx, context: Pick<Context, 'who' | 'ask'>): Promise<Employee> {
  const self = await selfOf(db, context)
  if (!self) throw new Refused('Akun Anda belum terhubung dengan data pegawai. Hubungi pengelola kepegawaian.')
  return self
}

/** From where somebody looks at others' presence. */
export interface Viewer {
  employeeId: string | null
  seats: readonly Seat[]
  /** Reach of `attendance.manage`. */
  officer: Reach | null
  units: UnitTree
  /** Units whose people one sees: by permission, and those below the positions one is in charge of. */
  visible: ReadonlySet<string>
  /** Of these, those one supervises: may judge check-ins of. */
  supervised: ReadonlySet<string>
}

/** Superiors see the units their position leads, with all below; readers and officers those of their reach. */
export async function viewerOf(context: Pick<Context, 'db' | 'who' | 'ask' | 'government' | 'now'>): Promise<Viewer> {
  const { db, ask, who, government } = context
  const [self, held, units] = await Promise.all([selfOf(db, context), ask(seats).of(context), ask(unitDirectory).of(government.id)])
  const charged = held.filter(seat => seat.inCharge)
  const heads = charged.length > 0 ? await ask(posts).heads(db, charged.map(seat => seat.unitId), todayOf(context)) : new Map<string, { postId: string }>()
  const led = charged.filter(seat => heads.get(seat.unitId)?.postId === seat.postId).flatMap(seat => units.below(seat.unitId))
  const ofReach = (reach: Reach | null) => (reach?.government ? units.all.map(({ id }) => id) : [...(reach?.units ?? [])])
  const officer = who.reach('attendance.manage')
  const supervised = new Set([...led, ...ofReach(officer)])
  return { employeeId: self?.id ?? null, seats: held, officer, units, visible: new Set([...supervised, ...ofReach(who.reach('attendance.read'))]), supervised }
}
