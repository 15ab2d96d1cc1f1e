import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { inTurn, type Banner, type Content, type Event, type State, type Tone } from './banner.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

const selected = (db: Db | Tx) => tables(db).selectFrom('banners.banner').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const bannerOf = (row: Row): Banner => ({
  id: row.id,
  state: row.state as State,
  tone: row.tone as Tone,
  title: row.title,
  text: row.body,
  href: row.href,
  titleEnglish: row.title_english,
  textEnglish: row.body_english,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  shownAt: row.shown_at,
  endedAt: row.ended_at,
  createdBy: row.created_by,
  createdAt: row.created_at,
  version: row.version,
})

const columnsOf = (content: Content) => ({
  tone: content.tone,
  title: content.title,
  body: content.text,
  href: content.href,
  title_english: content.titleEnglish,
  body_english: content.textEnglish,
  starts_at: content.startsAt,
  ends_at: content.endsAt,
})

/** Banners whose time has not ended, in the order of their turn. */
export const shownBanners = async (db: Db | Tx): Promise<Banner[]> =>
  (await selected(db).where('state', '=', 'shown').where(sql<SqlBool>`ends_at > now()`).execute()).map(bannerOf).toSorted(inTurn)

/** Drafts and banners still to come, newest first. */
export const comingBanners = async (db: Db): Promise<Banner[]> => (await selected(db).where('state', 'in', ['draft', 'scheduled']).orderBy('id', 'desc').limit(50).execute()).map(bannerOf)

/** Banners that have ended, newest first; `next` is the mark to go on from. */
export async function endedBanners(db: Db, { before, limit }: { before?: string; limit: number }): Promise<{ items: Banner[]; next: string | null }> {
  let query = selected(db).where('state', '=', 'ended').orderBy('id', 'desc').limit(limit + 1)
  if (before) query = query.where('id', '<', before)
  const rows = await query.execute()
  const items = rows.slice(0, limit).map(bannerOf)
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

/** One banner, or nothing; with `lock` nobody else changes it until the transaction ends. */
export async function bannerById(db: Db | Tx, id: string, lock = false): Promise<Banner | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const query = selected(db).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? bannerOf(row) : null
}

/** Ids of banners that are to begin or to end by now. */
export async function dueBanners(db: Db): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('banners.banner')
    .select('id')
    .where('state', 'in', ['scheduled', 'shown'])
    .where(sql<SqlBool>`(ends_at <= now() or (state = 'scheduled' and starts_at <= now()))`)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(row => row.id)
}

/** Adds a draft. */
export async function insertBanner(tx: Tx, content: Content, by: string | null): Promise<Banner> {
  return bannerOf(await tables(tx).insertInto('banners.banner').values({ ...columnsOf(content), created_by: by }).returningAll().executeTakeFirstOrThrow())
}

/** Changes what a banner says and when it ends. */
export async function updateContent(tx: Tx, id: string, content: Content): Promise<void> {
  await tables(tx).updateTable('banners.banner').set({ ...columnsOf(content), version: sql`version + 1` }).where('id', '=', id).execute()
}

/** Moves a banner on. */
export async function updateState(tx: Tx, id: string, set: { state: State; starts_at?: Date | null; ends_at?: Date; shown_at?: Date; ended_at?: Date }): Promise<void> {
  await tables(tx).updateTable('banners.banner').set({ ...set, version: sql`version + 1` }).where('id', '=', id).execute()
}

/** One line of a banner's history. */
interface Step {
  event: Event
  at: Date
  by: string | null
  tone: Tone
  title: string
  text: string | null
  endsAt: Date
}

/** Writes what happened, with what the banner says from then on. */
export async function insertStep(tx: Tx, id: string, event: Event, by: string | null): Promise<void> {
  await sql`insert into banners.step (banner_id, event, by, tone, title, body, ends_at)
    select id, ${event}, ${by}::uuid, tone, title, body, ends_at from banners.banner where id = ${id}`.execute(tx)
}

/** A banner's history, newest first. */
export async function stepsOf(db: Db, id: string): Promise<Step[]> {
  const rows = await tables(db).selectFrom('banners.step').selectAll().where('banner_id', '=', id).orderBy('id', 'desc').limit(200).execute()
  return rows.map(row => ({ event: row.event as Event, at: row.at, by: row.by, tone: row.tone as Tone, title: row.title, text: row.body, endsAt: row.ends_at }))
}
