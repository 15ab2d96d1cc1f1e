import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { Resets } from './pattern.ts'
import type { Draws, Pattern, Rules, SeriesKey } from './rules.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** How numbers look for these units and for the government as a whole; for all units when none are named. */
export async function rulesOf(db: Db | Tx, day: string, unitIds?: readonly string[]): Promise<Rules> {
  let patterns = tables(db).selectFrom('numbering.pattern').select(['id', 'unit_id', 'kind', 'pattern', 'draws', 'resets', 'version']).orderBy('kind', order => order.asc().nullsFirst())
  let codes = tables(db).selectFrom('numbering.unit_code').select(['unit_id', 'code'])
  if (unitIds) {
    patterns = patterns.where(eb => eb.or([eb('unit_id', 'is', null), eb('unit_id', 'in', [...unitIds])]))
    codes = codes.where('unit_id', 'in', [...unitIds])
  }
  const [set, chosen, defaults] = await Promise.all([patterns.execute(), codes.execute(), referenceList<{ pattern?: unknown }>(db, 'letter-number-pattern', day)])
  return {
    patterns: set.map(row => ({ id: row.id, unitId: row.unit_id, kind: row.kind, pattern: row.pattern, draws: row.draws as Draws, resets: row.resets as Resets, version: row.version })),
    codes: new Map(chosen.map(row => [row.unit_id, row.code])),
    defaults: new Map(defaults.flatMap(({ code, value }) => (typeof value.pattern === 'string' ? [[code, value.pattern] as const] : []))),
  }
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
