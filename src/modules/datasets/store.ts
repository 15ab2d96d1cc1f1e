import { sql, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Dataset, EntryState, NewResource, Quality, Release, ReleaseState, Resource } from './contract.ts'
import { datasetOf, releaseOf, resourceOf } from './rows.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)

/** One entry, or nothing; with `lock` nobody else changes it until the transaction ends. */
export async function datasetById(db: Db | Tx, id: string, lock = false): Promise<Dataset | null> {
  if (!isId(id)) return null
  const query = tables(db).selectFrom('datasets.dataset').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? datasetOf(row) : null
}

export async function datasetBySlug(db: Db | Tx, slug: string): Promise<Dataset | null> {
  const row = await tables(db).selectFrom('datasets.dataset').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row ? datasetOf(row) : null
}

export async function datasetByOrigin(db: Db | Tx, origin: Dataset['origin'], code: string): Promise<Dataset | null> {
  const row = await tables(db).selectFrom('datasets.dataset').selectAll().where('origin', '=', origin).where('origin_code', '=', code).executeTakeFirst()
  return row ? datasetOf(row) : null
}

/** What a person writes about an entry. */
export type Description = Pick<Dataset, 'unitId' | 'title' | 'summary' | 'access' | 'accessReason' | 'accessBasis' | 'theme' | 'tags' | 'licence' | 'every' | 'legalBasis' | 'coverage' | 'contact'>

const described = (content: Description) => ({
  unit_id: content.unitId,
  title: content.title,
  summary: content.summary,
  access: content.access,
  access_reason: content.accessReason,
  access_basis: content.accessBasis,
  theme: content.theme,
  tags: [...content.tags],
  licence: content.licence,
  every: content.every,
  legal_basis: content.legalBasis,
  coverage: content.coverage,
  contact: content.contact,
})

export async function insertDataset(tx: Tx, content: Description & Pick<Dataset, 'slug' | 'state' | 'origin' | 'originCode' | 'originUrl' | 'variables'>, by: string | null): Promise<Dataset> {
  return datasetOf(await tables(tx).insertInto('datasets.dataset').values({
    ...described(content), slug: content.slug, state: content.state, origin: content.origin, origin_code: content.originCode, origin_url: content.originUrl,
    variables: JSON.stringify(content.variables), created_by: by,
  }).returningAll().executeTakeFirstOrThrow())
}

/** Changes an entry; every change makes a stale form known. */
export async function updateDataset(tx: Tx, id: string, set: Partial<ReturnType<typeof described>> & { state?: EntryState; variables?: string; activity?: string; indicator?: string; release_id?: string | null; published_at?: Date; updated_at?: Date | null; due_on?: string | null; quality?: number | null; origin_url?: string; origin_gone_at?: Date | null }): Promise<void> {
  await tables(tx).updateTable('datasets.dataset').set({ ...set, changed_at: sql`now()`, version: sql`version + 1` }).where('id', '=', id).execute()
}

export const describeDataset = (tx: Tx, id: string, content: Description): Promise<void> => updateDataset(tx, id, described(content))

/** Slugs that begin alike, to give a new one its number. */
export async function slugsLike(tx: Tx, slug: string): Promise<Set<string>> {
  const rows = await tables(tx).selectFrom('datasets.dataset').select('slug').where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map(row => row.slug))
}

export async function releaseById(db: Db | Tx, id: string, lock = false): Promise<Release | null> {
  if (!isId(id)) return null
  const query = tables(db).selectFrom('datasets.release').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? releaseOf(row) : null
}

/** Newest period first, newest version of it first. */
export async function releasesOf(db: Db | Tx, datasetId: string, states?: readonly ReleaseState[]): Promise<Release[]> {
  let query = tables(db).selectFrom('datasets.release').selectAll().where('dataset_id', '=', datasetId)
  if (states) query = query.where('state', 'in', states)
  return (await query.orderBy('period', 'desc').orderBy('version', 'desc').limit(1000).execute()).map(releaseOf)
}

export async function insertRelease(tx: Tx, release: Pick<Release, 'datasetId' | 'period' | 'version' | 'note'>, by: string | null): Promise<Release> {
  return releaseOf(await tables(tx).insertInto('datasets.release').values({ dataset_id: release.datasetId, period: release.period, version: release.version, note: release.note, created_by: by }).returningAll().executeTakeFirstOrThrow())
}

export async function updateRelease(tx: Tx, id: string, set: { state?: ReleaseState; note?: string | null; rows?: number | null; quality?: Quality | null; checked_for?: string; submitted_by?: string | null; submitted_at?: Date | null; checked_by?: string | null; published_at?: Date }): Promise<void> {
  const { quality, ...rest } = set
  await tables(tx).updateTable('datasets.release').set({ ...rest, ...(quality === undefined ? {} : { quality: quality && JSON.stringify(quality) }), changed_at: sql`now()` }).where('id', '=', id).execute()
}

/** Parts of releases, in order, by release. */
export async function resourcesOf(db: Db | Tx, releaseIds: readonly string[]): Promise<Map<string, Resource[]>> {
  if (releaseIds.length === 0) return new Map()
  const rows = await tables(db).selectFrom('datasets.resource').selectAll().where('release_id', 'in', releaseIds).orderBy('position').orderBy('id').execute()
  return Map.groupBy(rows.map(resourceOf), resource => resource.releaseId)
}

export async function resourceById(db: Db | Tx, id: string): Promise<Resource | null> {
  if (!isId(id)) return null
  const row = await tables(db).selectFrom('datasets.resource').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? resourceOf(row) : null
}

