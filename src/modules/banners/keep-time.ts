import { appendAudit } from '#platform/audit/audit.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/web/services.ts'
import type { Banner } from './banner.ts'
import { end, keepTime, show, type Means } from './lifecycle.ts'
import { bannerById, dueBanners } from './store.ts'

/** What time asks of a banner now, if anything. */
function dueOf({ state, startsAt, endsAt }: Banner, now: Date): 'expire' | 'show' | null {
  if (state !== 'shown' && state !== 'scheduled') return null
  if (endsAt <= now) return 'expire'
  return state === 'scheduled' && startsAt && startsAt <= now ? 'show' : null
}

/** Shows and ends the banners of one government whose minute has come; answers how many. */
export async function turnDue(services: Pick<Services, 'database' | 'jobs' | 'ask'>, governmentId: string): Promise<number> {
  const means: Means = { governmentId, jobs: services.jobs, ask: services.ask }
  let turned = 0
  for (const id of await dueBanners(services.database.of(governmentId)))
    await services.database.transaction(governmentId, async tx => {
      const banner = await bannerById(tx, id, true)
      // Another worker, or a person, was faster.
      const due = banner && dueOf(banner, new Date())
      if (!banner || !due) return
      if (due === 'show') await show(tx, means, banner, null)
      else await end(tx, means, banner, 'expire', null)
      await appendAudit(tx, { action: 'banners.publish', accountId: null, path: keepTime, record: ['banner', id], before: { state: banner.state }, after: { state: due === 'show' ? 'shown' : 'ended' } })
      turned++
    })
  return turned
}

/** Wakes at the minutes of each banner; the recurring run catches what a stopped system missed. */
export const keepTimeJob: Job = {
  name: keepTime,
  every: '* * * * *',
  async run({ services, governmentId }) {
    if (governmentId) await turnDue(services, governmentId)
    else await everyGovernment(services, async id => void (await turnDue(services, id)))
  },
}
