import type { Reach } from '#platform/access/who.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Seat } from './contract.ts'

/** Whose tasks are looked at: those at some desks, or what a secretariat sees of its units. */
export type Scope = { desks: string[] } | { units: string[]; all: boolean }

/** Units whose secretariat somebody is; `all` where that is the whole government. */
export const officesOf = (reach: Reach | null, units: UnitTree): { units: string[]; all: boolean } =>
  reach?.government ? { units: units.all.map(unit => unit.id), all: true } : { units: [...(reach?.units ?? [])], all: false }

/** Everything at a person and at the positions they hold. */
export const ownDesks = (accountId: string, seats: readonly Pick<Seat, 'postId'>[]): string[] => [accountId, ...seats.map(seat => seat.postId)]

/**
 * What `?meja=` asks for.
 * @throws NotFound for a position the person does not hold
 * @throws Refused for the office without the right to see it
 */
export function scopeOf(desk: string, { who }: Pick<Context, 'who'>, seats: readonly Seat[], units: UnitTree): Scope {
  if (desk === 'saya') return { desks: ownDesks(who.account!.id, seats) }
  if (desk === 'kantor') {
    if (!who.may('inbox.office')) throw new Refused('Kotak masuk kantor hanya untuk sekretariat.')
    return officesOf(who.reach('inbox.office'), units)
  }
  if (!seats.some(seat => seat.postId === desk)) throw new NotFound()
  return { desks: [desk] }
}
