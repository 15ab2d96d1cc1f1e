import { sql } from 'kysely'
import { attemptWindow } from '#platform/access/attempts.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { limits } from './limits.ts'

/** Removes what has run out: sessions, half-finished sign-ins, counted attempts, forgotten browsers. */
export const cleanUp: Job = {
  name: 'identity.clean-up',
  every: '20 19 * * *',
  async run({ services }) {
    await everyGovernment(services, async governmentId => {
      const db = services.database.of(governmentId)
      await sql`delete from identity.session where expires_at < now() or seen_at < now() - make_interval(secs => ${limits.session.idle})`.execute(db)
      await sql`delete from identity.verification where expires_at < now()`.execute(db)
      await sql`delete from identity.known_device where last_at < now() - make_interval(secs => ${limits.device})`.execute(db)
      await sql`delete from platform.attempt where at < now() - make_interval(secs => ${2 * attemptWindow})`.execute(db)
    })
  },
}
