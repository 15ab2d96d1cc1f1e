import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Message } from '#platform/forms/fields.ts'
import type { Checked, Taken } from '#platform/columnar/taken.ts'
import { keeps, over, type Declared, type Upload, type UploadAnswers, type UploadState } from './intake.ts'
import type { Tables } from './tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)

const uploadOf = (row: Selectable<Tables['data_intake.upload']>): Upload => ({
  id: row.id,
  unitId: row.unit_id,
  datasetId: row.dataset_id,
  releaseId: row.release_id,
  name: row.name,
  title: row.title,
  bytes: Number(row.bytes),
  state: row.state as UploadState,
  fileId: row.file_id,
  sheet: row.sheet,
  heading: row.heading,
  // What is kept as JSON was written by this store in these shapes.
  taken: row.taken as unknown as Taken | null,
  declared: row.declared as unknown as Declared[],
  checked: row.checked as unknown as Checked | null,
  answers: row.answers as unknown as UploadAnswers,
  progress: row.progress,
  failure: row.failure as unknown as Message | null,
  resourceId: row.resource_id,
  createdBy: row.created_by,
  strong: row.strong,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})

/** One upload, or nothing; with `lock` nobody else changes it until the transaction ends. */
export async function uploadById(db: Db | Tx, id: string, lock = false): Promise<Upload | null> {
  if (!isId(id)) return null
  const query = tables(db).selectFrom('data_intake.upload').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? uploadOf(row) : null
}

/** Uploads of a release that are still on their way, newest first. */
export async function openUploads(db: Db | Tx, releaseId: string): Promise<Upload[]> {
  return (await tables(db).selectFrom('data_intake.upload').selectAll().where('release_id', '=', releaseId).where('state', 'not in', over).orderBy('id', 'desc').limit(100).execute()).map(uploadOf)
}

/** The last uploads of a dataset that became a table, or were given up to be mended: what they declared is proposed for the next. */
export async function earlierUploads(db: Db | Tx, datasetId: string): Promise<Upload[]> {
  const rows = await tables(db).selectFrom('data_intake.upload').selectAll().where('dataset_id', '=', datasetId)
    .where(one => one.or([one('state', '=', 'kept'), one.and([one('state', '=', 'dropped'), one('checked', 'is not', null)])])).orderBy('id', 'desc').limit(5).execute()
  return rows.map(uploadOf)
}

/** Bytes of a unit's files that are on their way. */
export async function bytesUnderWay(db: Db | Tx, unitId: string): Promise<number> {
  const row = await tables(db).selectFrom('data_intake.upload').select(sql<string>`coalesce(sum(bytes), 0)`.as('n')).where('unit_id', '=', unitId).where('state', 'not in', over).executeTakeFirstOrThrow()
  return Number(row.n)
}

export type NewUpload = Pick<Upload, 'id' | 'unitId' | 'datasetId' | 'releaseId' | 'name' | 'title' | 'bytes' | 'createdBy' | 'strong'>

export async function insertUpload(tx: Tx, upload: NewUpload): Promise<Upload> {
  return uploadOf(await tables(tx).insertInto('data_intake.upload').values({
    id: upload.id, unit_id: upload.unitId, dataset_id: upload.datasetId, release_id: upload.releaseId, name: upload.name, title: upload.title,
    bytes: upload.bytes, state: 'arriving', created_by: upload.createdBy, strong: upload.strong,
  }).returningAll().executeTakeFirstOrThrow())
}

type Changes = Partial<Pick<Upload, 'state' | 'title' | 'fileId' | 'sheet' | 'heading' | 'taken' | 'declared' | 'checked' | 'answers' | 'progress' | 'failure' | 'resourceId' | 'strong'>>

const json = (value: unknown) => (value === undefined ? undefined : value === null ? null : JSON.stringify(value))

export async function updateUpload(db: Db | Tx, id: string, set: Changes): Promise<void> {
  const { state, title, fileId, sheet, heading, progress, resourceId, strong } = set
  await tables(db).updateTable('data_intake.upload').set({
    state, title, sheet, heading, progress, strong, file_id: fileId, resource_id: resourceId,
    taken: json(set.taken), checked: json(set.checked), failure: json(set.failure),
    declared: set.declared && JSON.stringify(set.declared), answers: set.answers && JSON.stringify(set.answers), changed_at: sql`now()`,
  }).where('id', '=', id).execute()
}

/** How far a job is; what else changes is left alone. */
export async function tellProgress(db: Db, id: string, progress: number): Promise<void> {
  await tables(db).updateTable('data_intake.upload').set({ progress }).where('id', '=', id).execute()
}

/** Uploads nobody went on with. */
export async function staleUploads(db: Db, now: Date): Promise<Upload[]> {
  const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  return (await tables(db).selectFrom('data_intake.upload').selectAll()
    .where(one => one.or([one.and([one('state', '=', 'arriving'), one('created_at', '<', before(keeps.arriving))]), one.and([one('state', 'in', ['describing', 'found']), one('changed_at', '<', before(keeps.waiting * 24))]), one.and([one('state', '=', 'refused'), one('file_id', 'is not', null), one('changed_at', '<', before(keeps.arriving))])]))
    .limit(1000).execute()).map(uploadOf)
}

/** What texts in columns of regions meant in earlier releases of a dataset, by column and text. */
export async function knownRegionNames(db: Db | Tx, datasetId: string): Promise<Record<string, Record<string, string | null>>> {
  const rows = await tables(db).selectFrom('data_intake.region_name').select(['column_name', 'text', 'code']).where('dataset_id', '=', datasetId).execute()
  const known: Record<string, Record<string, string | null>> = {}
  for (const { column_name: column, text, code } of rows) (known[column] ??= {})[text] = code
  return known
}

/** Remembers what a person said that texts mean. */
export async function rememberRegionNames(tx: Tx, datasetId: string, names: readonly { column: string; text: string; code: string | null }[], by: string): Promise<void> {
  if (names.length === 0) return
  await tables(tx).insertInto('data_intake.region_name').values(names.map(({ column, text, code }) => ({ dataset_id: datasetId, column_name: column, text, code, answered_by: by })))
    .onConflict(conflict => conflict.columns(['dataset_id', 'column_name', 'text']).doUpdateSet(one => ({ code: one.ref('excluded.code'), answered_by: one.ref('excluded.answered_by'), answered_at: sql`now()` }))).execute()
}
