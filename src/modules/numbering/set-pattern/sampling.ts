import { z } from 'zod'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { seriesOfUnits } from '../book-store.ts'
import { isUnitCode, patternProblems } from '../pattern.ts'
import { home, todayOf } from '../parts/here.ts'
import { isKind } from '../parts/kinds.ts'
import { mayManage } from '../policy.ts'
import { numberingOf, seriesName, type Rules } from '../rules.ts'
import { sampleOf } from '../sample.ts'
import { rulesOf } from '../store.ts'
import { rulesWith, type Scope, type Wanted } from './checking.ts'

/** What a sample is made of. */
export interface Sampling {
  rules: Rules
  units: UnitTree
  today: string
  /** By series: the number that comes next, as far as the person may read the book. */
  next: ReadonlyMap<string, number>
}

/** Numbers that come next in the series a unit can draw from. */
export async function nextOf({ db, who }: Pick<Context, 'db' | 'who'>, units: UnitTree, { unitId }: Scope, today: string): Promise<Sampling['next']> {
  const line = unitId ? units.ancestors(unitId).map(({ id }) => id) : []
  const standing = await seriesOfUnits(db, who.reach('numbering.read'), line, today)
  return new Map(standing.filter(one => one.direction === 'out').map(one => [seriesName(one), one.last + 1]))
}

/** The unit that stands for all when a pattern is for all. */
const exampleOf = (units: UnitTree): string => (units.all.find(unit => unit.kind === 'agency') ?? units.all[0]!).id

/** What the next number would look like by what is typed, or what is wrong with it; Indonesian or English as the reader wants. */
export function sampleText({ rules, units, today, next }: Sampling, scope: Scope, typed: Wanted): string {
  const [wrong] = typed.pattern === null ? [] : patternProblems(typed.pattern, typed.resets)
  if (wrong) return t(wrong.text, wrong.values)
  const then = rulesWith(rules, scope, { ...typed, code: typed.code && isUnitCode(typed.code) ? typed.code : null })
  const unitId = scope.unitId ?? exampleOf(units)
  const { series } = numberingOf(then, units, unitId, scope.kind)
  return sampleOf(then, units, { unitId, kind: scope.kind, today, next: next.get(seriesName(series)) ?? 1 }) ?? t('Pola perlu diperbaiki')
}

/** What is typed about a pattern, in an address. */
export const typedQuery = z.object({
  jenis: z.string().refine(isKind).optional().catch(undefined),
  pola: z.string().max(120).optional().catch(undefined),
  kode: z.string().trim().max(40).optional().catch(undefined),
  seri: z.enum(['unit', 'kind', 'above', 'government']).optional().catch(undefined),
  ulang: z.enum(['year', 'month']).optional().catch(undefined),
})
export type TypedQuery = z.output<typeof typedQuery>

/** The sample alone, for the script that renews it while somebody types. */
export const sampleResource = resource({
  path: `${home}/contoh`,
  may: 'numbering.manage',
  query: typedQuery.extend({ unit: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, who, ask, government, language, now, query: { unit: unitId = null, jenis: kind = null, pola, kode, seri = 'unit', ulang = 'year' } } = context
    const units = await ask(unitDirectory).of(government.id)
    if (!mayManage(who, unitId) || (unitId && !units.byId(unitId))) throw new NotFound()
    const today = todayOf(context)
    const [rules, next] = await Promise.all([rulesOf(db, today), nextOf(context, units, { unitId, kind }, today)])
    const body = withLocale(localeOf({ government, language }, now), () => sampleText({ rules, units, today, next }, { unitId, kind }, { pattern: pola?.trim() || null, draws: seri, resets: ulang, code: kode || null }))
    return { type: 'text/plain; charset=utf-8', body, headers: { 'Cache-Control': 'private, no-store' } }
  },
})
