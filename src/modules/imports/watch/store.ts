import { sql, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Message } from '#platform/forms/fields.ts'
import { tables } from '../store.ts'

/** A feed that is looked at again and again. */
export interface FeedSource {
  id: string
  unitId: string
  url: string
  title: string
  publish: boolean
  everyMinutes: number
  state: 'active' | 'paused'
  etag: string | null
  lastModified: string | null
  lastSeenAt: Date | null
  lastResult: Message | null
  failures: number
  createdBy: string | null
}

const sourcesIn = (db: Db | Tx) =>
  tables(db)
    .selectFrom('imports.feed_source as s')
    .select(['id', 'unit_id as unitId', 'url', 'title', 'publish', 'every_minutes as everyMinutes', 'state', 'etag', 'last_modified as lastModified', 'last_seen_at as lastSeenAt', 'last_result as lastResult', 'failures', 'created_by as createdBy'])

const sourceOf = (row: Awaited<ReturnType<ReturnType<typeof sourcesIn>['executeTakeFirstOrThrow']>>): FeedSource => ({ ...row, state: row.state as FeedSource['state'], lastResult: row.lastResult as unknown as Message | null })

/** Watched feeds within reach, newest first. A government has dozens, not thousands. */
export const sourcesWithin = async (db: Db, reach: Reach | null): Promise<FeedSource[]> =>
  (await sourcesIn(db).where(within(reach, { unit: sql.ref('s.unit_id') })).orderBy('id', 'desc').limit(500).execute()).map(sourceOf)

/** One within reach, locked. */
export async function sourceWithin(tx: Tx, reach: Reach | null, id: string): Promise<FeedSource | null> {
  const row = await sourcesIn(tx).where('id', '=', id).where(within(reach, { unit: sql.ref('s.unit_id') })).forUpdate().executeTakeFirst()
  return row ? sourceOf(row) : null
}

export async function sourceById(db: Db | Tx, id: string): Promise<FeedSource | null> {
  const row = await sourcesIn(db).where('id', '=', id).executeTakeFirst()
  return row ? sourceOf(row) : null
}

/** Feeds whose time has come, longest waiting first. */
export const dueSources = async (db: Db, limit: number): Promise<FeedSource[]> =>
  (await sourcesIn(db).where('state', '=', 'active').where(sql<SqlBool>`look_at <= now()`).orderBy('look_at').limit(limit).execute()).map(sourceOf)

/** Watches a feed from now on; one that is watched already keeps what is known of it. */
export async function addSource(tx: Tx, source: { unitId: string; url: string; title: string; publish: boolean; everyMinutes?: number; by: string | null }): Promise<string> {
  const row = { publish: source.publish, every_minutes: source.everyMinutes ?? 60, state: 'active', failures: 0 }
  const { id } = await tables(tx)
    .insertInto('imports.feed_source')
    .values({ unit_id: source.unitId, url: source.url, title: source.title, created_by: source.by, ...row })
    .onConflict(conflict => conflict.columns(['government_id', 'unit_id', 'url']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Remembers what a look found and when to look again. */
export async function seen(db: Db | Tx, id: string, look: { result: Message; failures: number; minutes: number; pause?: boolean; etag?: string | null; lastModified?: string | null; title?: string }): Promise<void> {
  await tables(db)
    .updateTable('imports.feed_source')
    .set({
      last_seen_at: new Date(), last_result: JSON.stringify(look.result), failures: look.failures, look_at: new Date(Date.now() + look.minutes * 60_000),
      ...(look.pause && { state: 'paused' }), ...(look.etag !== undefined && { etag: look.etag }), ...(look.lastModified !== undefined && { last_modified: look.lastModified }), ...(look.title && { title: look.title }),
    })
    .where('id', '=', id)
    .execute()
}

/** Pauses a feed or goes on with it at once. */
export const setWatching = (tx: Tx, id: string, active: boolean) =>
  tables(tx).updateTable('imports.feed_source').set(active ? { state: 'active', failures: 0, look_at: new Date() } : { state: 'paused' }).where('id', '=', id).execute()

/** Stops watching. What came of it stays. */
export const removeSource = (tx: Tx, id: string) => tables(tx).deleteFrom('imports.feed_source').where('id', '=', id).execute()