/** Adds parts behind those that are there; answers their ids. */
export async function insertResources(tx: Tx, releaseId: string, resources: readonly NewResource[]): Promise<string[]> {
  if (resources.length === 0) return []
  const { rows: [last] } = await sql<{ n: number }>`select coalesce(max(position), 0)::int as n from datasets.resource where release_id = ${releaseId}`.execute(tx)
  const rows = await tables(tx).insertInto('datasets.resource').values(resources.map((one, i) => ({
    release_id: releaseId,
    position: last!.n + i + 1,
    kind: one.kind,
    name: one.name,
    description: one.description ?? null,
    media_type: one.mediaType ?? null,
    ...(one.kind === 'table' && { table_id: one.table.id, columns: JSON.stringify(one.table.columns), rows: one.table.rows, digest: one.table.digest, bytes: one.table.bytes }),
    ...(one.kind === 'file' && { file_id: one.fileId, bytes: one.bytes }),
    ...(one.kind === 'link' && { url: one.url }),
  }))).returning('id').execute()
  return rows.map(row => row.id)
}

export const renameResource = async (tx: Tx, id: string, words: { name: string; description: string | null }): Promise<void> => {
  await tables(tx).updateTable('datasets.resource').set(words).where('id', '=', id).execute()
}

export const deleteResource = async (tx: Tx, id: string): Promise<void> => {
  await tables(tx).deleteFrom('datasets.resource').where('id', '=', id).execute()
}

/** One line of the history. */
export interface Step {
  event: string
  releaseId: string | null
  remark: string | null
  by: string | null
  at: Date
}

export async function insertStep(tx: Tx, step: { datasetId: string; releaseId?: string; event: string; remark?: string | null }, by: string | null): Promise<void> {
  await tables(tx).insertInto('datasets.step').values({ dataset_id: step.datasetId, release_id: step.releaseId ?? null, event: step.event, remark: step.remark ?? null, by }).execute()
}

/** Newest first. */
export async function stepsOf(db: Db, datasetId: string, releaseId?: string): Promise<Step[]> {
  let query = tables(db).selectFrom('datasets.step').selectAll().where('dataset_id', '=', datasetId)
  if (releaseId) query = query.where('release_id', '=', releaseId)
  const rows = await query.orderBy('id', 'desc').limit(100).execute()
  return rows.map(row => ({ event: row.event, releaseId: row.release_id, remark: row.remark, by: row.by, at: row.at }))
}

/** What a desk asks for. */
export interface DeskFilter {
  state?: EntryState
  unitIds?: readonly string[]
  words?: string
  /** Only entries whose next release is overdue on this day. */
  lateOn?: string
  before?: string
  limit: number
}

/** Entries in reach, last changed first; `next` is the mark to go on from. */
export async function deskEntries(db: Db, reach: Reach | null, filter: DeskFilter): Promise<{ items: Dataset[]; next: string | null }> {
  let query = tables(db).selectFrom('datasets.dataset').selectAll().where(within(reach, { unit: sql.ref('unit_id') }))
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.unitIds) query = query.where('unit_id', 'in', filter.unitIds.length > 0 ? filter.unitIds : ['00000000-0000-0000-0000-000000000000'])
  if (filter.words) query = query.where('title', 'ilike', `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`)
  if (filter.lateOn) query = query.where('state', '=', 'listed').where('due_on', '<', filter.lateOn)
  const [at, id] = (filter.before ?? '').split('.')
  if (at && id && isId(id)) query = query.where(sql<SqlBool>`(changed_at, id) < (to_timestamp(${Number.parseInt(at, 36)}::double precision / 1000), ${id}::uuid)`)
  const rows = await query.orderBy(sql`date_trunc('milliseconds', changed_at)`, 'desc').orderBy('id', 'desc').limit(filter.limit + 1).execute()
  const items = rows.slice(0, filter.limit).map(datasetOf)
  const last = items.at(-1)
  return { items, next: rows.length > filter.limit && last ? `${last.changedAt.getTime().toString(36)}.${last.id}` : null }
}

/** How many entries in reach stand in each state. */
export async function countByState(db: Db, reach: Reach | null): Promise<Map<EntryState, number>> {
  const rows = await tables(db).selectFrom('datasets.dataset').select(['state', sql<number>`count(*)::int`.as('n')]).where(within(reach, { unit: sql.ref('unit_id') })).groupBy('state').execute()
  return new Map(rows.map(row => [row.state as EntryState, row.n]))
}

/** A release with as much of its entry as decides who may do what. */
export interface Waiting {
  release: Release
  entry: Pick<Dataset, 'unitId' | 'state' | 'origin' | 'title'>
}

/** Releases in these states whose entries are in reach, longest waiting first. */
export async function waitingReleases(db: Db, reach: Reach | null, states: readonly ReleaseState[], limit: number): Promise<Waiting[]> {
  if (states.length === 0) return []
  const rows = await tables(db).selectFrom('datasets.release as r').innerJoin('datasets.dataset as d', 'd.id', 'r.dataset_id').selectAll('r').select(['d.title', 'd.unit_id', 'd.state as entry', 'd.origin'])
    .where('r.state', 'in', states).where(within(reach, { unit: sql.ref('d.unit_id') })).orderBy('r.changed_at').limit(limit).execute()
  return rows.map(row => ({ release: releaseOf(row), entry: { unitId: row.unit_id, state: row.entry as EntryState, origin: row.origin as Dataset['origin'], title: row.title } }))
}
