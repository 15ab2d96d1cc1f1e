import { sql, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { StoredFile } from '#platform/files/files.ts'
import type { Message } from '#platform/forms/fields.ts'
import { noChoices, type Action, type Choices, type Counts, type Progress, type Reading, type Run, type RunItem, type RunState } from './import-run.ts'
import type { Tables } from './tables.ts'
import type { Kind } from '#modules/publications/contract.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

const runColumns = ['id', 'unit_id', 'kind', 'name', 'file_id', 'source_id', 'state', 'reading', 'choices', 'progress', 'counts', 'failure', 'created_by', 'created_at', 'started_at', 'finished_at'] as const

const runsIn = (db: Db | Tx) => tables(db).selectFrom('imports.run as r').select(runColumns)

const runOf = (row: Awaited<ReturnType<ReturnType<typeof runsIn>['executeTakeFirstOrThrow']>>): Run => ({
  id: row.id,
  unitId: row.unit_id,
  kind: row.kind as Run['kind'],
  name: row.name,
  fileId: row.file_id,
  sourceId: row.source_id,
  state: row.state as RunState,
  reading: row.reading as Partial<Reading>,
  choices: { ...noChoices, ...(row.choices as Partial<Choices>) },
  progress: row.progress as Progress | null,
  counts: row.counts as Counts,
  failure: row.failure as Message | null,
  createdBy: row.created_by,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
})

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)

/** One run, whoever asks: for jobs. */
export async function runById(db: Db | Tx, id: string): Promise<Run | null> {
  const row = await runsIn(db).where('id', '=', id).executeTakeFirst()
  return row ? runOf(row) : null
}

/** One run within reach; with `lock` nobody else changes it until the transaction ends. */
export async function runWithin(db: Db | Tx, reach: Reach | null, id: string, lock = false): Promise<Run | null> {
  if (!isId(id)) return null
  const query = runsIn(db).where('id', '=', id).where(within(reach, { unit: sql.ref('r.unit_id') }))
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? runOf(row) : null
}

/** Runs within reach, newest first; `next` is the mark to go on from. Looks at a watched feed that changed nothing leave no run. */
export async function runsWithin(db: Db, reach: Reach | null, filter: { after?: string; limit: number }): Promise<{ items: Run[]; next: string | null }> {
  let query = runsIn(db).where(within(reach, { unit: sql.ref('r.unit_id') }))
  if (filter.after && isId(filter.after)) query = query.where('id', '<', filter.after)
  const rows = await query.orderBy('id', 'desc').limit(filter.limit + 1).execute()
  return { items: rows.slice(0, filter.limit).map(runOf), next: rows.length > filter.limit ? rows[filter.limit - 1]!.id : null }
}

/** Previews of a person that wait for a decision. */
export async function countReady(db: Db, accountId: string): Promise<number> {
  const { n } = await tables(db).selectFrom('imports.run').select(eb => eb.fn.countAll<bigint>().as('n')).where('state', '=', 'ready').where('created_by', '=', accountId).executeTakeFirstOrThrow()
  return Number(n)
}

/** Finished runs, newest first. */
export const finishedRuns = async (db: Db, limit: number): Promise<Run[]> => (await runsIn(db).where('state', '=', 'done').orderBy('id', 'desc').limit(limit).execute()).map(runOf)

