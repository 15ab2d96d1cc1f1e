import { sql, type Expression, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Finding, Judged, LinkState, Outcome } from './link.ts'
import type { Tables } from './tables.ts'
import type { TendedKind, TendedText } from './tended/tended.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** An address as a text gives it, made uniform. */
export interface Address {
  url: string
  inside: boolean
}

/**
 * Writes a page with the addresses it links to; mentions that stay keep what a person decided about them.
 * @returns ids of the links it no longer has
 */
export async function writePage(tx: Tx, page: Pick<TendedText, 'id' | 'unitId' | 'pageOwner' | 'title'> & { kind: TendedKind }, found: readonly Address[]): Promise<string[]> {
  await tables(tx)
    .insertInto('upkeep.page')
    .values({ id: page.id, kind: page.kind, unit_id: page.unitId, owner_id: page.pageOwner, title: page.title })
    .onConflict(oc => oc.column('id').doUpdateSet({ unit_id: page.unitId, owner_id: page.pageOwner, title: page.title }))
    .execute()
  const urls = found.map(address => address.url)
  // In one order, so that two pages with the same links never wait for each other in a circle.
  await sql`insert into upkeep.link (url, inside) select url, inside from unnest(${urls}::text[], ${found.map(address => address.inside)}::boolean[]) as a (url, inside) order by url
    on conflict (government_id, url) do update set inside = excluded.inside where link.inside <> excluded.inside`.execute(tx)
  await sql`insert into upkeep.mention (page_id, link_id) select ${page.id}::uuid, id from upkeep.link where url = any(${urls}::text[]) on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ id: string }>`delete from upkeep.mention m using upkeep.link l
    where m.page_id = ${page.id}::uuid and l.id = m.link_id and l.url <> all(${urls}::text[]) returning l.id`.execute(tx)
  return rows.map(row => row.id)
}

/** The public no longer sees a page; answers the ids of the links it had. */
export async function forgetPage(tx: Tx, id: string): Promise<string[]> {
  const links = await tables(tx).deleteFrom('upkeep.mention').where('page_id', '=', id).returning('link_id').execute()
  await tables(tx).deleteFrom('upkeep.page').where('id', '=', id).execute()
  return links.map(row => row.link_id)
}

/** Forgets those of the addresses that no page links to any more. */
export async function dropOrphans(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`delete from upkeep.link l where l.id = any(${ids}::uuid[]) and not exists (select 1 from upkeep.mention m where m.link_id = l.id)`.execute(tx)
}

/** How far the sweep has come; with `to` it is moved there, null for the beginning. */
export async function sweepMark(db: Db | Tx, to?: string | null): Promise<string | null> {
  if (to === undefined) return (await tables(db).selectFrom('upkeep.round').select('swept_to').executeTakeFirst())?.swept_to ?? null
  await tables(db).updateTable('upkeep.round').set({ swept_to: to }).execute()
  return to
}

/** Takes the turn to check for some minutes; false when another process has it. */
export async function beginRound(db: Db, minutes: number): Promise<boolean> {
  const { rows } = await sql`insert into upkeep.round (government_id, busy_until) values (platform.current_government(), now() + ${`${minutes} minutes`}::interval)
    on conflict (government_id) do update set busy_until = excluded.busy_until where round.busy_until < now() returning 1`.execute(db)
  return rows.length > 0
}

/** Gives the turn back. */
export const endRound = (db: Db) => tables(db).updateTable('upkeep.round').set({ busy_until: sql<Date>`now()` }).execute()

/** A link as a check needs it. */
export interface Link {
  id: string
  url: string
  inside: boolean
  failures: number
  failingSince: Date | null
  brokenAt: Date | null
}

const linkColumns = ['id', 'url', 'inside', 'failures', 'failing_since as failingSince', 'broken_at as brokenAt'] as const

/** Links whose time has come, longest waiting first. */
export const dueLinks = (db: Db, inside: boolean, limit: number): Promise<Link[]> =>
  tables(db).selectFrom('upkeep.link').select(linkColumns).where('inside', '=', inside).where(sql<SqlBool>`check_at <= now()`).orderBy('check_at').orderBy('id').limit(limit).execute()

/** One link, or nothing. */
export const linkById = (db: Db | Tx, id: string): Promise<Link | undefined> => tables(db).selectFrom('upkeep.link').select(linkColumns).where('id', '=', id).executeTakeFirst()

/** Writes what a check found; a link that has gone meanwhile is left alone. */
export async function recordCheck(tx: Tx, id: string, outcome: Outcome, judged: Judged, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('upkeep.link')
    .set({
      state: judged.state, finding: outcome.finding, status: outcome.status, moved_to: outcome.movedTo, failures: judged.failures, failing_since: judged.failingSince,
      broken_at: judged.brokenAt, checked_at: now, check_at: judged.checkAt,
    })
    .where('id', '=', id)
    .execute()
}

/** Adds to what was done today. */
export async function countDay(tx: Tx, day: string, done: { asked?: number; reviewed?: number }): Promise<void> {
  await sql`insert into upkeep.day (day, asked, reviewed) values (${day}::date, ${done.asked ?? 0}, ${done.reviewed ?? 0})
    on conflict (government_id, day) do update set asked = day.asked + excluded.asked, reviewed = day.reviewed + excluded.reviewed`.execute(tx)
}

/** How many addresses were asked today. */
export const askedOn = async (db: Db, day: string): Promise<number> =>
  (await tables(db).selectFrom('upkeep.day').select('asked').where('day', '=', sql<string>`${day}::date`).executeTakeFirst())?.asked ?? 0

/** Owners with something broken since they were last told, at most once in seven days; marks them as told. */
export async function ownersToTell(tx: Tx): Promise<{ owner: string; links: number }[]> {
  const { rows } = await sql<{ owner: string; links: number }>`
    with waiting as (
      select p.owner_id as owner, count(distinct l.id)::int as links
      from upkeep.link l join upkeep.mention m on m.link_id = l.id and m.ignored_at is null join upkeep.page p on p.id = m.page_id
        left join upkeep.told t on t.account_id = p.owner_id
      where l.state = 'broken' and p.owner_id is not null and (t.at is null or t.at < now() - interval '7 days')
      group by p.owner_id, t.at having max(l.broken_at) > coalesce(t.at, '-infinity')
    ), marked as (
      insert into upkeep.told (account_id, at) select owner, now() from waiting
      on conflict (account_id) do update set at = excluded.at where told.at < now() - interval '7 days' returning account_id
    )
    select w.owner, w.links from waiting w join marked on marked.account_id = w.owner`.execute(tx)
  return rows
}

/** One page's link that needs a person. */
export interface BrokenMention {
  kind: TendedKind
  pageId: string
  linkId: string
  title: string
  unitId: string
  ownerId: string | null
  url: string
  state: LinkState
  finding: Finding | null
  status: number | null
  movedTo: string | null
  failures: number
  failingSince: Date | null
  checkedAt: Date | null
  ignoredReason: string | null
}

export interface MentionFilter {
  owner?: string
  ignored: boolean
}

const conditions = (reach: Reach | null, { owner, ignored }: MentionFilter): Expression<SqlBool> =>
  sql<SqlBool>`l.state in ('broken', 'moved') and ${within(reach, { unit: sql.ref('p.unit_id'), owner: sql.ref('p.owner_id') })}
    and (m.ignored_at is not null) = ${ignored} and ${owner ? sql<SqlBool>`p.owner_id = ${owner}::uuid` : sql<SqlBool>`true`}`

const from = sql`upkeep.mention m join upkeep.link l on l.id = m.link_id join upkeep.page p on p.id = m.page_id`

const mentionColumns = sql`p.kind, m.page_id as "pageId", m.link_id as "linkId", p.title, p.unit_id as "unitId", p.owner_id as "ownerId", l.url, l.state, l.finding, l.status,
  l.moved_to as "movedTo", l.failures, l.failing_since as "failingSince", l.checked_at as "checkedAt", m.ignored_reason as "ignoredReason"`

/** Links that need a person, page by page, newest page first; `next` is the mark to go on from. */
export async function brokenMentions(db: Db, reach: Reach | null, filter: MentionFilter & { after?: string; limit: number }): Promise<{ items: BrokenMention[]; next: string | null }> {
  const mark = /^([0-9a-f-]{36})\.([0-9a-f-]{36})$/.exec(filter.after ?? '')
  const { rows } = await sql<BrokenMention>`
    select ${mentionColumns} from ${from}
    where ${conditions(reach, filter)} and ${mark ? sql<SqlBool>`(m.page_id, m.link_id) < (${mark[1]}::uuid, ${mark[2]}::uuid)` : sql<SqlBool>`true`}
    order by m.page_id desc, m.link_id desc limit ${filter.limit + 1}`.execute(db)
  const items = rows.slice(0, filter.limit)
  const last = items.at(-1)
  return { items, next: rows.length > filter.limit && last ? `${last.pageId}.${last.linkId}` : null }
}

/** Links on a unit's pages that lead nowhere, newest page first; those a person decided to leave are left out. */
export async function brokenOf(db: Db, unitId: string): Promise<Pick<BrokenMention, 'url' | 'title' | 'kind' | 'pageId'>[]> {
  const { rows } = await sql<Pick<BrokenMention, 'url' | 'title' | 'kind' | 'pageId'>>`
    select l.url, p.title, p.kind, p.id as "pageId" from ${from}
    where l.state = 'broken' and m.ignored_at is null and p.unit_id = ${unitId}::uuid order by p.id desc, l.url limit 100`.execute(db)
  return rows
}

/** How many links a unit's pages have that were checked, and how many of them lead nowhere. */
export async function countBroken(db: Db, unitId: string): Promise<{ n: number; checked: number }> {
  const { rows } = await sql<{ n: number; checked: number }>`
    select count(distinct l.id) filter (where l.state = 'broken' and m.ignored_at is null)::int as n, count(distinct l.id) filter (where l.checked_at is not null)::int as checked
    from ${from} where p.unit_id = ${unitId}::uuid`.execute(db)
  return rows[0]!
}

/** How many there are. */
export async function countMentions(db: Db, reach: Reach | null, filter: MentionFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${from} where ${conditions(reach, filter)}`.execute(db)
  return rows[0]!.n
}

/** One of them within reach, in whatever state; nothing for a stranger's. */
export async function mentionWithin(db: Db | Tx, reach: Reach | null, pageId: string, linkId: string): Promise<BrokenMention | undefined> {
  if (![pageId, linkId].every(id => /^[0-9a-f-]{36}$/.test(id))) return undefined
  const { rows } = await sql<BrokenMention>`
    select ${mentionColumns} from ${from}
    where m.page_id = ${pageId} and m.link_id = ${linkId} and ${within(reach, { unit: sql.ref('p.unit_id'), owner: sql.ref('p.owner_id') })}`.execute(db)
  return rows[0]
}

/** Leaves a link as it is, with the reason, or takes that back. */
export async function setIgnored(tx: Tx, pageId: string, linkId: string, by: string | null, reason: string | null): Promise<void> {
  await tables(tx)
    .updateTable('upkeep.mention')
    .set({ ignored_at: reason === null ? null : new Date(), ignored_by: reason === null ? null : by, ignored_reason: reason })
    .where('page_id', '=', pageId)
    .where('link_id', '=', linkId)
    .execute()
}
