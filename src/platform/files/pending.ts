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
        delete from platform.file f where state = 'pending' and created_at < now() - interval '1 day'
          and not exists (select from platform.device_entry e where e.state = 'refused' and e.signed is not null and f.id = any(e.file_ids)) returning id, widths`.execute(services.database.of(governmentId))
      for (const { id, widths } of rows) {
        await services.files.remove(governmentId, id, widths)
      }
    }),
}
