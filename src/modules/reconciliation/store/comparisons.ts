import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Comparison, ComparisonState, Source } from '../contract.ts'

const columns = sql`c.id, c.unit_id as "unitId", c.title, c.about, c.code_label as "codeLabel", c.name_label as "nameLabel", c.place_label as "placeLabel", c.fields, c.owner_id as "ownerId",
  c.settle_days as "settleDays", c.state, c.matched_at as "matchedAt", c.created_at as "createdAt", c.version`

const sourceColumns = sql`s.id, s.comparison_id as "comparisonId", s.position, s.label, s.system, s.unit_id as "unitId", s.as_of::text as "asOf", s.rows, s.brought_by as "broughtBy", s.brought_at as "broughtAt", s.columns`

/** Comparisons of which the reach covers a unit that has to do with them. */
const reached = (reach: Reach | null): RawBuilder<SqlBool> => (!reach ? sql`false` : reach.government ? sql`true` : sql`c.participants && ${[...reach.units]}::uuid[]`)

export interface Progress {
  /** Things, those in more than one source, those with a question, and what the sources disagree about. */
  items: number
  matched: number
  questions: number
  open: number
  asked: number
  settled: number
}

export interface ComparisonLine extends Comparison, Progress {
  sources: number
}

const progress = sql`
  (select count(*)::int from reconciliation.row r where r.comparison_id = c.id and r.item_id = r.id) as items,
  (select count(distinct r.item_id)::int from reconciliation.row r where r.comparison_id = c.id and r.item_id <> r.id and r.double_of is null) as matched,
  (select count(distinct p.right_id)::int from reconciliation.pair p where p.comparison_id = c.id and p.state = 'ask') as questions,
  d.open, d.asked, d.settled`
const counted = sql`cross join lateral (select count(*) filter (where d.state = 'open')::int as open, count(*) filter (where d.state = 'asked')::int as asked, count(*) filter (where d.state = 'settled')::int as settled
  from reconciliation.difference d where d.comparison_id = c.id) d`

/** Comparisons within the reach, newest first; `next` is the mark to go on from. */
export async function listComparisons(db: Db, reach: Reach | null, { before, limit }: { before?: string; limit: number }): Promise<{ items: ComparisonLine[]; next: string | null }> {
  const { rows } = await sql<ComparisonLine>`
    select ${columns}, ${progress}, (select count(*)::int from reconciliation.source s where s.comparison_id = c.id) as sources
    from (select * from reconciliation.comparison c where ${reached(reach)} ${before ? sql`and c.id < ${before}::uuid` : sql``} order by c.id desc limit ${limit + 1}) c ${counted} order by c.id desc`.execute(db)
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null }
}

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)

/** A comparison the reach covers, or nothing; with `lock` nobody else changes it, or what is in it, until the transaction ends. */
export async function comparisonWithin(db: Db | Tx, reach: Reach | null, id: string, lock = false): Promise<Comparison | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Comparison>`select ${columns} from reconciliation.comparison c where c.id = ${id} and ${reached(reach)} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** A comparison whoever asks: for jobs. */
export async function comparisonById(db: Db | Tx, id: string, lock = false): Promise<Comparison | null> {
  const { rows } = await sql<Comparison>`select ${columns} from reconciliation.comparison c where c.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

export async function progressOf(db: Db | Tx, id: string): Promise<Progress> {
  const { rows } = await sql<Progress>`select ${progress} from reconciliation.comparison c ${counted} where c.id = ${id}`.execute(db)
  return rows[0]!
}

export const sourcesOf = async (db: Db | Tx, comparisonId: string): Promise<Source[]> =>
  (await sql<Source>`select ${sourceColumns} from reconciliation.source s where s.comparison_id = ${comparisonId} order by s.position`.execute(db)).rows

export const sourceById = async (db: Db, id: string): Promise<Source | null> =>
  (await sql<Source>`select ${sourceColumns} from reconciliation.source s where s.id = ${id}`.execute(db)).rows[0] ?? null

export type NewSource = Pick<Source, 'label' | 'system' | 'unitId'>
export type Content = Pick<Comparison, 'unitId' | 'title' | 'about' | 'codeLabel' | 'nameLabel' | 'placeLabel' | 'fields' | 'ownerId' | 'settleDays'>

