import { sql } from 'kysely'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { dayIn } from '#platform/time/zone.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { remember } from './remember.ts'
import { refreshCurrent } from './store.ts'

/** Days looked back on, so that a night without a run is made up for. */
const back = 7
/** People put into the search anew at a time. */
const batch = 500

/** A decree with a day to come changes the file on that day, and so does the end of a position. */
export const keepCurrentJob: Job = {
  name: 'personnel.keep-current',
  every: '10 0 * * *',
  run: ({ services }) =>
    everyGovernment(services, async governmentId => {
      const government = await services.ask(governmentDirectory).byId(governmentId)
      const now = new Date()
      const today = dayIn(now, government?.zone ?? 'Asia/Jakarta')
      const after = dayIn(new Date(now.getTime() - back * 86_400_000), government?.zone ?? 'Asia/Jakarta')
      await services.database.transaction(governmentId, async tx => {
        const { rows } = await sql<{ id: string }>`select distinct employee_id as id from personnel.record where state = 'verified'
          and ((since > ${after}::date and since <= ${today}::date and created_at::date < since + 1) or (kind = 'position' and until >= ${after}::date and until < ${today}::date))`.execute(tx)
        const ids = rows.map(({ id }) => id)
        for (let i = 0; i < ids.length; i += batch) {
          await refreshCurrent(tx, today, ids.slice(i, i + batch))
          await remember(tx, ids.slice(i, i + batch))
        }
      })
    }),
}
