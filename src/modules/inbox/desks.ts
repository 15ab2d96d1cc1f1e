import type { Reach } from '#platform/access/who.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Seat } from './contract.ts'

/** Units whose secretariat somebody is; `all` when there are no others. */
export interface Offices {
  units: string[]
  all: boolean
}

/** Whose tasks are looked at: those at some desks, or what a secretariat sees of its units. */
export type Scope = { desks: string[] } | Offices

function officesOf(reach: Reach | null, { all }: UnitTree): Offices {
  const units = all.map(unit => unit.id).filter(id => reach?.government || reach?.units.has(id))
  return { units, all: units.length === all.length }
}

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
