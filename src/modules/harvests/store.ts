import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Run, Source, SourceState } from './source.ts'

const sourceColumns = sql`s.id, s.name, s.kind, s.url, s.unit_id as "unitId", s.theme, s.every, s.state, s.next_at as "nextAt", s.failures, s.created_by as "createdBy"`
const runColumns = sql`r.id, r.source_id as "sourceId", r.kind, r.state, r.started_at as "startedAt", r.finished_at as "finishedAt", r.total, r.seen, r.added, r.changed, r.gone, r.refused, r.failure, r.notes`

/** Answers its id, or null when the address is registered already. */
export async function insertSource(tx: Tx, source: Pick<Source, 'name' | 'kind' | 'url' | 'unitId' | 'theme' | 'every'>, by: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`insert into harvests.source (name, kind, url, unit_id, theme, every, created_by)
    values (${source.name}, ${source.kind}, ${source.url}, ${source.unitId}, ${source.theme}, ${source.every}, ${by}) on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** All sources with their last visit, by name. */
export async function sourcesOf(db: Db): Promise<{ source: Source; run: Run | null }[]> {
  const { rows: sources } = await sql<Source>`select ${sourceColumns} from harvests.source s order by lower(s.name), s.id limit 500`.execute(db)
  const { rows: runs } = await sql<Run>`select distinct on (r.source_id) ${runColumns} from harvests.run r order by r.source_id, r.id desc`.execute(db)
  return sources.map(source => ({ source, run: runs.find(run => run.sourceId === source.id) ?? null }))
}

export async function sourceById(db: Db | Tx, id: string, lock = false): Promise<Source | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const { rows } = await sql<Source>`select ${sourceColumns} from harvests.source s where s.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

export const setSource = async (tx: Tx, id: string, set: { state: SourceState; nextAt: Date | null; failures: number }): Promise<void> => {
  await sql`update harvests.source set state = ${set.state}, next_at = ${set.nextAt}, failures = ${set.failures} where id = ${id}`.execute(tx)
}

/** Ids of sources whose turn it is. */
export async function dueSources(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select s.id from harvests.source s where s.state = 'active' and s.next_at <= now() for update skip locked`.execute(tx)
  return rows.map(row => row.id)
}

/** Writes down that a visit shall be made; null when one is under way. */
export async function insertRun(tx: Tx, sourceId: string, kind: Run['kind'], by: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`insert into harvests.run (source_id, kind, started_by) values (${sourceId}, ${kind}, ${by}) on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Visits, newest first. */
export async function runsOf(db: Db, sourceId: string): Promise<Run[]> {
  const { rows } = await sql<Run>`select ${runColumns} from harvests.run r where r.source_id = ${sourceId} order by r.id desc limit 20`.execute(db)
  return rows
}

/** Begins a visit, also one that was lost on the way; null when it is over. */
export async function beginRun(db: Db, id: string): Promise<Run | null> {
  const { rows } = await sql<Run>`update harvests.run r set state = 'running', started_at = now(), seen = 0, added = 0, changed = 0, gone = 0, refused = 0 where r.id = ${id} and r.state in ('waiting', 'running') returning ${runColumns}`.execute(db)
  return rows[0] ?? null
}

export const tellRun = async (db: Db | Tx, run: Pick<Run, 'id' | 'total' | 'seen' | 'added' | 'changed' | 'refused'>): Promise<void> => {
  await sql`update harvests.run set total = ${run.total}, seen = ${run.seen}, added = ${run.added}, changed = ${run.changed}, refused = ${run.refused} where id = ${run.id}`.execute(db)
}

export const endRun = async (tx: Tx, id: string, end: { state: 'done' | 'failed'; gone: number; failure: string | null; notes: readonly string[] }): Promise<void> => {
  await sql`update harvests.run set state = ${end.state}, gone = ${end.gone}, failure = ${end.failure}, notes = ${JSON.stringify(end.notes)}::jsonb, finished_at = now() where id = ${id}`.execute(tx)
}

/** Writes down what a source shows. */
export const seeEntries = async (tx: Tx, sourceId: string, runId: string, codes: readonly string[]): Promise<void> => {
  await sql`insert into harvests.entry (source_id, code, run_id) select ${sourceId}, code, ${runId} from unnest(${[...codes]}::text[]) as code on conflict (source_id, code) do update set run_id = excluded.run_id`.execute(tx)
}

/** How many entries a source has shown, and those it did not show on this visit. */
export async function missingEntries(tx: Tx, sourceId: string, runId: string): Promise<{ known: number; missing: string[] }> {
  const { rows } = await sql<{ code: string; here: boolean }>`select code, run_id = ${runId} as here from harvests.entry where source_id = ${sourceId}`.execute(tx)
  return { known: rows.length, missing: rows.filter(row => !row.here).map(row => row.code) }
}
