import type { Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { todayOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { seats } from '#modules/inbox/contract.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Viewers } from '../contract.ts'

/** The person behind a request as an employee, if they are one. */
export const selfOf: Viewers['selfOf'] = async (db, { who, ask }) => (await ask(employees).byAccount(db, [who.account!.id])).get(who.account!.id) ?? null

/** @throws Refused for accounts of nobody in service */
export async function employeeHere(db: Db | Tx, context: Pick<Context, 'who' | 'ask'>): Promise<Employee> {
  const self = await selfOf(db, context)
  if (!self) throw new Refused('Akun Anda belum terhubung dengan data pegawai. Hubungi pengelola kepegawaian.')
  return self
}

/** Superiors see the units their position leads, with all below; readers and officers those of their reach. */
export const viewerOf: Viewers['viewerOf'] = async context => {
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
