import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { within, type Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { DecreedKind } from '#modules/workforce/contract.ts'
import type { Decree, Trouble } from './decree.ts'
import type { Tables } from './tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

const columns = sql`d.letter_id as "letterId", d.employee_id as "employeeId", d.unit_id as "unitId", d.account_id as "accountId", d.kind, d.due_on as "dueOn", d.entry, d.created_by as "createdBy", d.created_at as "createdAt",
  d.written_at as "writtenAt", d.record_id as "recordId", d.trouble, d.closed_at as "closedAt", d.closed_by as "closedBy", d.reason`

const decreesWhere = async (db: Db | Tx, condition: RawBuilder<SqlBool>, order = sql``): Promise<Decree[]> =>
  (await sql<Decree>`select ${columns} from decrees.decree d where ${condition} ${order}`.execute(db)).rows

/** The decree a letter is about; with `lock` nobody else changes it until the transaction ends. */
export async function decreeOf(db: Db | Tx, letterId: string, lock = false): Promise<Decree | null> {
  if (!/^[0-9a-f-]{36}$/.test(letterId)) return null
  return (await decreesWhere(db, sql<SqlBool>`d.letter_id = ${letterId}`, lock ? sql`for update` : sql``))[0] ?? null
}

/** The newest decree of a kind for each of these people and days: what is under way, and what was given up. */
export const newestFor = (db: Db | Tx, kind: DecreedKind, lines: readonly { id: string; on: string }[], lock = false): Promise<Decree[]> =>
  decreesWhere(db, sql<SqlBool>`d.kind = ${kind} and (d.employee_id, d.due_on) in (select * from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ on }) => on)}::date[]))
    and not exists (select 1 from decrees.decree later where later.employee_id = d.employee_id and later.kind = d.kind and later.due_on = d.due_on and later.letter_id > d.letter_id)`, lock ? sql`for update` : sql``)

/** What a list of decrees shows. */
export type Stage = 'running' | 'trouble' | 'written' | 'closed'

const stages: Record<Stage, RawBuilder<SqlBool>> = {
  running: sql<SqlBool>`d.written_at is null and d.trouble is null and d.closed_at is null`,
  trouble: sql<SqlBool>`d.trouble is not null and d.closed_at is null`,
  written: sql<SqlBool>`d.written_at is not null and d.closed_at is null`,
  closed: sql<SqlBool>`d.closed_at is not null`,
}

/** Decrees this person may see: within reach, and not about themselves. */
const seenBy = (who: Who) =>
  sql<SqlBool>`(${within(who.reach('personnel.manage'), { unit: sql.ref('d.unit_id'), owner: sql.ref('d.account_id') })} and d.account_id is distinct from ${who.account?.id ?? null}::uuid)`

/** Decrees at a stage, newest first; `before` is the letter of the last one seen. */
export const listDecrees = (db: Db, who: Who, { stage, before, limit }: { stage: Stage; before?: string; limit: number }): Promise<Decree[]> =>
  decreesWhere(db, sql<SqlBool>`${seenBy(who)} and ${stages[stage]} and ${before ? sql<SqlBool>`d.letter_id < ${before}` : sql<SqlBool>`true`}`, sql`order by d.letter_id desc limit ${limit}`)

/** How many of this person's decrees wait to be looked at. */
export async function countTrouble(db: Db, who: Who): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from decrees.decree d where ${seenBy(who)} and ${stages.trouble}`.execute(db)
  return rows[0]!.n
}

/** Adds a decree; false when another one for the same person, kind and day is open. */
export async function insertDecree(tx: Tx, { letterId, employeeId, unitId, accountId, kind, dueOn, entry, createdBy }: Omit<Decree, 'createdAt' | 'writtenAt' | 'recordId' | 'trouble' | 'closedAt' | 'closedBy' | 'reason'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('decrees.decree')
    .values({ letter_id: letterId, employee_id: employeeId, unit_id: unitId, account_id: accountId, kind, due_on: dueOn, entry: JSON.stringify(entry), created_by: createdBy })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export const markWritten = (tx: Tx, letterId: string, recordId: string) =>
  tables(tx).updateTable('decrees.decree').set({ written_at: sql`now()`, record_id: recordId, trouble: null }).where('letter_id', '=', letterId).execute()

export const markTrouble = (tx: Tx, letterId: string, trouble: Trouble) => tables(tx).updateTable('decrees.decree').set({ trouble }).where('letter_id', '=', letterId).execute()

/** Is done with a decree, for a reason people wrote; null for one whose letter was given up. */
export const closeDecree = (tx: Tx, letterId: string, { by, reason }: { by: string; reason: string | null }) =>
  tables(tx).updateTable('decrees.decree').set({ closed_at: sql`now()`, closed_by: by, reason }).where('letter_id', '=', letterId).execute()
