import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Belonging } from './belonging.ts'

/** What the database knows of a table whose rows travel. */
export interface Shape extends Belonging {
  /** Columns that travel, in the order of the table. */
  columns: readonly string[]
  /** Columns that tell its rows apart within a government. */
  key: readonly string[]
  /** Further sets of columns of which no two rows may have the same. */
  unique: readonly (readonly string[])[]
}

/** Asks the database for columns and keys; what is generated or belongs to the government does not travel. */
export async function shapeOf(tx: Tx, belonging: Belonging): Promise<Shape> {
  const { table, behind = [], alone } = belonging
  const { rows: columns } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'government_id' order by attnum`.execute(tx)
  const { rows: indexes } = await sql<{ primary: boolean; columns: string[] }>`
    select i.indisprimary as primary, array(
      select a.attname::text from unnest(i.indkey::smallint[]) with ordinality k (number, at) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
      where a.attname <> 'government_id' order by k.at) as columns
    from pg_index i where i.indrelid = ${table}::regclass and i.indisunique and i.indexprs is null
      and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\(\w+ IS NOT NULL\)$')`.execute(tx)
  const travelling = columns.map(({ name }) => name).filter(name => !behind.includes(name))
  const others = indexes.filter(index => !index.primary).map(index => index.columns)
  return {
    ...belonging,
    columns: travelling,
    key: indexes.find(index => index.primary)?.columns ?? ['id'],
    unique: [...others, ...(alone ? [alone] : [])].filter(set => set.length > 0 && set.every(column => travelling.includes(column))),
  }
}

/** Rows of a table that belong to the units, as a condition on `alias`. */
export function belongs(all: readonly Belonging[], belonging: Belonging, unitIds: readonly string[], alias: string): RawBuilder<boolean> {
  const column = sql.ref(`${alias}.${belonging.by}`)
  if (!belonging.of) return sql`${column} = any(${unitIds}::uuid[])`
  return sql`${column} in (${idsOf(all, belonging.of, unitIds)})`
}

/** Ids of the rows of a table that belong to the units. */
export function idsOf(all: readonly Belonging[], table: string, unitIds: readonly string[]): RawBuilder<unknown> {
  const owner = all.find(one => one.table === table)
  if (!owner) throw new Error(`${table} is named by a belonging and leaves with nobody`)
  return sql`select o.id from ${sql.table(table)} o where ${belongs(all, owner, unitIds, 'o')}`
}
