import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Block, BlockKind, OfficePage, PageContent, PageLink, Purpose, State } from './contract.ts'
import { inTreeOrder } from './page.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** A page with one of its versions. */
export interface Page extends OfficePage {
  unitId: string
  position: number
  content: PageContent
}

const pageColumns = ['p.id', 'p.unit_id as unitId', 'p.parent_id as parentId', 'p.slug', 'p.purpose', 'p.position', 'p.in_menu as inMenu', 'p.state', 'p.working_version as workingVersion', 'p.live_version as liveVersion', 'p.visible', 'p.empty', 'p.page_owner as pageOwner', 'p.review_on as reviewOn', 'p.changed_at as changedAt', 'p.published_at as publishedAt'] as const
const contentColumns = ['v.title', 'v.summary', 'v.blocks', 'v.english'] as const

const withVersion = (db: Db | Tx, column: 'p.live_version' | 'p.working_version') =>
  tables(db)
    .selectFrom('pages.page as p')
    .innerJoin('pages.version as v', join => join.onRef('v.page_id', '=', 'p.id').onRef('v.number', '=', column))
    .select([...pageColumns, ...contentColumns])

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof withVersion>['executeTakeFirst']>>>
type ContentRow = Pick<Row, 'title' | 'summary' | 'blocks' | 'english'>

const contentOf = ({ title, summary, blocks, english }: ContentRow): PageContent => ({ title, summary, blocks: blocks as unknown as Block[], english: english as PageContent['english'] })

function pageOf({ title, summary, blocks, english, ...row }: Row): Page {
  const content = contentOf({ title, summary, blocks, english })
  return { ...row, purpose: row.purpose as Purpose | null, state: row.state as State, title, titleEnglish: content.english?.title ?? null, content }
}

/** What the public sees under a slug of a unit; `''` is the home page. */
export async function visibleBySlug(db: Db | Tx, unitId: string, slug: string): Promise<Page | null> {
  const row = await withVersion(db, 'p.live_version').where('p.unit_id', '=', unitId).where('p.slug', '=', slug).where('p.visible', '=', true).executeTakeFirst()
  return row ? pageOf(row) : null
}

/** What the public sees of a page. */
export async function visibleById(db: Db | Tx, id: string): Promise<Page | null> {
  const row = await withVersion(db, 'p.live_version').where('p.id', '=', id).where('p.visible', '=', true).executeTakeFirst()
  return row ? pageOf(row) : null
}

/** Visible pages with their content, in the order of ids after `after`; only those with a block of one of `kinds` when given. */
export async function visiblePages(db: Db | Tx, filter: { unitId?: string; kinds?: readonly BlockKind[]; after?: string | null; limit?: number }): Promise<Page[]> {
  let query = withVersion(db, 'p.live_version').where('p.visible', '=', true)
  if (filter.kinds) query = query.where(eb => eb.or(filter.kinds!.map(kind => sql<boolean>`v.blocks @> ${JSON.stringify([{ kind }])}::jsonb`)))
  if (filter.unitId) query = query.where('p.unit_id', '=', filter.unitId)
  if (filter.after) query = query.where('p.id', '>', filter.after)
  query = query.orderBy('p.id')
  return (await (filter.limit ? query.limit(filter.limit) : query).execute()).map(pageOf)
}

/** The working copy. With `lock` nobody else changes it until the transaction ends. */
export async function workingById(db: Db | Tx, id: string, lock = false): Promise<Page | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const query = withVersion(db, 'p.working_version').where('p.id', '=', id)
  const row = await (lock ? query.forUpdate('p') : query).executeTakeFirst()
  return row ? pageOf(row) : null
}

/** Working copies of a unit, in the order of the tree. */
export async function workingPages(db: Db | Tx, unitId: string): Promise<(Page & { depth: number })[]> {
  return inTreeOrder((await withVersion(db, 'p.working_version').where('p.unit_id', '=', unitId).execute()).map(pageOf))
}

/** Visible pages of a unit as menus need them, in the order of the tree. */
export async function shownPages(db: Db | Tx, unitId: string): Promise<(PageLink & { depth: number })[]> {
  const rows = await tables(db)
    .selectFrom('pages.page as p')
    .innerJoin('pages.version as v', join => join.onRef('v.page_id', '=', 'p.id').onRef('v.number', '=', 'p.live_version'))
    .select(['p.id', 'p.parent_id as parentId', 'p.slug', 'p.purpose', 'p.position', 'p.in_menu as inMenu', 'v.title', sql<string | null>`v.english ->> 'title'`.as('titleEnglish')])
    .where('p.unit_id', '=', unitId)
    .where('p.visible', '=', true)
    .execute()
  return inTreeOrder(rows.map(row => ({ ...row, purpose: row.purpose as Purpose | null })))
}

