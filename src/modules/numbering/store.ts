import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { Resets } from './pattern.ts'
import type { Pattern, Rules, SeriesKey } from './rules.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** What was set for these units and for the government as a whole, in one query; for all units when none are named. */
export async function settingsOf(db: Db | Tx, unitIds?: readonly string[]): Promise<Pick<Rules, 'patterns' | 'codes'>> {
  const of = (column: string) => (unitIds ? sql<SqlBool>`${sql.ref(column)} = any(${[...unitIds]}::uuid[])` : sql<SqlBool>`true`)
  const { rows } = await sql<{ patterns: Pattern[]; codes: Record<string, string> }>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'unitId', unit_id, 'kind', kind, 'pattern', pattern, 'draws', draws, 'resets', resets, 'version', version) order by kind nulls first), '[]')
        from numbering.pattern where unit_id is null or ${of('unit_id')}) as patterns,
      (select coalesce(jsonb_object_agg(unit_id, code), '{}') from numbering.unit_code where ${of('unit_id')}) as codes`.execute(db)
  const { patterns, codes } = rows[0]!
  return { patterns, codes: new Map(Object.entries(codes)) }
}

/** How numbers look where nothing was set: by kind, and `umum` for all others. */
export async function defaultsOf(db: Db | Tx, day: string): Promise<Rules['defaults']> {
  const list = await referenceList<{ pattern?: unknown }>(db, 'letter-number-pattern', day)
  return new Map(list.flatMap(({ code, value }) => (typeof value.pattern === 'string' ? [[code, value.pattern] as const] : [])))
}

/** All that decides how numbers look for these units; for all units when none are named. */
export async function rulesOf(db: Db | Tx, day: string, unitIds?: readonly string[]): Promise<Rules> {
  const [settings, defaults] = await Promise.all([settingsOf(db, unitIds), defaultsOf(db, day)])
  return { ...settings, defaults }
}

/** Sets a pattern, or changes it; answers false when somebody changed it meanwhile. */
export async function keepPattern(tx: Tx, { unitId, kind, pattern, draws, resets, version }: Omit<Pattern, 'id'>): Promise<boolean> {
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tables(tx).insertInto('numbering.pattern').values({ unit_id: unitId, kind, pattern, draws, resets }).onConflict(on => on.columns(['government_id', 'unit_id', 'kind']).doNothing()).executeTakeFirstOrThrow()
    return Number(numInsertedOrUpdatedRows) > 0
  }
  const { numUpdatedRows } = await tables(tx).updateTable('numbering.pattern').set({ pattern, draws, resets, version: sql`version + 1` })
    .where('unit_id', 'is not distinct from', unitId).where('kind', 'is not distinct from', kind).where('version', '=', version).executeTakeFirstOrThrow()
  return Number(numUpdatedRows) > 0
}

/** Takes a pattern away, so that the next more general one counts. */
export async function removePattern(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('numbering.pattern').where('id', '=', id).execute()
}

/** Gives a unit a code of its own, or takes it back. */
export async function keepCode(tx: Tx, unitId: string, code: string | null): Promise<void> {
  if (code === null) await tables(tx).deleteFrom('numbering.unit_code').where('unit_id', '=', unitId).execute()
  else await tables(tx).insertInto('numbering.unit_code').values({ unit_id: unitId, code }).onConflict(on => on.column('unit_id').doUpdateSet({ code })).execute()
}

export type Direction = 'out' | 'in'

/** The id of a series; it begins to be when it is first asked for. */
export async function seriesId(tx: Tx, { unitId, kind }: SeriesKey, direction: Direction = 'out'): Promise<string> {
  const find = () => tables(tx).selectFrom('numbering.series').select('id').where('unit_id', '=', unitId).where('direction', '=', direction).where('kind', 'is not distinct from', kind).executeTakeFirst()
  const found = await find()
  if (found) return found.id
  // Somebody else may make it at the same moment; whoever is second waits and then sees it.
  const made = await tables(tx).insertInto('numbering.series').values({ unit_id: unitId, kind, direction }).onConflict(on => on.columns(['unit_id', 'direction', 'kind']).doNothing()).returning('id').executeTakeFirst()
  return made?.id ?? (await find())!.id
}

/** A series in a year, or in a month of it. */
export interface Period {
  seriesId: string
  year: number
  /** 0 where the series runs through the year. */
  month: number
}

/** The part of a series a day falls into. */
export function periodOf(id: string, day: string, resets: Resets): Period {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return { seriesId: id, year, month: resets === 'month' ? month : 0 }
}

/** How far a series has come. */
export interface Counter {
  last: number
  started: number
  latest: string | null
}

/** How far a series has come; with `lock` nobody else takes from it until the transaction ends. */
export async function counterOf(db: Db | Tx, { seriesId: series, year, month }: Period, lock = false): Promise<Counter | null> {
  const query = tables(db).selectFrom('numbering.counter').select(['last', 'started', 'latest']).where('series_id', '=', series).where('year', '=', year).where('month', '=', month)
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null
}

/** A series that was set up or used, with the numbers it sets aside every working day. */
export async function dailyOf(db: Db, { unitId, kind }: SeriesKey): Promise<{ seriesId: string; daily: number } | null> {
  const row = await tables(db).selectFrom('numbering.series').select(['id', 'daily']).where('unit_id', '=', unitId).where('direction', '=', 'out').where('kind', 'is not distinct from', kind).executeTakeFirst()
  return row ? { seriesId: row.id, daily: row.daily } : null
}

/** Sets how many numbers are set aside every working day, from the next one on. */
export async function keepDaily(tx: Tx, id: string, daily: number): Promise<void> {
  await tables(tx).updateTable('numbering.series').set({ daily }).where('id', '=', id).execute()
}