export async function insertRun(tx: Tx | Db, run: { unitId: string; name: string; state: RunState; kind?: Run['kind']; fileId?: string | null; sourceId?: string | null; choices?: Partial<Choices>; by: string | null }): Promise<string> {
  const { id } = await tables(tx)
    .insertInto('imports.run')
    .values({ unit_id: run.unitId, name: run.name, state: run.state, kind: run.kind ?? null, file_id: run.fileId ?? null, source_id: run.sourceId ?? null, choices: JSON.stringify(run.choices ?? {}), created_by: run.by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Forgets a run that nothing came of. */
export const deleteRun = (tx: Tx, id: string) => tables(tx).deleteFrom('imports.run').where('id', '=', id).execute()

type RunChange = Partial<Pick<Run, 'kind' | 'state' | 'reading' | 'choices' | 'progress' | 'counts' | 'failure' | 'startedAt' | 'finishedAt'>>

export async function updateRun(db: Db | Tx, id: string, { reading, choices, progress, counts, failure, startedAt, finishedAt, ...rest }: RunChange): Promise<void> {
  await tables(db)
    .updateTable('imports.run')
    .set({
      ...rest,
      ...(reading && { reading: JSON.stringify(reading) }),
      ...(choices && { choices: JSON.stringify(choices) }),
      ...(progress !== undefined && { progress: progress && JSON.stringify(progress) }),
      ...(counts && { counts: JSON.stringify(counts) }),
      ...(failure !== undefined && { failure: failure && JSON.stringify(failure) }),
      ...(startedAt && { started_at: startedAt }),
      ...(finishedAt !== undefined && { finished_at: finishedAt }),
    })
    .where('id', '=', id)
    .execute()
}

/** What was chosen for the last finished run of this kind in a unit: categories are told once. */
export async function lastMapping(db: Db | Tx, unitId: string, kind: Run['kind']): Promise<Choices['mapping']> {
  const row = await tables(db).selectFrom('imports.run').select('choices').where('unit_id', '=', unitId).where('kind', '=', kind).where('state', '=', 'done').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return (row?.choices as Partial<Choices> | undefined)?.mapping ?? {}
}

/** Replaces the items of a run; thousands in one statement each. */
export async function writeItems(tx: Tx, runId: string, items: readonly Omit<RunItem, 'looks'>[]): Promise<void> {
  await tables(tx).deleteFrom('imports.run_item').where('run_id', '=', runId).execute()
  for (let at = 0; at < items.length; at += 1000)
    await sql`insert into imports.run_item (run_id, position, source_id, title, action, kind, state, private, at, notes, page, under, publication_id, page_id)
      select ${runId}::uuid, i.position, i."sourceId", i.title, i.action, i.kind, i.state, i.private, i.at, i.notes, i.page, i.under, i."publicationId", i."pageId"
      from jsonb_to_recordset(${JSON.stringify(items.slice(at, at + 1000))}::jsonb) as i(position int, "sourceId" text, title text, action text, kind text, state text, private boolean, at timestamptz, notes jsonb, page boolean, under text, "publicationId" uuid, "pageId" uuid)`.execute(tx)
}

/** Items of a run: first those a person should look at, then the others as the source has them. */
export async function itemsOf(db: Db | Tx, runId: string, filter: { actions?: readonly Action[]; after?: string; limit: number }): Promise<{ items: RunItem[]; next: string | null }> {
  const mark = /^([tf])(\d{1,9})$/.exec(filter.after ?? '')
  let query = tables(db)
    .selectFrom('imports.run_item')
    .select(['position', 'source_id as sourceId', 'title', 'action', 'kind', 'state', 'private', 'at', 'notes', 'looks', 'page', 'under', 'publication_id as publicationId', 'page_id as pageId'])
    .where('run_id', '=', runId)
  if (filter.actions) query = query.where('action', 'in', filter.actions)
  if (mark) query = query.where(sql<SqlBool>`(not looks, position) > (${mark[1] === 'f'}, ${Number(mark[2])})`)
  const rows = await query.orderBy('looks', 'desc').orderBy('position').limit(filter.limit + 1).execute()
  const items = rows.slice(0, filter.limit).map(row => ({ ...row, looks: row.looks ?? false, action: row.action as Action, kind: row.kind as Kind | null, state: row.state as RunItem['state'], notes: row.notes as unknown as Message[] }))
  const last = items.at(-1)
  return { items, next: rows.length > filter.limit && last ? `${last.looks ? 't' : 'f'}${last.position}` : null }
}

/** What a source's items became in a unit. */
export interface SourceItem {
  sourceId: string
  /** Of the publication or page. */
  id: string
  page: boolean
  fingerprint: string
  version: number
  state: string
  withdrawn: boolean
}

const sourceColumns = ['s.source_id as sourceId', sql<string>`coalesce(s.publication_id, s.page_id)`.as('id'), sql<boolean>`s.page_id is not null`.as('page'), 's.fingerprint', 's.version', 's.state', sql<boolean>`s.withdrawn_at is not null`.as('withdrawn')] as const

export const sourceItems = (db: Db | Tx, unitId: string): Promise<SourceItem[]> => tables(db).selectFrom('imports.source_item as s').select(sourceColumns).where('s.unit_id', '=', unitId).execute()

/** What a run created and nobody has taken back. */
export const createdBy = (db: Db | Tx, runId: string): Promise<SourceItem[]> =>
  tables(db)
    .selectFrom('imports.source_item as s')
    .innerJoin('imports.run as r', 'r.unit_id', 's.unit_id')
    .innerJoin('imports.run_item as i', join => join.onRef('i.run_id', '=', 'r.id').onRef('i.source_id', '=', 's.source_id'))
    .select(sourceColumns)
    .where('r.id', '=', runId)
    .where('i.action', '=', 'create')
    .where('s.withdrawn_at', 'is', null)
    .orderBy('i.position')
    .execute()

/** Says of items of a run what a person should know besides. */
export async function noteItems(tx: Tx, runId: string, ids: readonly string[], note: Message): Promise<void> {
  if (ids.length > 0) await sql`update imports.run_item set notes = ${JSON.stringify([note])}::jsonb || notes where run_id = ${runId} and coalesce(publication_id, page_id) = any(${ids}::uuid[])`.execute(tx)
}

export async function keepSourceItem(tx: Tx, unitId: string, runId: string, item: Omit<SourceItem, 'withdrawn'>): Promise<void> {
  const row = { publication_id: item.page ? null : item.id, page_id: item.page ? item.id : null, fingerprint: item.fingerprint, version: item.version, state: item.state, withdrawn_at: null, run_id: runId }
  await tables(tx).insertInto('imports.source_item').values({ unit_id: unitId, source_id: item.sourceId, ...row }).onConflict(conflict => conflict.columns(['unit_id', 'source_id']).doUpdateSet(row)).execute()
}

export async function markWithdrawn(tx: Tx, unitId: string, sourceIds: readonly string[]): Promise<void> {
  if (sourceIds.length > 0) await tables(tx).updateTable('imports.source_item').set({ withdrawn_at: new Date() }).where('unit_id', '=', unitId).where('source_id', 'in', sourceIds).execute()
}

/** Pictures and files of old sites that a unit has already, by the address they had there. */
export async function mediaHere(db: Db | Tx, unitId: string): Promise<Map<string, StoredFile>> {
  const rows = await tables(db).selectFrom('imports.media').select(['address', 'file']).where('unit_id', '=', unitId).execute()
  return new Map(rows.map(row => [row.address, row.file as unknown as StoredFile]))
}

export async function keepMedia(tx: Tx, unitId: string, key: string, address: string, file: StoredFile): Promise<void> {
  await tables(tx).insertInto('imports.media').values({ unit_id: unitId, key, address, file: JSON.stringify(file) }).onConflict(conflict => conflict.columns(['unit_id', 'key']).doNothing()).execute()
}

/** Lets one import of a unit go after the other, until the transaction ends. */
export const takeTurn = async (tx: Tx, unitId: string): Promise<void> => void (await sql`select pg_advisory_xact_lock(hashtext(${`import ${unitId}`}))`.execute(tx))