const participantsOf = ({ unitId, ownerId, fields }: Content, sources: readonly NewSource[]) => [...new Set([unitId, ownerId, ...fields.flatMap(field => field.ownerId ?? []), ...sources.map(source => source.unitId)])]

/** Adds a comparison with its sources; answers its id. */
export async function insertComparison(tx: Tx, content: Content, sources: readonly NewSource[], by: string | null): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into reconciliation.comparison (unit_id, title, about, code_label, name_label, place_label, fields, owner_id, settle_days, participants, created_by)
    values (${content.unitId}, ${content.title}, ${content.about}, ${content.codeLabel}, ${content.nameLabel}, ${content.placeLabel}, ${JSON.stringify(content.fields)}::jsonb, ${content.ownerId}, ${content.settleDays}, ${participantsOf(content, sources)}::uuid[], ${by}::uuid) returning id`.execute(tx)
  const id = rows[0]!.id
  await saveSources(tx, id, sources)
  return id
}

/** Changes what is compared and who settles it; sources keep their rows. */
export async function updateComparison(tx: Tx, id: string, content: Content, sources: readonly NewSource[]): Promise<void> {
  await sql`update reconciliation.comparison set title = ${content.title}, about = ${content.about}, code_label = ${content.codeLabel}, name_label = ${content.nameLabel}, place_label = ${content.placeLabel},
    fields = ${JSON.stringify(content.fields)}::jsonb, owner_id = ${content.ownerId}, settle_days = ${content.settleDays}, participants = ${participantsOf(content, sources)}::uuid[], version = version + 1 where id = ${id}`.execute(tx)
  await saveSources(tx, id, sources)
}

async function saveSources(tx: Tx, comparisonId: string, sources: readonly NewSource[]): Promise<void> {
  for (const [position, { label, system, unitId }] of sources.entries())
    await sql`insert into reconciliation.source (comparison_id, position, label, system, unit_id) values (${comparisonId}, ${position}, ${label}, ${system}, ${unitId})
      on conflict (comparison_id, position) do update set label = excluded.label, system = excluded.system, unit_id = excluded.unit_id`.execute(tx)
}

export const setComparisonState = (tx: Tx, id: string, state: ComparisonState) => sql`update reconciliation.comparison set state = ${state}, version = version + 1 where id = ${id}`.execute(tx)

export const markMatched = (tx: Tx, id: string) => sql`update reconciliation.comparison set matched_at = now() where id = ${id}`.execute(tx)

/** Says that a newer file of a source holds now. */
export const markBrought = (tx: Tx, id: string, { asOf, by, columns: remembered }: { asOf: string; by: string | null; columns: Record<string, string> }) =>
  sql`update reconciliation.source s set as_of = ${asOf}::date, brought_by = ${by}::uuid, brought_at = now(), columns = ${JSON.stringify(remembered)}::jsonb,
    rows = (select count(*) from reconciliation.row r where r.source_id = s.id and not r.gone) where id = ${id}`.execute(tx)

/** One line of a history. */
export interface Step {
  event: string
  at: Date
  by: string | null
  why: string | null
  detail: Record<string, unknown>
}

export interface NewStep extends Pick<Step, 'event' | 'by'> {
  recordId: string
  why?: string | null
  detail?: Record<string, unknown>
}

/** Writes what happened to pairs (by their right row), differences, or the comparison itself. */
export async function insertSteps(tx: Tx, comparisonId: string, steps: readonly NewStep[]): Promise<void> {
  for (let at = 0; at < steps.length; at += 2000)
    await sql`insert into reconciliation.step (comparison_id, record_id, event, by, why, detail)
      select ${comparisonId}::uuid, "recordId", event, by, why, coalesce(detail, '{}') from jsonb_to_recordset(${JSON.stringify(steps.slice(at, at + 2000))}::jsonb) as s ("recordId" uuid, event text, by uuid, why text, detail jsonb)`.execute(tx)
}

/** A history, newest first. */
export const stepsOf = async (db: Db, recordId: string): Promise<Step[]> =>
  (await sql<Step>`select event, at, by, why, detail from reconciliation.step where record_id = ${recordId} order by id desc limit 100`.execute(db)).rows
