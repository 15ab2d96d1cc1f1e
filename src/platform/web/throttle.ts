import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { everyGovernment } from '../jobs/everywhere.ts'
import type { Job } from '../jobs/jobs.ts'
import { TooMany } from './problems.ts'

/**
 * Counts an attempt and refuses it when `limit` were made within `seconds`. Counted outside the transaction of
 * the act, so that a refused or failing act counts too. The key is stored as a keyed hash.
 * @throws TooMany
 */
export async function throttle(db: Db, secret: string, key: string, limit: number, seconds: number): Promise<void> {
  const hash = createHmac('sha256', secret).update(`throttle ${key}`).digest()
  const { rows } = await sql<{ n: number; oldest: Date | null }>`
    with added as (insert into platform.attempt (key) values (${hash}) returning at)
    select count(*)::int as n, min(at) as oldest from platform.attempt where key = ${hash} and at > now() - make_interval(secs => ${seconds})`.execute(db)
  const { n, oldest } = rows[0]!
  if (n >= limit) throw new TooMany(Math.max(1, seconds - Math.floor((Date.now() - (oldest?.getTime() ?? Date.now())) / 1000)))
}

/** Forgets attempts that no limit counts any more. */
export const removeOldAttempts: Job = {
  name: 'platform.remove-old-attempts',
  every: '20 * * * *',
  run: ({ services }) =>
    everyGovernment(services, async governmentId => {
      await sql`delete from platform.attempt where at < now() - interval '2 days'`.execute(services.database.of(governmentId))
    }),
}
