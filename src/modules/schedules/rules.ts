import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { referenceVersions, type KeptReference } from '#platform/reference/keeping.ts'
import { reference, referenceList } from '#platform/reference/reference.ts'
import { weekPattern, type Margins, type WeekPattern } from './pattern.ts'
import { clockOf, type Calendar } from './windows.ts'

/** Versions looked at of one list: far more than any government keeps. */
const most = 5000

/** A pattern with where it comes from. */
export interface KeptPattern extends Pick<KeptReference, 'code' | 'legalBasis' | 'verified' | 'national' | 'validFrom' | 'validTo'> {
  value: WeekPattern
}

/** Every version of every pattern; what is no pattern is left out. */
export async function patternVersions(db: Db | Tx): Promise<KeptPattern[]> {
  const versions = await referenceVersions(db, 'week-pattern', { limit: most })
  return versions.flatMap(({ value, ...rest }) => {
    const read = weekPattern.safeParse(value)
    return read.success ? [{ ...rest, value: read.data }] : []
  })
}

/** The version of each code that holds on a day: a government's own before the national one, the newest first. */
export function patternsOn(versions: readonly KeptPattern[], day: string): KeptPattern[] {
  const holding = versions.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
  const first = holding.toSorted((a, b) => Number(a.national) - Number(b.national) || b.validFrom.localeCompare(a.validFrom))
  return [...Map.groupBy(first, ({ code }) => code).values()].map(([one]) => one!).toSorted((a, b) => a.value.name.localeCompare(b.value.name))
}

/** Code of the pattern where none was set. */
export const defaultPattern = (db: Db | Tx, day: string): Promise<string> => reference(db, 'work-rule', 'default-pattern', day, 'lima-hari')

const plainMargins: Margins = { grace: 0, opens: 90, closes: 300 }
const spans = z.object({ from: z.iso.date(), until: z.iso.date() })
const margins = weekPattern.pick({ grace: true, opens: true, closes: true }).catch(plainMargins)

/** What days are like up to a day: patterns with their versions, holidays, Ramadan; in four queries. */
export async function calendarOf(db: Db | Tx, zone: string, to: string): Promise<Calendar> {
  const [versions, holidays, ramadans, shifts] = await Promise.all([
    patternVersions(db), referenceList<{ name?: string }>(db, 'holidays', to), referenceList<unknown>(db, 'ramadan', to), reference<unknown>(db, 'work-rule', 'shift', to, plainMargins),
  ])
  const names = new Map(holidays.map(({ code, value }) => [code, value.name ?? code]))
  const fasting = ramadans.flatMap(({ value }) => spans.safeParse(value).data ?? [])
  const byDay = new Map<string, ReadonlyMap<string, WeekPattern>>()
  const patterns = (day: string) => {
    let found = byDay.get(day)
    if (!found) byDay.set(day, (found = new Map(patternsOn(versions, day).map(({ code, value }) => [code, value]))))
    return found
  }
  return {
    zone,
    at: clockOf(zone),
    pattern: (code, day) => patterns(day).get(code),
    holiday: day => names.get(day) ?? null,
    ramadan: day => fasting.some(({ from, until }) => from <= day && day <= until),
    shifts: margins.parse(shifts),
  }
}
