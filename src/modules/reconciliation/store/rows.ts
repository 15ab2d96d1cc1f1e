import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Row } from '../comparison.ts'
import type { Effect, NewRow } from '../contract.ts'

const columns = sql`r.id, r.source_id as "sourceId", r.key, r.code, r.name, r.place, r.vals as values, r.line, r.item_id as "itemId", r.double_of as "doubleOf"`

/** All rows of the newest files of a comparison, in the order of the files. */
export const presentRows = async (db: Db | Tx, comparisonId: string): Promise<Row[]> =>
  (await sql<Row>`select ${columns} from reconciliation.row r where r.comparison_id = ${comparisonId} and not r.gone order by r.line, r.id`.execute(db)).rows

export const rowsOfItems = async (db: Db | Tx, itemIds: readonly string[]): Promise<Row[]> =>
  (await sql<Row>`select ${columns} from reconciliation.row r where r.item_id = any(${[...itemIds]}::uuid[]) and not r.gone order by r.line, r.id`.execute(db)).rows

export const rowsByIds = async (db: Db | Tx, ids: readonly string[]): Promise<Map<string, Row>> =>
  new Map((await sql<Row>`select ${columns} from reconciliation.row r where r.id = any(${[...ids]}::uuid[])`.execute(db)).rows.map(row => [row.id, row]))

/** Things by name, some at a time; `after` is the id of the last one seen. */
export async function pageOfItems(db: Db, comparisonId: string, { after, search, limit }: { after?: string; search?: string; limit: number }): Promise<{ ids: string[]; next: string | null }> {
  const { rows } = await sql<{ id: string }>`
    select r.id from reconciliation.row r where r.comparison_id = ${comparisonId} and r.item_id = r.id
      ${after ? sql`and (r.sort, r.id) > (select a.sort, a.id from reconciliation.row a where a.id = ${after}::uuid)` : sql``}
      ${search ? sql`and (r.sort like ${`%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} or r.code = ${search})` : sql``}
    order by r.sort, r.id limit ${limit + 1}`.execute(db)
  return { ids: rows.slice(0, limit).map(({ id }) => id), next: rows.length > limit ? rows[limit - 1]!.id : null }
}

const batch = 2000

const incoming = (rows: readonly NewRow[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (key text, code text, name text, place text, vals jsonb, line integer)`

/** What rows of a source are recognised by and called. */
export const knownRows = async (db: Db | Tx, sourceId: string): Promise<Pick<Row, 'key' | 'name' | 'place'>[]> =>
  (await sql<Pick<Row, 'key' | 'name' | 'place'>>`select key, name, place from reconciliation.row where source_id = ${sourceId} and not gone`.execute(db)).rows

export async function effectOf(db: Db | Tx, sourceId: string, rows: readonly NewRow[]): Promise<Effect> {
  const effect: Effect = { new: 0, changed: 0, same: 0, gone: 0, touched: 0, goneNames: [] }
  const moved: string[] = []
  for (let at = 0; at < rows.length; at += batch) {
    const { rows: found } = await sql<{ id: string | null; same: boolean }>`
      select r.id, coalesce(r.code = n.code and r.name = n.name and r.place = n.place and r.vals = n.vals, false) as same
      from ${incoming(rows.slice(at, at + batch))} left join reconciliation.row r on r.source_id = ${sourceId} and r.key = n.key and not r.gone`.execute(db)
    for (const { id, same } of found) {
      if (id === null) effect.new++
      else if (same) effect.same++
      else {
        effect.changed++
        moved.push(id)
      }
    }
  }
  const { rows: gone } = await sql<{ id: string; name: string }>`select id, name from reconciliation.row where source_id = ${sourceId} and not gone and not (key = any(${rows.map(({ key }) => key)}::text[])) order by line, id`.execute(db)
  effect.gone = gone.length
  effect.goneNames = gone.slice(0, 10).map(({ name }) => name)
  const { rows: touched } = await sql<{ n: number }>`select count(*)::int as n from reconciliation.difference d where d.state = 'settled'
    and d.item_id in (select item_id from reconciliation.row where id = any(${[...moved, ...gone.map(({ id }) => id)]}::uuid[]))`.execute(db)
  effect.touched = touched[0]!.n
  return effect
}

/** Takes a file as what the source says from now on. */
export async function takeRows(tx: Tx, comparisonId: string, sourceId: string, rows: readonly NewRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batch)
    await sql`insert into reconciliation.row (comparison_id, source_id, key, code, name, place, vals, line)
      select ${comparisonId}::uuid, ${sourceId}::uuid, key, code, name, place, vals, line from ${incoming(rows.slice(at, at + batch))}
      on conflict (source_id, key) do update set code = excluded.code, name = excluded.name, place = excluded.place, vals = excluded.vals, line = excluded.line, gone = false`.execute(tx)
  await sql`update reconciliation.row set gone = true, item_id = null, double_of = null where source_id = ${sourceId} and not gone and not (key = any(${rows.map(({ key }) => key)}::text[]))`.execute(tx)
}

/** Says which thing each row is a row of. */
export async function setItems(tx: Tx, rows: readonly { id: string; itemId: string; doubleOf: string | null }[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch)
    await sql`update reconciliation.row r set item_id = n.item_id, double_of = n.double_of
      from unnest(${some.map(row => row.id)}::uuid[], ${some.map(row => row.itemId)}::uuid[], ${some.map(row => row.doubleOf)}::uuid[]) as n (id, item_id, double_of)
      where r.id = n.id and (r.item_id, r.double_of) is distinct from (n.item_id, n.double_of)`.execute(tx)
  }
}
