import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/locale.ts'
import { forgetMail } from '#platform/mail/mail.ts'
import { newToken, tokenHash } from '#platform/secrets/sealing.ts'
import type { Kind } from '#modules/publications/contract.ts'
import { addressHash, openReader, sealedReader, type Reader } from './address.ts'
import type { Choice, Frequency } from './contract.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** A mailbox or browser that is told. */
export interface Subscriber extends Reader {
  id: string
  channel: 'mail' | 'push'
  language: Language
  origin: string
}

export interface Subscription extends Choice {
  id: string
  subscriberId: string
  frequency: Frequency
  confirmedAt: Date | null
}

const subscriberColumns = ['id', 'channel', 'language', 'origin', 'sealed'] as const
const subscriptionColumns = ['id', 'subscriber_id', 'unit_id', 'kind', 'district_code', 'tag', 'frequency', 'confirmed_at'] as const

const subscriberOf = (secret: string, row: { id: string; channel: string; language: string; origin: string; sealed: Buffer }): Subscriber => ({
  id: row.id,
  channel: row.channel as Subscriber['channel'],
  language: row.language as Language,
  origin: row.origin,
  ...openReader(secret, row.sealed),
})

const subscriptionOf = (row: { id: string; subscriber_id: string; unit_id: string | null; kind: string | null; district_code: string | null; tag: string | null; frequency: string; confirmed_at: Date | null }): Subscription => ({
  id: row.id,
  subscriberId: row.subscriber_id,
  unitId: row.unit_id,
  kind: row.kind as Kind | null,
  districtCode: row.district_code,
  tag: row.tag,
  frequency: row.frequency as Frequency,
  confirmedAt: row.confirmed_at,
})

/** Finds the subscriber of an address, or adds it; two requests at once agree on one. */
export async function subscriberFor(tx: Tx, secret: string, who: { channel: Subscriber['channel']; address: string; language: Language; origin: string }): Promise<Subscriber> {
  const { token, sealed } = sealedReader(secret, who.address)
  const row = await tables(tx)
    .insertInto('subscriptions.subscriber')
    .values({ channel: who.channel, address_hash: addressHash(secret, who.address), sealed, token_hash: tokenHash(token), language: who.language, origin: who.origin })
    .onConflict(oc => oc.columns(['government_id', 'channel', 'address_hash']).doUpdateSet(eb => ({ channel: eb.ref('excluded.channel') })))
    .returning(subscriberColumns)
    .executeTakeFirstOrThrow()
  return subscriberOf(secret, row)
}

const columnsOf = (choice: Choice) => ({ unit_id: choice.unitId, kind: choice.kind, district_code: choice.districtCode, tag: choice.tag })

/** Adds what the holder of the address asks for; nothing happens when it is there already. */
export async function addSubscription(tx: Tx, subscriberId: string, choice: Choice, frequency: Frequency): Promise<void> {
  await tables(tx)
    .insertInto('subscriptions.subscription')
    .values({ subscriber_id: subscriberId, ...columnsOf(choice), frequency, confirmed_at: new Date() })
    .onConflict(oc => oc.columns(['subscriber_id', 'unit_id', 'kind', 'district_code', 'tag']).doUpdateSet({ confirmed_at: sql`coalesce(subscriptions.subscription.confirmed_at, now())` }))
    .execute()
}

/**
 * Keeps what somebody asked for in the name of an address, until its holder confirms.
 * @returns the token of the confirmation, or null when it was confirmed before
 */
export async function requestSubscription(tx: Tx, subscriberId: string, choice: Choice, frequency: Frequency): Promise<{ id: string; token: string | null }> {
  const token = newToken()
  const asked = { frequency, confirm_hash: tokenHash(token), created_at: new Date() }
  const row = await tables(tx)
    .insertInto('subscriptions.subscription')
    .values({ subscriber_id: subscriberId, ...columnsOf(choice), ...asked })
    .onConflict(oc => oc.columns(['subscriber_id', 'unit_id', 'kind', 'district_code', 'tag']).doUpdateSet(asked).where('subscriptions.subscription.confirmed_at', 'is', null))
    .returning('id')
    .executeTakeFirst()
  if (row) return { id: row.id, token }
  return { id: (await same(tx, subscriberId, choice))!.id, token: null }
}

