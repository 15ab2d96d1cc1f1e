import { sql, type SqlBool } from 'kysely'
import { covers, within, type Reach, type Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { freeSlug, slugOf } from '#platform/text/slug.ts'
import { open, type Content, type Event, type Standard } from './concept.ts'
import type { Classification, ConceptState } from './contract.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

const selected = (db: Db | Tx) => tables(db).selectFrom('standards.concept').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const standardOf = (row: Row): Standard => ({
  id: row.id,
  slug: row.slug,
  version: row.number,
  state: row.state as ConceptState,
  name: row.name,
  concept: row.concept,
  definition: row.definition,
  classifications: row.classifications as unknown as Classification[],
  measure: row.measure,
  unit: row.unit,
  reference: row.reference,
  referenceUrl: row.reference_url,
  theme: row.theme,
  reason: row.reason,
  unitId: row.unit_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  proposedBy: row.proposed_by,
  reviewedBy: row.reviewed_by,
  changedAt: row.changed_at,
  stamp: row.version,
})

const columnsOf = (content: Content) => ({
  name: content.name,
  concept: content.concept,
  definition: content.definition,
  classifications: JSON.stringify(content.classifications),
  measure: content.measure,
  unit: content.unit,
  reference: content.reference,
  reference_url: content.referenceUrl,
  theme: content.theme,
  reason: content.reason,
})

const uuid = /^[0-9a-f-]{36}$/

/** One version, or nothing; with `lock` nobody else changes it until the transaction ends. */
export async function standardById(db: Db | Tx, id: string, lock = false): Promise<Standard | null> {
  if (!uuid.test(id)) return null
  const query = selected(db).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? standardOf(row) : null
}

/** By id; ids nobody has are left out. */
export async function standardsById(db: Db | Tx, ids: readonly string[]): Promise<Map<string, Standard>> {
  const known = ids.filter(id => uuid.test(id))
  if (known.length === 0) return new Map()
  return new Map((await selected(db).where('id', 'in', known).execute()).map(row => [row.id, standardOf(row)]))
}

/** All versions of one, newest first. */
export const versionsOf = async (db: Db | Tx, slug: string): Promise<Standard[]> => (await selected(db).where('slug', '=', slug).orderBy('number', 'desc').execute()).map(standardOf)

/** The valid version of one; with `lock` nobody else replaces it until the transaction ends. */
export async function validVersion(db: Db | Tx, slug: string, lock = false): Promise<Standard | null> {
  const query = selected(db).where('slug', '=', slug).where('state', '=', 'valid')
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? standardOf(row) : null
}

export interface Filter {
  words?: string
  theme?: string
  states: readonly ConceptState[]
  /** Name and id of the last one seen. */
  after?: { name: string; id: string }
  limit: number
  /** Those on their way are seen within this reach; left out where only published ones are asked for. */
  reach?: Reach | null
}

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu)?.slice(0, 8) ?? []

const saying = (words: readonly string[]) =>
  sql<SqlBool>`${sql.join(words.map(word => sql`position(${word} in lower(name || ' ' || concept || ' ' || definition)) > 0`), sql` and `)}`

const openWithin = (reach: Reach | null) => sql<SqlBool>`(state <> all(${[...open]}::text[]) or ${within(reach, { unit: sql.ref('unit_id'), owner: sql.ref('proposed_by') })})`

/** Standards by name. */
export async function standardsFor(db: Db | Tx, { words = '', theme, states, after, limit, reach }: Filter): Promise<{ items: Standard[]; more: boolean }> {
  let query = selected(db).where('state', 'in', [...states]).orderBy(sql`lower(name)`).orderBy('id').limit(limit + 1)
  const asked = wordsIn(words)
  if (asked.length > 0) query = query.where(saying(asked))
  if (theme) query = query.where('theme', '=', theme)
  if (reach !== undefined) query = query.where(openWithin(reach))
  if (after) query = query.where(sql<SqlBool>`(lower(name), id) > (${after.name.toLowerCase()}, ${after.id}::uuid)`)
  const rows = await query.execute()
  return { items: rows.slice(0, limit).map(standardOf), more: rows.length > limit }
}

/** Valid ones that have all the words, those in whose name they stand first. */
export async function found(db: Db | Tx, words: string, limit: number): Promise<Standard[]> {
  const asked = wordsIn(words)
  let query = selected(db).where('state', '=', 'valid')
  if (asked.length > 0) query = query.where(saying(asked)).orderBy(sql`(select count(*) from unnest(${asked}::text[]) w where position(w in lower(name)) > 0)`, 'desc')
  return (await query.orderBy(sql`char_length(name)`).orderBy(sql`lower(name)`).limit(limit).execute()).map(standardOf)
}

