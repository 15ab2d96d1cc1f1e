import type { Tx } from '#platform/db/database.ts'
import type { Brought, Effect, Lists, Target } from './contract.ts'
import { comparisonWithSources } from './parts/here.ts'
import { mayBring } from './policy.ts'
import { recognised } from './recognising.ts'
import { reconcile } from './reconciling.ts'
import { comparisonById, insertSteps, markBrought, sourceById } from './store/comparisons.ts'
import { effectOf, takeRows } from './store/rows.ts'

async function take(tx: Tx, target: Target, { file, asOf, by, columns, rows }: Brought): Promise<Effect> {
  // Locked before its rows are looked at: nobody else changes what they are compared with.
  const comparison = (await comparisonById(tx, target.comparison.id, true))!
  const known = await recognised(tx, target.source.id, rows)
  const effect = await effectOf(tx, target.source.id, known)
  await takeRows(tx, comparison.id, target.source.id, known)
  await markBrought(tx, target.source.id, { asOf, by, columns })
  await reconcile(tx, comparison)
  const { new: added, changed, gone, same } = effect
  await insertSteps(tx, comparison.id, [{ recordId: comparison.id, event: 'bring', by, detail: { source: target.source.label, file, new: added, changed, gone, same } }])
  return effect
}

/** What those are offered who bring lists in. */
export const offeredLists: Lists = {
  here: comparisonWithSources,
  mayBring,
  async find(db, sourceId) {
    const source = await sourceById(db, sourceId)
    const comparison = source && (await comparisonById(db, source.comparisonId))
    return source && comparison && { comparison, source }
  },
  effect: async (db, sourceId, rows) => effectOf(db, sourceId, await recognised(db, sourceId, rows)),
  take,
}