async function same(tx: Tx, subscriberId: string, choice: Choice): Promise<Subscription | undefined> {
  const all = await subscriptionsOf(tx, subscriberId)
  return all.find(one => one.unitId === choice.unitId && one.kind === choice.kind && one.districtCode === choice.districtCode && one.tag === choice.tag)
}

/** Notes a letter about a subscription, so that it is forgotten with it. */
export async function rememberLetter(tx: Tx, subscriptionId: string, mailId: string): Promise<void> {
  await tables(tx).updateTable('subscriptions.subscription').set({ mail_ids: sql<string[]>`array_append(mail_ids, ${mailId}::uuid)` }).where('id', '=', subscriptionId).execute()
}

/** What waits under the token of a confirmation, and whose it is. */
export async function byConfirmation(db: Db | Tx, secret: string, token: string): Promise<{ subscription: Subscription; subscriber: Subscriber } | null> {
  const row = await tables(db).selectFrom('subscriptions.subscription').select(subscriptionColumns).where('confirm_hash', '=', tokenHash(token)).executeTakeFirst()
  if (!row) return null
  const owner = await tables(db).selectFrom('subscriptions.subscriber').select(subscriberColumns).where('id', '=', row.subscriber_id).executeTakeFirstOrThrow()
  return { subscription: subscriptionOf(row), subscriber: subscriberOf(secret, owner) }
}

export async function confirmSubscription(tx: Tx, id: string): Promise<void> {
  await tables(tx).updateTable('subscriptions.subscription').set({ confirmed_at: new Date() }).where('id', '=', id).where('confirmed_at', 'is', null).execute()
}

/** The subscriber whose letters carry this token. */
export async function byToken(db: Db | Tx, secret: string, token: string): Promise<Subscriber | null> {
  const row = await tables(db).selectFrom('subscriptions.subscriber').select(subscriberColumns).where('token_hash', '=', tokenHash(token)).executeTakeFirst()
  return row ? subscriberOf(secret, row) : null
}

export async function subscribersById(db: Db | Tx, secret: string, ids: readonly string[]): Promise<Map<string, Subscriber>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(db).selectFrom('subscriptions.subscriber').select(subscriberColumns).where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, subscriberOf(secret, row)]))
}

/** Everything a subscriber asked for, oldest first. */
export async function subscriptionsOf(db: Db | Tx, subscriberId: string): Promise<Subscription[]> {
  const rows = await tables(db).selectFrom('subscriptions.subscription').select(subscriptionColumns).where('subscriber_id', '=', subscriberId).orderBy('id').execute()
  return rows.map(subscriptionOf)
}

/** Keeps only these of a subscriber's confirmed subscriptions, all at this frequency. */
export async function keepSubscriptions(tx: Tx, subscriberId: string, ids: readonly string[], frequency: Frequency): Promise<void> {
  const own = tables(tx)
  await own.deleteFrom('subscriptions.subscription').where('subscriber_id', '=', subscriberId).where('confirmed_at', 'is not', null).where(sql<SqlBool>`id <> all(${ids}::uuid[])`).execute()
  await own.updateTable('subscriptions.subscription').set({ frequency }).where('subscriber_id', '=', subscriberId).execute()
}

/** Forgets a subscriber: address, choices, what was delivered, and the letters themselves. */
export async function erase(tx: Tx, subscriberId: string): Promise<void> {
  const own = tables(tx)
  const letters = await own
    .selectFrom('subscriptions.delivery').select('mail_id').where('subscriber_id', '=', subscriberId).where('mail_id', 'is not', null)
    .unionAll(own.selectFrom('subscriptions.subscription').select(sql<string>`unnest(mail_ids)`.as('mail_id')).where('subscriber_id', '=', subscriberId))
    .execute()
  await forgetMail(tx, letters.map(row => row.mail_id!))
  await own.deleteFrom('subscriptions.subscriber').where('id', '=', subscriberId).execute()
}
