import type { Job } from '#platform/jobs/jobs.ts'
import { reconcile } from './reconciling.ts'
import { comparisonById } from './store/comparisons.ts'

/** Matches a comparison anew, after what is compared has changed. */
export const matchJob: Job = {
  name: 'reconciliation.match',
  expires: 600,
  async run({ services, governmentId }, data) {
    if (!governmentId) return
    await services.database.transaction(governmentId, async tx => {
      const comparison = await comparisonById(tx, String(data.comparison), true)
      if (comparison) await reconcile(tx, comparison)
    })
  },
}