/** Adds a page with its first version; answers its id. */
export async function insertPage(tx: Tx, page: { unitId: string; slug: string; purpose: Purpose | null; parentId: string | null; position: number; inMenu: boolean; content: PageContent; empty: boolean; by: string | null }): Promise<string> {
  const { id } = await tables(tx)
    .insertInto('pages.page')
    .values({ unit_id: page.unitId, slug: page.slug, purpose: page.purpose, parent_id: page.parentId, position: page.position, in_menu: page.inMenu, title: page.content.title, empty: page.empty, created_by: page.by, page_owner: page.by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertVersion(tx, id, 1, page.content, page.by)
  return id
}

/** Adds a version; numbers go up by one. */
export async function insertVersion(tx: Tx, id: string, number: number, content: PageContent, by: string | null): Promise<void> {
  await tables(tx)
    .insertInto('pages.version')
    .values({ page_id: id, number, title: content.title, summary: content.summary, blocks: JSON.stringify(content.blocks), english: content.english && JSON.stringify(content.english), made_by: by })
    .execute()
}

/** Changes columns of a page. */
export async function updatePage(tx: Tx, id: string, set: Partial<{ parent_id: string | null; slug: string; purpose: Purpose | null; position: number; in_menu: boolean; state: State; working_version: number; live_version: number; visible: boolean; title: string; empty: boolean; page_owner: string | null; review_on: string | null; published_at: Date }>): Promise<void> {
  await tables(tx).updateTable('pages.page').set({ ...set, changed_at: new Date() }).where('id', '=', id).execute()
}

/** Writes a step into the timeline. */
export async function insertStep(tx: Tx, step: { pageId: string; event: string; remarks: string | null; by: string | null; version: number }): Promise<void> {
  await tables(tx).insertInto('pages.step').values({ page_id: step.pageId, event: step.event, remarks: step.remarks, by: step.by, version: step.version }).execute()
}

/** What happened to a page, newest first. */
export const stepsOf = (db: Db, id: string) => tables(db).selectFrom('pages.step').select(['at', 'event', 'remarks', 'by', 'version']).where('page_id', '=', id).orderBy('id', 'desc').limit(100).execute()

/** All versions, newest first. */
export const versionsOf = (db: Db | Tx, id: string) => tables(db).selectFrom('pages.version').select(['number', 'title', 'made_by', 'made_at']).where('page_id', '=', id).orderBy('number', 'desc').execute()

/** One version's content. */
export async function contentAt(db: Db | Tx, id: string, number: number): Promise<PageContent | null> {
  const row = await tables(db).selectFrom('pages.version as v').select(contentColumns).where('v.page_id', '=', id).where('v.number', '=', number).executeTakeFirst()
  return row ? contentOf(row) : null
}

/** A slug no other page of the unit has; a number is added when it is taken. */
export async function freeSlug(tx: Tx, unitId: string, wish: string, ownId: string | null = null): Promise<string> {
  await holdUnit(tx, unitId)
  const rows = await tables(tx).selectFrom('pages.page').select(['slug', 'id']).where('unit_id', '=', unitId).execute()
  const others = new Set(rows.filter(row => row.id !== ownId).map(row => row.slug))
  if (!others.has(wish)) return wish
  for (let n = 2; ; n++) if (!others.has(`${wish}-${n}`)) return `${wish}-${n}`
}

/** Two who change the tree of a unit wait for each other. */
export async function holdUnit(tx: Tx, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`pages ${unitId}`}))`.execute(tx)
}

/** Remembers an address that used to lead to a page. */
export async function keepRedirect(tx: Tx, unitId: string, path: string, id: string): Promise<void> {
  await tables(tx).insertInto('pages.redirect').values({ unit_id: unitId, path, page_id: id }).onConflict(oc => oc.columns(['unit_id', 'path']).doUpdateSet({ page_id: id })).execute()
}

/** The visible page a path used to lead to; in one unit when given. */
export async function redirectOf(db: Db, path: string, unitId?: string): Promise<{ unitId: string; slug: string } | null> {
  let query = tables(db).selectFrom('pages.redirect as r').innerJoin('pages.page as p', 'p.id', 'r.page_id').select(['p.unit_id', 'p.slug']).where('r.path', '=', path).where('p.visible', '=', true)
  if (unitId) query = query.where('r.unit_id', '=', unitId)
  const row = await query.orderBy('p.id').executeTakeFirst()
  return row ? { unitId: row.unit_id, slug: row.slug } : null
}
