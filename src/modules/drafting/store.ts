import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { HoldingKind } from '#modules/organisation/contract.ts'
import type { DraftContent } from './contract.ts'
import type { Course, ParafKind, Step } from './flow.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** A step with who gave the paraf, and in which capacity. */
export interface Paraf extends Step {
  addedBy: string | null
  by: string | null
  asKind: HoldingKind | null
  name: string | null
  at: Date | null
  remarks: string | null
}

/** A letter in the making, beside its record. */
export interface Draft extends Course {
  letterId: string
  unitId: string
  drafterId: string
  /** The position it was drafted in. */
  postId: string | null
  steps: readonly Paraf[]
  content: DraftContent
}

/** One saved version. */
export interface Version {
  number: number
  content: DraftContent
  madeBy: string | null
  postId: string | null
  madeAt: Date
  broughtBack: number | null
}

const parafs = sql`coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'postId', p.post_id, 'kind', p.kind, 'version', p.version, 'holds', p.holds,
  'addedBy', p.added_by, 'by', p.by, 'asKind', p.as_kind, 'name', p.name, 'at', p.at, 'remarks', p.remarks) order by p.position) from drafting.paraf p where p.letter_id = d.letter_id), '[]')`

/** The draft of a letter with its chain and its newest text; null for one that was not drafted here. Lock the letter first to change it. */
export async function draftOf(db: Db | Tx, letterId: string): Promise<Draft | null> {
  const { rows } = await sql<Omit<Draft, 'steps'> & { steps: (Omit<Paraf, 'at'> & { at: string | null })[] }>`
    select d.letter_id as "letterId", d.unit_id as "unitId", d.drafter_id as "drafterId", d.post_id as "postId", d.version, d.returned_version as "returnedVersion",
      d.returned_paraf as "returnedParaf", v.content, ${parafs} as steps
    from drafting.draft d join drafting.version v on v.letter_id = d.letter_id and v.number = d.version where d.letter_id = ${letterId}`.execute(db)
  const row = rows[0]
  return row ? { ...row, steps: row.steps.map(step => ({ ...step, at: step.at === null ? null : new Date(step.at) })) } : null
}

/** Begins a draft with its first version. */
export async function insertDraft(tx: Tx, { letterId, unitId, drafterId, postId, content }: Pick<Draft, 'letterId' | 'unitId' | 'drafterId' | 'postId' | 'content'>): Promise<void> {
  await tables(tx).insertInto('drafting.draft').values({ letter_id: letterId, unit_id: unitId, drafter_id: drafterId, post_id: postId }).execute()
  await insertVersion(tx, letterId, { number: 1, content, madeBy: drafterId, postId, broughtBack: null })
}

/** Removes a draft with all its versions and parafs. */
export const deleteDraft = (tx: Tx, letterId: string) => tables(tx).deleteFrom('drafting.draft').where('letter_id', '=', letterId).execute()

export async function insertVersion(tx: Tx, letterId: string, { number, content, madeBy, postId, broughtBack }: Omit<Version, 'madeAt'>): Promise<void> {
  await tables(tx).insertInto('drafting.version').values({ letter_id: letterId, number, content: JSON.stringify(content), made_by: madeBy, post_id: postId, brought_back: broughtBack }).execute()
}

const versionColumns = sql`number, content, made_by as "madeBy", post_id as "postId", made_at as "madeAt", brought_back as "broughtBack"`

/** Saved versions of a letter, newest first. */
export const versionsOf = async (db: Db, letterId: string): Promise<Version[]> =>
  (await sql<Version>`select ${versionColumns} from drafting.version where letter_id = ${letterId} order by number desc limit 200`.execute(db)).rows

export const versionAt = async (db: Db | Tx, letterId: string, number: number): Promise<Version | null> =>
  (await sql<Version>`select ${versionColumns} from drafting.version where letter_id = ${letterId} and number = ${number}`.execute(db)).rows[0] ?? null

