import { appendAudit } from '#platform/audit/audit.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { turn } from './lifecycle.ts'
import { dueRequests, requestById } from './store.ts'

const keepDays = 'leave.keep-days'

/** Begins the leave of one government whose first day has come, and ends what is over; answers how many. */
export async function turnDue(services: Pick<Services, 'database' | 'ask'>, governmentId: string, now = new Date()): Promise<number> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  const today = dayIn(now, government?.zone ?? 'Asia/Jakarta')
  let turned = 0
  for (const id of await dueRequests(services.database.of(governmentId), today))
    await services.database.transaction(governmentId, async tx => {
      const request = await requestById(tx, id, true)
      if (!request) return
      const after = await turn(tx, { ask: services.ask, governmentId, today, now, by: null, capacity: null, name: null, nip: null }, request)
      // Another worker, or a person, was faster.
      if (after.state === request.state) return
      await appendAudit(tx, { action: 'leave.manage', accountId: null, path: keepDays, record: ['leave', id], before: { state: request.state }, after: { state: after.state } })
      turned++
    })
  return turned
}

/** Days begin at another hour in each zone, so it looks every hour. */
export const keepDaysJob: Job = {
  name: keepDays,
  every: '3 * * * *',
  run: ({ services, now }) => everyGovernment(services, async id => void (await turnDue(services, id, now))),
}
