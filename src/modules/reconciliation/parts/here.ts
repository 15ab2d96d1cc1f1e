import type { Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import type { Comparison, Source } from '../contract.ts'
import { mayManage } from '../policy.ts'
import { comparisonWithin, sourcesOf } from '../store/comparisons.ts'

/** The comparison of an address, for whoever may see it. */
export async function comparisonHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>): Promise<Comparison> {
  const comparison = await comparisonWithin(db, who.reach('reconciliation.see'), params.id!)
  if (!comparison) throw new NotFound()
  return comparison
}

/** The same with its sources. */
export async function comparisonWithSources(context: Pick<Context, 'db' | 'who' | 'params'>): Promise<{ comparison: Comparison; sources: Source[] }> {
  const comparison = await comparisonHere(context)
  return { comparison, sources: await sourcesOf(context.db, comparison.id) }
}

/** A comparison for a change by whoever manages it: locked, and still open unless said otherwise. */
export async function takeManaged(tx: Tx, { who, params }: Pick<Context, 'who' | 'params'>, { finished = false } = {}): Promise<Comparison> {
  const comparison = await comparisonWithin(tx, who.reach('reconciliation.see'), params.id!, true)
  if (!comparison) throw new NotFound()
  if (!mayManage(who, comparison)) throw new Refused('Rekonsiliasi ini dikelola unit lain.')
  if (comparison.state === 'finished' && !finished) throw new Problem('', 'Rekonsiliasi ini sudah diselesaikan. Buka lagi untuk mengubahnya.')
  return comparison
}

export const addressOf = ({ id }: Pick<Comparison, 'id'>): string => `/kerja/rekonsiliasi/${id}`