/** How many there are of each state, and of the valid ones by theme. */
export async function counts(db: Db, reach: Reach | null): Promise<{ states: Map<ConceptState, number>; themes: Map<string, number> }> {
  const rows = await tables(db).selectFrom('standards.concept').select(['state', 'theme', sql<number>`count(*)::int`.as('n')]).where(openWithin(reach)).groupBy(['state', 'theme']).execute()
  const states = new Map<ConceptState, number>()
  for (const { state, n } of rows) states.set(state as ConceptState, (states.get(state as ConceptState) ?? 0) + n)
  return { states, themes: new Map(rows.filter(({ state }) => state === 'valid').map(({ theme, n }) => [theme, n])) }
}

/** Lets names be compared and written by one person at a time, until the transaction ends. */
export const oneAtATime = async (tx: Tx): Promise<void> => void (await sql`select pg_advisory_xact_lock(hashtextextended('standards.names' || platform.current_government()::text, 0))`.execute(tx))

/** Another standard, valid or on its way, of the same name. */
export async function namesake(db: Db | Tx, name: string, slug: string | null): Promise<Standard | null> {
  const row = await selected(db).where(sql<SqlBool>`lower(name) = ${name.toLowerCase()}`).where('state', 'in', ['valid', ...open]).where('slug', '!=', slug ?? '').limit(1).executeTakeFirst()
  return row ? standardOf(row) : null
}

/** Another standard that already says what a concept is. */
export async function definedIn(db: Db | Tx, concept: string, slug: string | null): Promise<Standard | null> {
  const row = await selected(db).where(sql<SqlBool>`lower(concept) = ${concept.toLowerCase()}`).where('state', 'in', ['valid', ...open]).where('slug', '!=', slug ?? '').orderBy(sql`state = 'valid'`, 'desc').orderBy('id').limit(1).executeTakeFirst()
  return row ? standardOf(row) : null
}

/** Adds a version as a proposal: the next of `earlier`, or the first of a new one. */
export async function insertStandard(tx: Tx, content: Content, { unitId, by, earlier }: { unitId: string; by: string | null; earlier: Standard | null }): Promise<Standard> {
  const slug = earlier?.slug ?? (await freeSlugFor(tx, content.name))
  const number = earlier ? (await versionsOf(tx, slug))[0]!.version + 1 : 1
  return standardOf(await tables(tx).insertInto('standards.concept').values({ ...columnsOf(content), slug, number, unit_id: unitId, proposed_by: by }).returningAll().executeTakeFirstOrThrow())
}

async function freeSlugFor(tx: Tx, name: string): Promise<string> {
  const slug = slugOf(name)
  const rows = await tables(tx).selectFrom('standards.concept').select('slug').distinct().where('slug', 'like', `${slug}%`).execute()
  return freeSlug(slug, new Set(rows.map(row => row.slug)))
}

/** Changes what a version says. */
export async function updateContent(tx: Tx, id: string, content: Content): Promise<void> {
  await tables(tx).updateTable('standards.concept').set({ ...columnsOf(content), changed_at: sql`now()`, version: sql`version + 1` }).where('id', '=', id).execute()
}

/** Moves a version on. */
export async function updateState(tx: Tx, id: string, set: { state: ConceptState; reviewed_by?: string | null; valid_from?: string; valid_to?: string }): Promise<void> {
  await tables(tx).updateTable('standards.concept').set({ ...set, changed_at: sql`now()`, version: sql`version + 1` }).where('id', '=', id).execute()
}

/** One line of a version's history. */
interface Step {
  event: Event
  at: Date
  by: string | null
  remarks: string | null
}

/** Writes what happened. */
export async function insertStep(tx: Tx, id: string, event: Event, by: string | null, remarks: string | null = null): Promise<void> {
  await tables(tx).insertInto('standards.step').values({ concept_id: id, event, by, remarks }).execute()
}

/** A version's history, newest first. */
export async function stepsOf(db: Db, id: string): Promise<Step[]> {
  const rows = await tables(db).selectFrom('standards.step').selectAll().where('concept_id', '=', id).orderBy('id', 'desc').limit(200).execute()
  return rows.map(row => ({ event: row.event as Event, at: row.at, by: row.by, remarks: row.remarks }))
}

/** How many wait for the person: to be reviewed or established by somebody else than before, or sent back to them. */
export async function waitingFor(db: Db, who: Who): Promise<number> {
  const me = who.account?.id ?? null
  const reviews = covers(who.reach('standards.review'), { unitId: null })
  const { n } = await tables(db).selectFrom('standards.concept').select(sql<number>`count(*)::int`.as('n')).where('state', 'in', [...open])
    .where(sql<SqlBool>`((${reviews} and state = 'proposed' and proposed_by is distinct from ${me}::uuid) or (${reviews} and state = 'reviewed' and reviewed_by is distinct from ${me}::uuid) or (state = 'returned' and proposed_by = ${me}::uuid))`)
    .executeTakeFirstOrThrow()
  return n
}