/** Writes how far it has come: version, marks of its return, and what changed in the chain. */
export async function writeCourse(tx: Tx, letterId: string, { version, returnedVersion, returnedParaf, steps }: Course): Promise<void> {
  await tables(tx).updateTable('drafting.draft').set({ version, returned_version: returnedVersion, returned_paraf: returnedParaf }).where('letter_id', '=', letterId).execute()
  await sql`update drafting.paraf p set position = s.n, version = s.version, holds = s.holds,
      by = case when s.version is null then null else p.by end, as_kind = case when s.version is null then null else p.as_kind end,
      name = case when s.version is null then null else p.name end, remarks = case when s.version is null then null else p.remarks end,
      at = case when s.version is null then null else coalesce(p.at, now()) end
    from jsonb_to_recordset(${JSON.stringify(steps.map(({ id, version: read, holds }, n) => ({ id, n, version: read, holds })))}::jsonb) as s (id uuid, n integer, version integer, holds integer)
    where p.id = s.id`.execute(tx)
}

/** Puts a chain in the place of the one there is. */
export async function replaceChain(tx: Tx, letterId: string, chain: readonly { postId: string; kind: ParafKind }[]): Promise<void> {
  await tables(tx).deleteFrom('drafting.paraf').where('letter_id', '=', letterId).execute()
  if (chain.length > 0) await tables(tx).insertInto('drafting.paraf').values(chain.map(({ postId, kind }, position) => ({ letter_id: letterId, position, post_id: postId, kind }))).execute()
}

/** Adds a step behind the others; `writeCourse` puts it in its place. Answers its id. */
export async function insertParaf(tx: Tx, letterId: string, step: { position: number; postId: string; kind: ParafKind; addedBy: string }): Promise<string> {
  const { id } = await tables(tx)
    .insertInto('drafting.paraf')
    .values({ letter_id: letterId, position: step.position, post_id: step.postId, kind: step.kind, added_by: step.addedBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Says who gave a paraf that was written, and in which capacity. */
export async function signParaf(tx: Tx, id: string, { by, asKind, name, remarks }: { by: string | null; asKind: HoldingKind; name: string; remarks: string | null }): Promise<void> {
  await tables(tx).updateTable('drafting.paraf').set({ by, as_kind: asKind, name, remarks }).where('id', '=', id).execute()
}

/** Keeps what was said when a step sent it back. */
export async function remarkReturn(tx: Tx, id: string, remarks: string): Promise<void> {
  await tables(tx).updateTable('drafting.paraf').set({ remarks }).where('id', '=', id).execute()
}

/** A beginning a unit wrote for itself. */
export interface UnitTemplate {
  id: string
  unitId: string
  kind: string
  name: string
  subject: string
  body: string
  parts: Record<string, string>
  version: number
}

const templateColumns = sql`id, unit_id as "unitId", kind, name, subject, body, parts, version`

/** Templates of these units, by kind and name. */
export const templatesOf = async (db: Db | Tx, unitIds: readonly string[], kind?: string): Promise<UnitTemplate[]> =>
  (await sql<UnitTemplate>`select ${templateColumns} from drafting.template where unit_id = any(${[...unitIds]}::uuid[]) and ${kind ? sql`kind = ${kind}` : sql`true`} order by kind, name, id limit 500`.execute(db)).rows

/** One template, or nothing; with `lock` nobody else changes it until the transaction ends. */
export async function templateById(db: Db | Tx, id: string, lock = false): Promise<UnitTemplate | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  return (await sql<UnitTemplate>`select ${templateColumns} from drafting.template where id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)).rows[0] ?? null
}

type TemplateFacts = Omit<UnitTemplate, 'id' | 'version'>

/** Adds a template, or changes the one with this id; null when the unit has another of that name. */
export async function writeTemplate(tx: Tx, id: string | null, { unitId, kind, name, subject, body, parts }: TemplateFacts, by: string): Promise<string | null> {
  const { rows: taken } = await sql`select 1 from drafting.template where unit_id = ${unitId} and kind = ${kind} and name = ${name} and id is distinct from ${id}::uuid`.execute(tx)
  if (taken.length > 0) return null
  const columns = { unit_id: unitId, kind, name, subject, body, parts: JSON.stringify(parts), changed_by: by }
  if (!id) return (await tables(tx).insertInto('drafting.template').values(columns).returning('id').executeTakeFirstOrThrow()).id
  await tables(tx).updateTable('drafting.template').set({ ...columns, changed_at: new Date(), version: sql<number>`version + 1` }).where('id', '=', id).execute()
  return id
}

export const deleteTemplate = (tx: Tx, id: string) => tables(tx).deleteFrom('drafting.template').where('id', '=', id).execute()
