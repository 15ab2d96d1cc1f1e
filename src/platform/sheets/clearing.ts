import { sql } from 'kysely'
import { everyGovernment } from '../jobs/everywhere.ts'
import type { Job } from '../jobs/jobs.ts'

/** Forgets what was in spreadsheets a month after they came: rows of people stand in it. */
export const forgetSheetRuns: Job = {
  name: 'platform.forget-sheet-runs',
  every: '50 3 * * *',
  run: ({ services }) =>
    everyGovernment(services, async governmentId => {
      await sql`delete from platform.sheet_run where created_at < now() - interval '30 days'`.execute(services.database.of(governmentId))
    }),
}
