import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'

/** People somebody calls together, under a name. */
export interface CallList {
  id: string
  name: string
  members: string[]
}

const columns = sql`l.id, l.name, coalesce((select array_agg(m.employee_id order by m.employee_id) from roll_calls.list_member m where m.list_id = l.id), '{}') as members`

/** Somebody's own lists, by name. */
export const listsOf = async (db: Db | Tx, accountId: string): Promise<CallList[]> => (await sql<CallList>`select ${columns} from roll_calls.list l where l.account_id = ${accountId} order by l.name limit 100`.execute(db)).rows

export const listById = async (db: Db | Tx, accountId: string, id: string): Promise<CallList | undefined> =>
  (await sql<CallList>`select ${columns} from roll_calls.list l where l.account_id = ${accountId} and l.id = ${id}`.execute(db)).rows[0]

/** Null when somebody has a list of that name. */
export const insertList = async (tx: Tx, accountId: string, name: string): Promise<string | null> =>
  (await sql<{ id: string }>`insert into roll_calls.list (account_id, name) values (${accountId}, ${name}) on conflict do nothing returning id`.execute(tx)).rows[0]?.id ?? null

export async function addMembers(tx: Tx, listId: string, employeeIds: readonly string[]): Promise<void> {
  await sql`insert into roll_calls.list_member (list_id, employee_id) select ${listId}, e from unnest(${[...employeeIds]}::uuid[]) as e on conflict do nothing`.execute(tx)
}

export async function removeMembers(tx: Tx, listId: string, employeeIds: readonly string[]): Promise<void> {
  await sql`delete from roll_calls.list_member where list_id = ${listId} and employee_id = any(${[...employeeIds]}::uuid[])`.execute(tx)
}

export async function deleteList(tx: Tx, listId: string): Promise<void> {
  await sql`delete from roll_calls.list where id = ${listId}`.execute(tx)
}
