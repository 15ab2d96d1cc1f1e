import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { tidyTag, type Subject } from '../choice.ts'
import type { Frequency } from '../contract.ts'
import { tables } from '../store.ts'

/** One reader whom a publication concerns, and how soon. */
export interface Match {
  subscriberId: string
  /** At once when any of the choices that match says so. */
  frequency: Frequency
}

/** Readers whose confirmed choices match a publication, in the order of their ids after `after`. */
export async function matching(db: Db | Tx, item: Subject, after: string | null, limit: number): Promise<Match[]> {
  const tags = item.tags.map(tidyTag)
  let query = tables(db)
    .selectFrom('subscriptions.subscription as s')
    .select(['s.subscriber_id', sql<boolean>`bool_or(s.frequency = 'at-once')`.as('soon')])
    .where('s.confirmed_at', 'is not', null)
    .where(eb => eb.or([eb('s.unit_id', 'is', null), eb('s.unit_id', '=', item.unitId)]))
    .where(eb => eb.or([eb('s.kind', 'is', null), eb('s.kind', '=', item.kind)]))
    .where(eb => eb.or([eb('s.district_code', 'is', null), eb('s.district_code', '=', item.districtCode)]))
    .where(sql<SqlBool>`(s.tag is null or s.tag = any(${tags}::text[]))`)
  if (after) query = query.where('s.subscriber_id', '>', after)
  const rows = await query.groupBy('s.subscriber_id').orderBy('s.subscriber_id').limit(limit).execute()
  return rows.map(row => ({ subscriberId: row.subscriber_id, frequency: row.soon ? 'at-once' : 'daily' }))
}

/** Writes down that readers are to get a publication; answers only those who had not been noted before. */
export async function noteDeliveries(tx: Tx, publicationId: string, matches: readonly Match[]): Promise<Match[]> {
  if (matches.length === 0) return []
  const rows = await tables(tx)
    .insertInto('subscriptions.delivery')
    .values(matches.map(match => ({ subscriber_id: match.subscriberId, publication_id: publicationId, frequency: match.frequency })))
    .onConflict(oc => oc.columns(['subscriber_id', 'publication_id']).doNothing())
    .returning(['subscriber_id', 'frequency'])
    .execute()
  return rows.map(row => ({ subscriberId: row.subscriber_id, frequency: row.frequency as Frequency }))
}

/** Marks publications as handed to a reader, by the letter that carries them if there is one. */
export async function handOver(tx: Db | Tx, subscriberId: string, publicationIds: readonly string[], mailId: string | null): Promise<void> {
  await tables(tx).updateTable('subscriptions.delivery').set({ handed_at: new Date(), mail_id: mailId }).where('subscriber_id', '=', subscriberId).where('publication_id', 'in', publicationIds).execute()
}

/** Whether a publication still waits to be pushed to a reader. */
export async function waitsForPush(db: Db, subscriberId: string, publicationId: string): Promise<boolean> {
  const row = await tables(db).selectFrom('subscriptions.delivery').select('handed_at').where('subscriber_id', '=', subscriberId).where('publication_id', '=', publicationId).executeTakeFirst()
  return row !== undefined && row.handed_at === null
}

/** What waits for the digest of the next readers after `after`, locked: publications by reader. */
export async function waitingForDigest(tx: Tx, cutoff: Date, after: string | null, readers: number): Promise<Map<string, string[]>> {
  let next = tables(tx).selectFrom('subscriptions.delivery').select('subscriber_id').distinct().where('handed_at', 'is', null).where('frequency', '=', 'daily').where('at', '<=', cutoff)
  if (after) next = next.where('subscriber_id', '>', after)
  const rows = await tables(tx)
    .selectFrom('subscriptions.delivery')
    .select(['subscriber_id', 'publication_id'])
    .where('handed_at', 'is', null)
    .where('frequency', '=', 'daily')
    .where('at', '<=', cutoff)
    .where('subscriber_id', 'in', next.orderBy('subscriber_id').limit(readers))
    .orderBy('subscriber_id')
    .orderBy('publication_id')
    .forUpdate()
    .execute()
  return new Map([...Map.groupBy(rows, row => row.subscriber_id)].map(([id, list]) => [id, list.map(row => row.publication_id)]))
}

/** Notes that today's digest begins; false when it began before. */
export async function beginDigest(tx: Tx, day: string): Promise<boolean> {
  const row = await tables(tx).insertInto('subscriptions.digest').values({ day }).onConflict(oc => oc.doNothing()).returning('day').executeTakeFirst()
  return row !== undefined
}
