import { sql } from 'kysely'
import type { Reach } from '../access/who.ts'
import type { Db, Tx } from '../db/database.ts'
import type { StoredFile } from '../files/files.ts'
import type { Message } from '../forms/fields.ts'
import { noChoices, noCounts, type BadRow, type Choices, type Counts, type Progress, type RunState, type SheetRun, type StoredReach } from './sheet-run.ts'

const columns = sql`id, code, unit_id as "unitId", created_by as "createdBy", created_at as "createdAt", touched_at as "touchedAt", file_id as "fileId", file_name as "fileName",
  media_type as "mediaType", state, reading, choices, reach, progress, counts, doubts, sample, failure, finished_at as "finishedAt"`

const complete = (row: SheetRun): SheetRun => ({ ...row, choices: { ...noChoices, ...row.choices }, counts: { ...noCounts, ...row.counts } })

/** A run of this import, whoever asks: for jobs. */
export async function runById(db: Db | Tx, code: string, id: string): Promise<SheetRun | null> {
  const { rows } = await sql<SheetRun>`select ${columns} from platform.sheet_run where id = ${id} and code = ${code}`.execute(db)
  return rows[0] ? complete(rows[0]) : null
}

/** Whose files a person sees: their own, and all for those who reach the whole government. */
const visible = (reach: Reach | null) => (!reach ? sql`false` : reach.government ? sql`true` : sql`created_by = ${reach.accountId}`)

/** One run that this person may see; with `lock` nobody else changes it until the transaction ends. */
export async function runFor(db: Db | Tx, code: string, reach: Reach | null, id: string, lock = false): Promise<SheetRun | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const { rows } = await sql<SheetRun>`select ${columns} from platform.sheet_run where id = ${id} and code = ${code} and ${visible(reach)} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ? complete(rows[0]) : null
}

/** The newest runs this person may see. */
export async function latestRuns(db: Db, code: string, reach: Reach | null): Promise<SheetRun[]> {
  const { rows } = await sql<SheetRun>`select ${columns} from platform.sheet_run where code = ${code} and ${visible(reach)} order by id desc limit 20`.execute(db)
  return rows.map(complete)
}

export async function insertRun(tx: Tx, run: { code: string; unitId: string; file: StoredFile; reach: StoredReach }): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into platform.sheet_run (code, unit_id, created_by, file_id, file_name, media_type, reach)
    values (${run.code}, ${run.unitId}, ${run.reach.accountId}, ${run.file.id}, ${run.file.name}, ${run.file.mediaType}, ${JSON.stringify(run.reach)}) returning id`.execute(tx)
  return rows[0]!.id
}

/** What of a run may change. */
export interface RunChange {
  state?: RunState
  reading?: SheetRun['reading']
  choices?: Choices
  reach?: StoredReach
  progress?: Progress | null
  counts?: Counts
  doubts?: SheetRun['doubts']
  sample?: SheetRun['sample']
  failure?: Message | null
  finishedAt?: Date | null
}

/** Changes a run, if it is in one of the states `when`; answers whether it was. */
export async function changeRun(db: Db | Tx, id: string, { state, finishedAt, ...data }: RunChange, when?: readonly RunState[]): Promise<boolean> {
  const sets = [
    sql`touched_at = now()`,
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(finishedAt === undefined ? [] : [sql`finished_at = ${finishedAt}`]),
    ...Object.entries(data).flatMap(([name, value]) => (value === undefined ? [] : [sql`${sql.ref(name)} = ${value === null ? null : JSON.stringify(value)}::jsonb`])),
  ]
  const { numAffectedRows } = await sql`update platform.sheet_run set ${sql.join(sets)} where id = ${id} ${when ? sql`and state = any(${when}::text[])` : sql``}`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}

export const deleteRun = (tx: Tx, id: string) => sql`delete from platform.sheet_run where id = ${id}`.execute(tx)

/** Puts other bad rows in the place of those of an earlier look. */
export async function replaceBadRows(tx: Tx, runId: string, rows: readonly BadRow[]): Promise<void> {
  await sql`delete from platform.sheet_bad_row where run_id = ${runId}`.execute(tx)
  for (let at = 0; at < rows.length; at += 1000) {
    const some = rows.slice(at, at + 1000)
    await sql`insert into platform.sheet_bad_row (run_id, line, cells, reasons)
      select ${runId}::uuid, line, cells, reasons from unnest(${some.map(row => row.line)}::int[], ${some.map(row => JSON.stringify(row.cells))}::jsonb[], ${some.map(row => JSON.stringify(row.reasons))}::jsonb[]) as bad (line, cells, reasons)`.execute(tx)
  }
}

/** Bad rows in the order of the file, after a line. */
export async function badRows(db: Db | Tx, runId: string, after: number, limit: number): Promise<BadRow[]> {
  const { rows } = await sql<BadRow>`select line, cells, reasons from platform.sheet_bad_row where run_id = ${runId} and line > ${after} order by line limit ${limit}`.execute(db)
  return rows
}

/** Numbers of all rows that were wrong when the preview was made. */
export async function badLines(db: Db | Tx, runId: string): Promise<Set<number>> {
  const { rows } = await sql<{ line: number }>`select line from platform.sheet_bad_row where run_id = ${runId}`.execute(db)
  return new Set(rows.map(({ line }) => line))
}

/** How many rows are wrong in which field, most first. */
export async function badFields(db: Db, runId: string): Promise<{ field: string; rows: number }[]> {
  const { rows } = await sql<{ field: string; rows: number }>`
    select reason ->> 'field' as field, count(distinct line)::int as rows from platform.sheet_bad_row, jsonb_array_elements(reasons) reason
    where run_id = ${runId} group by 1 order by 2 desc, 1`.execute(db)
  return rows
}

/** How the unit's files were laid out last time. */
export async function rememberedMapping(db: Db | Tx, code: string, unitId: string): Promise<{ columns: Record<string, string>; matches: Choices['matches'] }> {
  const { rows } = await sql<{ columns: Record<string, string>; matches: Choices['matches'] }>`select columns, matches from platform.sheet_mapping where code = ${code} and unit_id = ${unitId}`.execute(db)
  return rows[0] ?? { columns: {}, matches: {} }
}

export const rememberMapping = (tx: Tx, code: string, unitId: string, mapping: { columns: Record<string, string>; matches: Choices['matches'] }) =>
  sql`insert into platform.sheet_mapping (code, unit_id, columns, matches) values (${code}, ${unitId}, ${JSON.stringify(mapping.columns)}, ${JSON.stringify(mapping.matches)})
    on conflict (government_id, code, unit_id) do update set columns = excluded.columns, matches = excluded.matches`.execute(tx)

/** One import of a kind at a time in a government; the next waits until the transaction ends. */
export const oneAtATime = (tx: Tx, code: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`sheets:${code}:`} || platform.current_government(), 0))`.execute(tx)
