import { sql, type SqlBool } from 'kysely'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { forgetMail } from '#platform/mail/mail.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { countReaders } from './exports.ts'
import { tables } from './store.ts'

/** Removes what nobody confirmed within seven days and what was delivered a month ago, and counts readers of the month. */
export async function cleanUpOne(services: Services, governmentId: string, now: Date): Promise<void> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  await services.database.transaction(governmentId, async tx => {
    const own = tables(tx)
    const unconfirmed = await own.deleteFrom('subscriptions.subscription').where('confirmed_at', 'is', null).where(sql<SqlBool>`created_at < ${now}::timestamptz - interval '7 days'`).returning('mail_ids').execute()
    const delivered = await own.deleteFrom('subscriptions.delivery').where(sql<SqlBool>`at < ${now}::timestamptz - interval '30 days'`).returning('mail_id').execute()
    await forgetMail(tx, [...new Set([...unconfirmed.flatMap(row => row.mail_ids), ...delivered.flatMap(row => row.mail_id ?? [])])])
    // A reader who wants nothing any more is forgotten.
    await own.deleteFrom('subscriptions.subscriber as s').where(eb => eb.not(eb.exists(eb.selectFrom('subscriptions.subscription as wanted').select('wanted.id').whereRef('wanted.subscriber_id', '=', 's.id')))).execute()
    await own.deleteFrom('subscriptions.digest').where(sql<SqlBool>`day < ${now}::timestamptz - interval '30 days'`).execute()
    if (government) await countReaders(tx, `${dayIn(now, government.zone).slice(0, 7)}-01`)
  })
}

export const cleanUp: Job = {
  name: 'subscriptions.clean-up',
  every: '50 18 * * *',
  run: ({ services, now }) => everyGovernment(services, id => cleanUpOne(services, id, now)),
}
