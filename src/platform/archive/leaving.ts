import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Belonging } from './belonging.ts'
import { belongs, idsOf, type Shape } from './shape.ts'

/** Rows read in one step: few enough for memory, whatever a row holds. */
const step = 200

/** Everything that leaves with some units, read in one moment of the database. */
export interface Leaving {
  tx: Tx
  unitIds: readonly string[]
  all: readonly Belonging[]
}

/** Rows of a table as lines of JSON, parents first. */
export async function* linesOf({ tx, unitIds, all }: Leaving, shape: Shape): AsyncGenerator<string> {
  const columns = shape.columns.map(column => {
    const target = shape.links?.[column]
    const value = sql.ref(`t.${column}`)
    return target ? sql`case when ${value} in (${idsOf(all, target, unitIds)}) then ${value} end as ${sql.id(column)}` : value
  })
  const order = sql.join(shape.key.map(column => sql.ref(`t.${column}`)))
  const mine = belongs(all, shape, unitIds, 't')
  const rows = shape.under
    ? sql`with recursive line as (
        select t.id, 0 as depth from ${sql.table(shape.table)} t where ${mine} and ${sql.ref(`t.${shape.under}`)} is null
        union all select t.id, l.depth + 1 from ${sql.table(shape.table)} t join line l on ${sql.ref(`t.${shape.under}`)} = l.id)
      select ${sql.join(columns)} from ${sql.table(shape.table)} t join line l on l.id = t.id order by l.depth, ${order}`
    : sql`select ${sql.join(columns)} from ${sql.table(shape.table)} t where ${mine} order by ${order}`
  yield* stepwise(tx, rows)
}

/** Runs a query through a cursor and yields its rows as JSON. */
async function* stepwise(tx: Tx, rows: RawBuilder<unknown>): AsyncGenerator<string> {
  await sql`declare leaving no scroll cursor for select to_jsonb(r)::text as line from (${rows}) r`.execute(tx)
  for (;;) {
    const { rows: some } = await sql<{ line: string }>`fetch ${sql.lit(step)} from leaving`.execute(tx)
    for (const { line } of some) yield line
    if (some.length < step) break
  }
  await sql`close leaving`.execute(tx)
}

/** Ids of the accounts that the rows name. */
export async function peopleOf({ tx, unitIds, all }: Leaving): Promise<string[]> {
  const columns = all.flatMap(belonging => (belonging.people ?? []).map(column => sql`select ${sql.ref(`t.${column}`)} as id from ${sql.table(belonging.table)} t where ${belongs(all, belonging, unitIds, 't')}`))
  if (columns.length === 0) return []
  const { rows } = await sql<{ id: string }>`select distinct id from (${sql.join(columns, sql` union all `)}) named where id is not null order by id`.execute(tx)
  return rows.map(row => row.id)
}

/** A kept file that the rows show or offer. */
export interface LeavingFile {
  id: string
  widths: number[]
  sha256: Buffer
  line: string
}

/** Shared files whose ids occur in the rows, wherever in their text or JSON; naming another's letter does not take it along. */
export async function filesOf({ tx, unitIds, all }: Leaving): Promise<LeavingFile[]> {
  const columns = all.flatMap(belonging =>
    (belonging.files ?? []).map(column => sql`
      select found[1]::uuid as id from ${sql.table(belonging.table)} t, regexp_matches(${sql.ref(`t.${column}`)}::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') found
      where ${belongs(all, belonging, unitIds, 't')}`))
  if (columns.length === 0) return []
  const { rows } = await sql<LeavingFile>`
    select f.id, f.widths, f.sha256, (to_jsonb(f) - 'government_id' - 'state' - 'shared')::text as line
    from platform.file f where f.state = 'kept' and f.shared and f.id in (${sql.join(columns, sql` union `)}) order by f.id`.execute(tx)
  return rows
}
