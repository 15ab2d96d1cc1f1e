import { sql, type Expression, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Content, Kind, PublicFilter, PublicItem, State } from './contract.ts'
import { columnsOf, contentColumns, contentOf, itemColumns, itemOf, type Publication, type Version } from './rows.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** Mark of a place in a list ordered by a moment and an id. */
const markOf = (at: Date, id: string): string => `${at.getTime().toString(36)}.${id}`

function readMark(mark: string | undefined): { at: Date; id: string } | null {
  const match = /^([0-9a-z]{1,12})\.([0-9a-f-]{36})$/.exec(mark ?? '')
  return match ? { at: new Date(Number.parseInt(match[1]!, 36)), id: match[2]! } : null
}

/** Visible publications, newest first; pages by keyset, never by offset. */
export async function visibleItems(db: Db | Tx, filter: PublicFilter): Promise<{ items: PublicItem[]; older: string | null; newer: string | null }> {
  const before = readMark(filter.before)
  const after = before ? null : readMark(filter.after)
  let query = tables(db)
    .selectFrom('publications.publication as p')
    .innerJoin('publications.version as v', join => join.onRef('v.publication_id', '=', 'p.id').onRef('v.number', '=', 'p.live_version'))
    .select(itemColumns)
    .where('p.visible', '=', true)
  if (filter.unitId) query = query.where('p.unit_id', '=', filter.unitId)
  if (filter.kind) query = query.where('p.kind', '=', filter.kind)
  if (filter.districtCode) query = query.where('p.district_code', '=', filter.districtCode)
  if (filter.year) query = query.where('p.published_at', '>=', new Date(Date.UTC(filter.year, 0, 1))).where('p.published_at', '<', new Date(Date.UTC(filter.year + 1, 0, 1)))
  if (filter.tag) query = query.where(sql<SqlBool>`v.tags @> array[${filter.tag}]::text[]`)
  if (before) query = query.where(sql<SqlBool>`(p.published_at, p.id) < (${before.at}, ${before.id}::uuid)`)
  if (after) query = query.where(sql<SqlBool>`(p.published_at, p.id) > (${after.at}, ${after.id}::uuid)`)
  const direction = after ? 'asc' : 'desc'
  const rows = await query.orderBy('p.published_at', direction).orderBy('p.id', direction).limit(filter.limit + 1).execute()
  const more = rows.length > filter.limit
  const items = rows.slice(0, filter.limit).map(itemOf)
  if (after) items.reverse()
  const first = items[0]
  const last = items.at(-1)
  return {
    items,
    older: last && (after || more) ? markOf(last.publishedAt, last.id) : null,
    newer: first && (after ? more : before) ? markOf(first.publishedAt, first.id) : null,
  }
}

/** Visible publications in the order of the given ids; ids that are no longer visible are left out. */
export async function itemsById(db: Db | Tx, ids: readonly string[]): Promise<PublicItem[]> {
  if (ids.length === 0) return []
  const rows = await tables(db)
    .selectFrom('publications.publication as p')
    .innerJoin('publications.version as v', join => join.onRef('v.publication_id', '=', 'p.id').onRef('v.number', '=', 'p.live_version'))
    .select(itemColumns)
    .where('p.visible', '=', true)
    .where('p.id', 'in', ids)
    .execute()
  const byId = new Map(rows.map(row => [row.id, itemOf(row)]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

const publicationColumns = ['p.id', 'p.slug', 'p.kind', 'p.unit_id', 'p.district_code', 'p.state', 'p.working_version', 'p.live_version', 'p.visible', 'p.private', 'p.published_at', 'p.scheduled_at', 'p.corrected_at', 'p.page_owner', 'p.review_on', 'p.bundle_id', 'p.created_by', 'p.changed_at'] as const

const withVersion = (db: Db | Tx, column: 'p.live_version' | 'p.working_version') =>
  tables(db)
    .selectFrom('publications.publication as p')
    .innerJoin('publications.version as v', join => join.onRef('v.publication_id', '=', 'p.id').onRef('v.number', '=', column))
    .select([...publicationColumns, ...contentColumns])

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof withVersion>['executeTakeFirst']>>>

const publicationOf = (row: Row): Publication => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind as Kind,
  unitId: row.unit_id,
  districtCode: row.district_code,
  state: row.state as State,
  workingVersion: row.working_version,
  liveVersion: row.live_version,
  visible: row.visible,
  private: row.private,
  publishedAt: row.published_at,
  scheduledAt: row.scheduled_at,
  correctedAt: row.corrected_at,
  pageOwner: row.page_owner,
  reviewOn: row.review_on as string | null,
  bundleId: row.bundle_id,
  createdBy: row.created_by,
  changedAt: row.changed_at,
  content: contentOf(row),
})

/** What the public sees under a slug. */
export async function visibleBySlug(db: Db, slug: string): Promise<Publication | null> {
  const row = await withVersion(db, 'p.live_version').where('p.slug', '=', slug).where('p.visible', '=', true).executeTakeFirst()
  return row ? publicationOf(row) : null
}

/** The working copy. With `lock` nobody else changes it until the transaction ends. */
export async function workingById(db: Db | Tx, id: string, lock = false): Promise<Publication | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const query = withVersion(db, 'p.working_version').where('p.id', '=', id)
  const row = await (lock ? query.forUpdate('p') : query).executeTakeFirst()
  return row ? publicationOf(row) : null
}

