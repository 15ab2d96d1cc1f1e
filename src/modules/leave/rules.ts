import type { Db, Tx } from '#platform/db/database.ts'
import { reference, referenceList } from '#platform/reference/reference.ts'
import { isWorkingDay, type Holidays } from '#platform/time/working-days.ts'
import type { EmployeeKind } from '#modules/personnel/contract.ts'
import { yearOf } from './days.ts'
import type { Ground, Kind } from './leave.ts'
import type { Quota } from './quota.ts'

/** A quota with the version it is. */
export interface QuotaVersion extends Quota {
  id: string
  legalBasis: string
  verified: boolean
}

/** What leave is judged by on a day. */
export interface Rules {
  /** In the order people know them. */
  kinds: readonly Kind[]
  quotas: Partial<Record<EmployeeKind, QuotaVersion>>
}

/** Days offices are closed, and which of them are cuti bersama. */
export interface Calendar {
  holidays: Holidays
  /** Working days of cuti bersama by year. */
  joint: ReadonlyMap<number, number>
}

/** Kinds and quotas as they are on a day: reference lists `leave-kind` and `leave-quota`. */
export async function rulesOn(db: Db | Tx, day: string): Promise<Rules> {
  const [kinds, quotas] = await Promise.all([referenceList<Omit<Kind, 'id' | 'code' | 'legalBasis' | 'verified'>>(db, 'leave-kind', day), referenceList<Quota>(db, 'leave-quota', day)])
  return {
    kinds: kinds.map(({ id, code, value, legalBasis, verified }) => ({ ...value, id, code, legalBasis, verified })).toSorted((a, b) => a.order - b.order),
    quotas: Object.fromEntries(quotas.map(({ id, code, value, legalBasis, verified }) => [code, { ...value, id, legalBasis, verified }])),
  }
}

/** The government's calendar as it is known on a day, with the years before. */
export async function calendarOn(db: Db | Tx, day: string): Promise<Calendar> {
  // Lists of coming years are in force from their first day; a leave may reach into the next one.
  const days = await referenceList<{ kind?: string }>(db, 'holidays', `${yearOf(day) + 1}-12-31`)
  const joint = new Map<number, number>()
  for (const { code, value } of days) if (value.kind === 'cuti-bersama' && isWorkingDay(code, new Set())) joint.set(yearOf(code), (joint.get(yearOf(code)) ?? 0) + 1)
  return { holidays: new Set(days.map(({ code }) => code)), joint }
}

/** Who decides: reference list `leave-authority`. */
export type Authority = 'superior' | 'agency-head' | 'secretary' | 'regional-head'

/** Who decides about this kind for whoever holds such a position; `none` for those without one. */
export async function authorityFor(db: Db | Tx, kind: string, post: string, day: string): Promise<Authority> {
  const entries = new Map((await referenceList<Authority>(db, 'leave-authority', day)).map(({ code, value }) => [code, value]))
  return entries.get(`${kind}/${post}`) ?? entries.get(post) ?? 'agency-head'
}

/** The share of a unit, 0 to 1, above which many are away. */
export const awayShare = async (db: Db | Tx, day: string): Promise<number> => (await reference<number>(db, 'leave-warning', 'away-share', day, 25)) / 100

export const kindOf = ({ kinds }: Pick<Rules, 'kinds'>, code: string): Kind | undefined => kinds.find(kind => kind.code === code)

export const groundOf = (kind: Kind | undefined, code: string | null): Ground | null => kind?.grounds.find(ground => ground.code === code) ?? null
