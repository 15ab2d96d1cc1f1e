import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { on } from '#platform/events/events.ts'
import { mailRefused } from '#platform/mail/mail.ts'
import { erase, tables } from '../store.ts'

/** After so many permanent refusals, none more than a month after the one before, a reader is forgotten. */
const most = 3

/** Counts that an address was refused for good, and forgets it at the third time. */
export async function countRefusal(tx: Tx, subscriberId: string): Promise<void> {
  const row = await tables(tx)
    .updateTable('subscriptions.subscriber')
    .set({ failures: sql<number>`case when failed_at > now() - interval '1 month' then failures + 1 else 1 end`, failed_at: new Date() })
    .where('id', '=', subscriberId)
    .returning('failures')
    .executeTakeFirst()
  if (row && row.failures >= most) await erase(tx, subscriberId)
}

/** The mail server refused a letter of ours for good. Letters of others are none of our business. */
export const hearRefusals = on(mailRefused, 'subscriptions.hear-refusals', async ({ tx, payload }) => {
  const row = await tables(tx).selectFrom('subscriptions.delivery').select('subscriber_id').where('mail_id', '=', payload.mailId).limit(1).executeTakeFirst()
  if (row) await countRefusal(tx, row.subscriber_id)
})
