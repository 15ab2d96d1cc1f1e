import { changed } from '#platform/db/changes.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { unconfirmed } from './citizens.ts'
import { boardTopic, escalate, lapse, type Means } from './lifecycle.ts'
import { overdue, requestById } from './store.ts'

/** Moves on what nobody answered in time, and forgets who never confirmed. */
export async function keepTime(services: Services, governmentId: string, now: Date): Promise<void> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  if (!government) return
  const means: Means = { government, jobs: services.jobs, secret: services.config.secret, ask: services.ask, today: dayIn(now, government.zone), by: null }
  await services.database.transaction(governmentId, async tx => {
    for (const request of await overdue(tx, means.today)) await escalate(tx, means, request)
    for (const id of await unconfirmed(tx, now)) {
      const request = await requestById(tx, id, true)
      if (request?.state === 'unconfirmed') await lapse(tx, means, request)
    }
    // What is late today was not yesterday: the board says it anew.
    await changed(tx, boardTopic(governmentId))
  })
}

export const keepTimeDaily: Job = {
  name: 'data-requests.keep-time',
  every: '15 17 * * *',
  run: ({ services, now }) => everyGovernment(services, id => keepTime(services, id, now)),
}