/** Adds a publication with its first version. */
export async function insertPublication(tx: Tx, item: { unitId: string; kind: Kind; slug: string; content: Content; districtCode: string | null; private?: boolean; by: string | null; pageOwner?: string | null; reviewOn?: string | null }): Promise<string> {
  const { id } = await tables(tx)
    .insertInto('publications.publication')
    .values({ unit_id: item.unitId, kind: item.kind, slug: item.slug, title: item.content.title, district_code: item.districtCode, private: item.private ?? false, created_by: item.by, page_owner: item.pageOwner ?? item.by, review_on: item.reviewOn ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertVersion(tx, id, 1, item.content, item.by, null)
  return id
}

/** Adds a version; numbers go up by one. */
export async function insertVersion(tx: Tx, id: string, number: number, content: Content, by: string | null, correction: string | null): Promise<void> {
  await tables(tx).insertInto('publications.version').values({ publication_id: id, number, ...columnsOf(content), made_by: by, correction }).execute()
}

/** Changes columns of a publication. */
export async function updatePublication(tx: Tx, id: string, set: Partial<{ unit_id: string; kind: Kind; slug: string; state: State; working_version: number; live_version: number | null; visible: boolean; private: boolean; title: string; published_at: Date | null; scheduled_at: Date | null; corrected_at: Date | null; district_code: string | null; page_owner: string | null; review_on: string | null; bundle_id: string | null }>): Promise<void> {
  await tables(tx).updateTable('publications.publication').set({ ...set, changed_at: new Date() }).where('id', '=', id).execute()
}

/** A slug nobody in the government has; a number is added when it is taken. */
export async function freeSlug(tx: Tx, wish: string, ownId: string | null = null): Promise<string> {
  // Two writers of the same title wait for each other here instead of colliding on the unique index.
  await sql`select pg_advisory_xact_lock(hashtext(${`slug ${wish}`}))`.execute(tx)
  const taken = await tables(tx).selectFrom('publications.publication').select(['slug', 'id']).where(sql<SqlBool>`slug = ${wish} or slug ~ ${`^${wish}-[0-9]+$`}`).execute()
  const others = new Set(taken.filter(row => row.id !== ownId).map(row => row.slug))
  if (!others.has(wish)) return wish
  for (let n = 2; ; n++) if (!others.has(`${wish}-${n}`)) return `${wish}-${n}`
}

export interface OfficeFilter {
  state?: State
  unitId?: string
  kind?: Kind
  q?: string
  before?: string
  limit: number
}

/** Working copies within a reach, last changed first. */
export async function officeItems(db: Db, reach: Reach | null, filter: OfficeFilter): Promise<{ items: Publication[]; older: string | null }> {
  const mark = readMark(filter.before)
  let query = withVersion(db, 'p.working_version').where(inReach(reach))
  if (filter.state) query = query.where('p.state', '=', filter.state)
  if (filter.unitId) query = query.where('p.unit_id', '=', filter.unitId)
  if (filter.kind) query = query.where('p.kind', '=', filter.kind)
  if (filter.q) query = query.where('p.title', 'ilike', `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`)
  if (mark) query = query.where(sql<SqlBool>`(p.changed_at, p.id) < (${mark.at}, ${mark.id}::uuid)`)
  const rows = await query.orderBy('p.changed_at', 'desc').orderBy('p.id', 'desc').limit(filter.limit + 1).execute()
  const items = rows.slice(0, filter.limit).map(publicationOf)
  const last = items.at(-1)
  return { items, older: rows.length > filter.limit && last ? markOf(last.changedAt, last.id) : null }
}

const inReach = (reach: Reach | null): Expression<SqlBool> => within(reach, { unit: sql.ref('p.unit_id'), owner: sql.ref('p.created_by') })

/** States in which something is still to be done; few at any time, however much has been published. */
export const openStates = ['draft', 'submitted', 'returned', 'approved', 'scheduled'] as const satisfies State[]

/** How many working copies wait in each of `states`, within a reach. */
export async function countByState(db: Db, reach: Reach | null, states: readonly State[] = openStates): Promise<Map<State, number>> {
  const rows = await tables(db).selectFrom('publications.publication as p').select(['p.state', eb => eb.fn.countAll<bigint>().as('n')]).where(inReach(reach)).where('p.state', 'in', states).groupBy('p.state').execute()
  return new Map(rows.map(row => [row.state as State, Number(row.n)]))
}

/** All versions, newest first. */
export async function versionsOf(db: Db | Tx, id: string): Promise<Version[]> {
  const rows = await tables(db)
    .selectFrom('publications.version as v')
    .select(['v.number', 'v.correction', 'v.made_by', 'v.made_at', ...contentColumns])
    .where('v.publication_id', '=', id)
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map(row => ({ number: row.number, correction: row.correction, madeBy: row.made_by, madeAt: row.made_at, content: contentOf(row) }))
}

/** Slug of what used to be at an address. */
export async function redirectOf(db: Db, path: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('publications.redirect as r')
    .innerJoin('publications.publication as p', 'p.id', 'r.publication_id')
    .select('p.slug')
    .where('r.path', '=', path)
    .where('p.visible', '=', true)
    .executeTakeFirst()
  return row?.slug ?? null
}

/** Corrections the public is told of, newest first. */
export async function correctionsOf(db: Db, id: string): Promise<{ at: Date; reason: string }[]> {
  const rows = await tables(db)
    .selectFrom('publications.version as v')
    .innerJoin('publications.publication as p', 'p.id', 'v.publication_id')
    .innerJoin('publications.step as s', join => join.onRef('s.publication_id', '=', 'p.id').onRef('s.version', '=', 'v.number').on('s.event', '=', 'publish'))
    .select(['s.at', 'v.correction'])
    .where('v.publication_id', '=', id)
    .where('v.correction', 'is not', null)
    .orderBy('s.id', 'desc')
    .execute()
  return rows.map(row => ({ at: row.at, reason: row.correction! }))
}

/** Remembers an address that used to lead to a publication. */
export async function keepRedirect(tx: Tx, path: string, id: string): Promise<void> {
  await tables(tx).insertInto('publications.redirect').values({ path, publication_id: id }).onConflict(oc => oc.columns(['government_id', 'path']).doUpdateSet({ publication_id: id })).execute()
}

/** One version's content. */
export async function contentAt(db: Db | Tx, id: string, number: number): Promise<Content | null> {
  const row = await tables(db).selectFrom('publications.version as v').select(contentColumns).where('v.publication_id', '=', id).where('v.number', '=', number).executeTakeFirst()
  return row ? contentOf(row) : null
}

/** What happened to a publication, newest first. */
export const stepsOf = (db: Db, id: string) =>
  tables(db).selectFrom('publications.step').select(['at', 'event', 'remarks', 'by', 'version', 'to_state']).where('publication_id', '=', id).orderBy('id', 'desc').limit(200).execute()
