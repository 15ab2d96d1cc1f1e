import { sql } from 'kysely'
import type { Job } from '../jobs/jobs.ts'
import { everyGovernment } from '../jobs/everywhere.ts'

/** Erases the words of entries that were applied a while ago: what became of them stands in their records. */
export const clearEntries: Job = {
  name: 'platform.clear-device-entries',
  every: '50 3 * * *',
  run: ({ services }) =>
    everyGovernment(services, async governmentId => {
      await sql`update platform.device_entry set signed = null where signed is not null and received_at < now() - case state when 'applied' then interval '90 days' else interval '1 year' end`.execute(services.database.of(governmentId))
    }),
}
