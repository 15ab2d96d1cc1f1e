import { sql } from 'kysely'
import type { Job } from '../jobs/jobs.ts'
import { everyGovernment } from '../jobs/everywhere.ts'

/** Removes uploads of forms that were never accepted, a day after they came. */
export const removePendingFiles: Job = {
  name: 'platform.remove-pending-files',
  every: '40 3 * * *',
  run: ({ services }) =>
    everyGovernment(services, async governmentId => {
      const { rows } = await sql<{ id: string; widths: number[] }>`
        delete from platform.file where state = 'pending' and created_at < now() - interval '1 day' returning id, widths`.execute(services.database.of(governmentId))
      for (const { id, widths } of rows) {
        await services.files.remove(governmentId, id, widths)
      }
    }),
}
