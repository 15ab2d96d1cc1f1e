import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'

export interface Notification {
  id: string
  at: Date
  text: string
  values: Record<string, string | number>
  href: string
  readAt: Date | null
}

/** Tells a person something, in the transaction of what it tells of; `text` is Indonesian source text. */
export async function notify(tx: Tx, accountIds: readonly string[], note: { text: string; values?: Record<string, string | number>; href: string }): Promise<void> {
  if (accountIds.length === 0) return
  await sql`insert into platform.notification (account_id, text, text_values, href)
    select id, ${note.text}, ${JSON.stringify(note.values ?? {})}::jsonb, ${note.href} from unnest(${[...new Set(accountIds)]}::uuid[]) as id`.execute(tx)
}

/** The newest notifications of a person. */
export async function notificationsOf(db: Db, accountId: string, limit = 50): Promise<Notification[]> {
  const { rows } = await sql<Notification>`select id, at, text, text_values as values, href, read_at as "readAt"
    from platform.notification where account_id = ${accountId} order by id desc limit ${limit}`.execute(db)
  return rows
}

/** How many a person has not read. */
export async function unreadOf(db: Db, accountId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.notification where account_id = ${accountId} and read_at is null`.execute(db)
  return rows[0]!.n
}

/** Marks all of a person's notifications as read. */
export async function markRead(tx: Tx, accountId: string): Promise<void> {
  await sql`update platform.notification set read_at = now() where account_id = ${accountId} and read_at is null`.execute(tx)
}

/** Whether what stays unread also goes by mail; yes until the person says no. */
export async function wantsMail(db: Db, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ mail: boolean }>`select mail from platform.notification_choice where account_id = ${accountId}`.execute(db)
  return rows[0]?.mail ?? true
}

/** Remembers the person's choice. */
export async function chooseMail(tx: Tx, accountId: string, mail: boolean): Promise<void> {
  await sql`insert into platform.notification_choice (account_id, mail) values (${accountId}, ${mail}) on conflict (account_id) do update set mail = excluded.mail`.execute(tx)
}

/**
 * Takes what is unread for at least `minutes` and not yet mailed, by person, marking it as mailed in the same
 * transaction: whoever reads on in the meantime gets no mail, and nobody gets one twice.
 */
export async function takeUnmailed(tx: Tx, minutes: number): Promise<Map<string, Notification[]>> {
  const { rows } = await sql<Notification & { accountId: string }>`
    update platform.notification n set mailed_at = now()
    where read_at is null and mailed_at is null and at < now() - make_interval(mins => ${minutes}) and at > now() - interval '2 days'
      and not exists (select 1 from platform.notification_choice c where c.account_id = n.account_id and not c.mail)
    returning id, account_id as "accountId", at, text, text_values as values, href, read_at as "readAt"`.execute(tx)
  return Map.groupBy(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)), row => row.accountId)
}
