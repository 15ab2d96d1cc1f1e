import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { tokenHash } from '#platform/secrets/sealing.ts'

/** The address a person's calendar programs ask at, as far as it is known here. */
export interface Subscription {
  accountId: string
  madeAt: Date
  usedAt: Date | null
}

const columns = sql`account_id as "accountId", made_at as "madeAt", used_at as "usedAt"`

export async function subscriptionOf(db: Db, accountId: string): Promise<Subscription | null> {
  const { rows } = await sql<Subscription>`select ${columns} from calendar.subscription where account_id = ${accountId}`.execute(db)
  return rows[0] ?? null
}

/** Whose secret this is; null for one nobody has any more. */
export async function subscriptionWith(db: Db, token: string): Promise<Subscription | null> {
  const { rows } = await sql<Subscription>`select ${columns} from calendar.subscription where token_hash = ${tokenHash(token)}`.execute(db)
  return rows[0] ?? null
}

/** Gives a person a new secret; an older one leads nowhere from then on. */
export async function writeSubscription(tx: Tx, accountId: string, token: string): Promise<void> {
  await sql`
    insert into calendar.subscription (account_id, token_hash) values (${accountId}, ${tokenHash(token)})
    on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = now(), used_at = null`.execute(tx)
}

/** Whether there was one to stop. */
export async function removeSubscription(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql`delete from calendar.subscription where account_id = ${accountId} returning 1`.execute(tx)
  return rows.length > 0
}

/** Remembers that a program asked, once an hour. */
export async function markUsed(db: Db, { accountId, usedAt }: Subscription, now: Date): Promise<void> {
  if (usedAt && now.getTime() - usedAt.getTime() < 3_600_000) return
  await sql`update calendar.subscription set used_at = ${now} where account_id = ${accountId}`.execute(db)
}
