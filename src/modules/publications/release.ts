import { sql, type SqlBool } from 'kysely'
import { changed } from '#platform/db/changes.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/web/services.ts'
import { goLive } from './lifecycle.ts'
import { tables, workingById } from './store.ts'

/**
 * Publishes what is due in one government. Items of one bundle are released in one transaction, so readers see
 * all of it or none; they carry the minute that was promised, not the one at which the job ran.
 * @returns how many went live
 */
export async function releaseDue(services: Services, governmentId: string): Promise<number> {
  const due = await tables(services.database.of(governmentId))
    .selectFrom('publications.publication')
    .select(['id', 'bundle_id'])
    .where('state', '=', 'scheduled')
    .where(sql<SqlBool>`scheduled_at <= now()`)
    .orderBy('scheduled_at')
    .limit(500)
    .execute()
  const groups = Map.groupBy(due, row => row.bundle_id ?? row.id)
  let released = 0
  for (const group of groups.values())
    await services.database.transaction(governmentId, async tx => {
      for (const { id } of group) {
        const publication = await workingById(tx, id, true)
        // Another worker, or a person, was faster.
        if (publication?.state !== 'scheduled' || !publication.scheduledAt || publication.scheduledAt > new Date()) continue
        await goLive(tx, { files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret, governmentId }, publication, null, { at: publication.scheduledAt })
        released++
      }
      const bundle = group[0]?.bundle_id
      if (bundle) await tables(tx).updateTable('publications.bundle').set({ released_at: new Date() }).where('id', '=', bundle).where('released_at', 'is', null).execute()
      await changed(tx, `publications:${governmentId}`)
    })
  return released
}

/** Wakes at the minute a publication is promised for; the recurring run catches what a stopped system missed. */
export const releaseDueJob: Job = {
  name: 'publications.release-due',
  every: '* * * * *',
  async run({ services, governmentId }) {
    if (governmentId) await releaseDue(services, governmentId)
    else await everyGovernment(services, async id => void (await releaseDue(services, id)))
  },
}
