import { sql, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { tables } from './store.ts'

export interface Activity {
  published: number
  lastPublishedAt: Date | null
  lastRemindedAt: Date | null
}

/** Counts of every channel that ever published; one small row each, kept by a trigger. */
export async function activityByUnit(db: Db, reach?: Reach | null): Promise<Map<string, Activity>> {
  const query = tables(db).selectFrom('publications.activity as a').select(['unit_id', 'published', 'last_published_at', 'last_reminded_at'])
  const rows = await (reach === undefined ? query : query.where(within(reach, { unit: sql.ref('a.unit_id') }))).execute()
  return new Map(rows.map(row => [row.unit_id, { published: row.published, lastPublishedAt: row.last_published_at, lastRemindedAt: row.last_reminded_at }]))
}

/** How many publications each unit put out since a moment; of the units named, or of all. */
export async function publishedSince(db: Db, since: Date, unitIds?: readonly string[]): Promise<Map<string, number>> {
  const rows = await tables(db)
    .selectFrom('publications.publication')
    .select(['unit_id', eb => eb.fn.countAll<bigint>().as('n')])
    .where('visible', '=', true)
    .where(sql<SqlBool>`published_at >= ${since}`)
    .$if(unitIds !== undefined, query => query.where(sql<SqlBool>`unit_id = any(${[...(unitIds ?? [])]}::uuid[])`))
    .groupBy('unit_id')
    .execute()
  return new Map(rows.map(row => [row.unit_id, Number(row.n)]))
}

/** Remembers that units were reminded just now. */
export async function markReminded(tx: Tx, unitIds: readonly string[]): Promise<void> {
  await sql`insert into publications.activity (unit_id, last_reminded_at) select id, now() from unnest(${unitIds}::uuid[]) id
    on conflict (unit_id) do update set last_reminded_at = now()`.execute(tx)
}
