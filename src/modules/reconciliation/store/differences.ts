import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Value } from '../contract.ts'
import type { DifferenceState } from '../states.ts'

/** How something was settled: by what a source says, by a value of its own, or because both are right. */
export type Choice = { kind: 'source'; sourceId: string } | { kind: 'value'; text: string } | { kind: 'both' }

/** Something about a thing that its sources do not agree on. */
export interface Difference {
  id: string
  comparisonId: string
  itemId: string
  field: string
  /** How the thing is called. */
  title: string
  state: DifferenceState
  ownerId: string
  dueOn: string | null
  /** What each source says, by its id. */
  values: Record<string, Value>
  choice: Choice | null
  why: string | null
  settledBy: string | null
  settledAt: Date | null
  openedAt: Date
  version: number
}

const columns = sql`d.id, d.comparison_id as "comparisonId", d.item_id as "itemId", d.field, d.title, d.state, d.owner_id as "ownerId", d.due_on::text as "dueOn", d.vals as values, d.choice, d.why,
  d.settled_by as "settledBy", d.settled_at as "settledAt", d.opened_at as "openedAt", d.version`

export const differencesOfItems = async (db: Db | Tx, comparisonId: string, itemIds?: readonly string[]): Promise<Difference[]> =>
  (await sql<Difference>`select ${columns} from reconciliation.difference d where d.comparison_id = ${comparisonId} ${itemIds ? sql`and d.item_id = any(${[...itemIds]}::uuid[])` : sql``}`.execute(db)).rows

/** What is found to differ. */
export type Found = Pick<Difference, 'itemId' | 'field' | 'title' | 'ownerId' | 'values'>

export async function insertDifferences(tx: Tx, comparisonId: string, found: readonly Found[]): Promise<void> {
  for (let at = 0; at < found.length; at += 2000)
    await sql`insert into reconciliation.difference (comparison_id, item_id, field, title, owner_id, vals)
      select ${comparisonId}::uuid, "itemId", field, title, "ownerId", "values" from jsonb_to_recordset(${JSON.stringify(found.slice(at, at + 2000))}::jsonb) as f ("itemId" uuid, field text, title text, "ownerId" uuid, "values" jsonb)`.execute(tx)
}

/** What became of differences that were known: other values, another state. A choice that no longer holds is taken away. */
export async function updateFound(tx: Tx, changes: readonly (Found & { id: string; state: DifferenceState; reopened: boolean })[]): Promise<void> {
  for (let at = 0; at < changes.length; at += 2000)
    await sql`update reconciliation.difference d set state = f.state, title = f.title, owner_id = f."ownerId", vals = f."values", version = version + 1,
        choice = case when f.reopened then null else choice end, why = case when f.reopened then null else why end, settled_by = case when f.reopened then null else settled_by end,
        settled_at = case when f.reopened then null else settled_at end, due_on = case when f.reopened then null else due_on end, opened_at = case when f.reopened then now() else opened_at end
      from jsonb_to_recordset(${JSON.stringify(changes.slice(at, at + 2000))}::jsonb) as f (id uuid, state text, reopened boolean, title text, "ownerId" uuid, "values" jsonb) where d.id = f.id`.execute(tx)
}

export interface DifferenceFilter {
  comparisonId?: string
  states: readonly DifferenceState[]
  field?: string
  ownerId?: string
  search?: string
  late?: string
  after?: string
  limit: number
}

const filtered = ({ comparisonId, states, field, ownerId, search, late }: Omit<DifferenceFilter, 'after' | 'limit'>): RawBuilder<SqlBool> => sql`d.state = any(${[...states]}::text[])
  ${comparisonId ? sql`and d.comparison_id = ${comparisonId}` : sql``} ${field ? sql`and d.field = ${field}` : sql``} ${ownerId ? sql`and d.owner_id = ${ownerId}` : sql``}
  ${search ? sql`and d.title ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}` : sql``} ${late ? sql`and d.due_on < ${late}::date` : sql``}`

/** Differences by the filter, in the order they were found; with `reach` only those whose owner is within. */
export async function pageOfDifferences(db: Db, filter: DifferenceFilter, reach?: Reach | null): Promise<{ items: Difference[]; next: string | null }> {
  const { rows } = await sql<Difference>`select ${columns} from reconciliation.difference d where ${filtered(filter)} ${reach === undefined ? sql`` : sql`and ${within(reach, { unit: sql.ref('d.owner_id') })}`}
    ${filter.after ? sql`and d.id > ${filter.after}::uuid` : sql``} order by d.id limit ${filter.limit + 1}`.execute(db)
  return { items: rows.slice(0, filter.limit), next: rows.length > filter.limit ? rows[filter.limit - 1]!.id : null }
}

/** How many differences wait for whom in a comparison: by owner and field. */
export const differenceCounts = async (db: Db, comparisonId: string): Promise<{ field: string; ownerId: string; open: number; asked: number; late: number; settled: number }[]> =>
  (await sql<{ field: string; ownerId: string; open: number; asked: number; late: number; settled: number }>`
    select d.field, d.owner_id as "ownerId", count(*) filter (where d.state = 'open')::int as open, count(*) filter (where d.state = 'asked')::int as asked,
      count(*) filter (where d.state in ('open', 'asked') and d.due_on < current_date)::int as late, count(*) filter (where d.state = 'settled')::int as settled
    from reconciliation.difference d where d.comparison_id = ${comparisonId} and d.state <> 'agreed' group by 1, 2 order by 1, 2`.execute(db)).rows

/** How many were asked of units within the reach and wait. */
export async function askedOf(db: Db, reach: Reach | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from reconciliation.difference d where d.state = 'asked' and ${within(reach, { unit: sql.ref('d.owner_id') })}`.execute(db)
  return rows[0]!.n
}

/** Differences by id; locked until the transaction ends. */
export const takeDifferences = async (tx: Tx, ids: readonly string[]): Promise<Difference[]> =>
  (await sql<Difference>`select ${columns} from reconciliation.difference d where d.id = any(${[...ids]}::uuid[]) order by d.id for update`.execute(tx)).rows

export async function differenceById(db: Db | Tx, id: string): Promise<Difference | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  return (await sql<Difference>`select ${columns} from reconciliation.difference d where d.id = ${id}`.execute(db)).rows[0] ?? null
}

/** Asks the owners of all that is open; answers how many each has to settle. */
export async function askOwners(tx: Tx, comparisonId: string, dueOn: string): Promise<{ id: string; ownerId: string }[]> {
  const { rows } = await sql<{ id: string; ownerId: string }>`update reconciliation.difference set state = 'asked', due_on = ${dueOn}::date, version = version + 1 where comparison_id = ${comparisonId} and state = 'open' returning id, owner_id as "ownerId"`.execute(tx)
  return rows
}

export const settleRows = (tx: Tx, ids: readonly string[], { choice, why, by }: { choice: Choice; why: string | null; by: string }) =>
  sql`update reconciliation.difference set state = 'settled', choice = ${JSON.stringify(choice)}::jsonb, why = ${why}, settled_by = ${by}::uuid, settled_at = now(), version = version + 1 where id = any(${[...ids]}::uuid[])`.execute(tx)

export const reopenRow = (tx: Tx, id: string) =>
  sql`update reconciliation.difference set state = 'open', choice = null, why = null, settled_by = null, settled_at = null, version = version + 1 where id = ${id}`.execute(tx)
