import type { Db, Tx } from '#platform/db/database.ts'
import { reference, referenceList } from '#platform/reference/reference.ts'
import { holidaysOf, type Holidays } from '#platform/time/working-days.ts'
import { yearOf } from './days.ts'
import type { Ground, Kind } from './leave.ts'

/** Kinds as they are on a day, in the order people know them: reference list `leave-kind`. */
export async function kindsOn(db: Db | Tx, day: string): Promise<Kind[]> {
  const kinds = await referenceList<Omit<Kind, 'id' | 'code' | 'legalBasis' | 'verified'>>(db, 'leave-kind', day)
  return kinds.map(({ id, code, value, legalBasis, verified }) => ({ ...value, id, code, legalBasis, verified })).toSorted((a, b) => a.order - b.order)
}

/** Days offices are closed, as far as they are known on a day: lists of coming years count from their first day, and leave may reach into the next one. */
export const closedDays = (db: Db, day: string): Promise<Holidays> => holidaysOf(db, `${yearOf(day) + 1}-12-31`)

/** Who decides: reference list `leave-authority`. */
export type Authority = 'superior' | 'agency-head' | 'secretary' | 'regional-head'

/** Who decides about this kind for whoever holds such a position; `none` for those without one. */
export async function authorityFor(db: Db | Tx, kind: string, post: string, day: string): Promise<Authority> {
  const entries = new Map((await referenceList<Authority>(db, 'leave-authority', day)).map(({ code, value }) => [code, value]))
  return entries.get(`${kind}/${post}`) ?? entries.get(post) ?? 'agency-head'
}

/** The share of a unit, 0 to 1, above which many are away. */
export const awayShare = async (db: Db | Tx, day: string): Promise<number> => (await reference<number>(db, 'leave-warning', 'away-share', day, 25)) / 100

export const kindOf = (kinds: readonly Kind[], code: string): Kind | undefined => kinds.find(kind => kind.code === code)

export const groundOf = (kind: Kind | undefined, code: string | null): Ground | null => kind?.grounds.find(ground => ground.code === code) ?? null
