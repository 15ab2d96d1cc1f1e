import { sql } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Desk, Task } from '../contract.ts'
import { tables, taskColumns, taskOf, type TaskRow } from '../store.ts'

/** A desk somebody's work can be handed to. */
export type NewDesk = Exclude<Desk, { officeId: string }>

export const toIds = (desk: NewDesk): { postId: string | null; accountId: string | null } => ({ postId: 'postId' in desk ? desk.postId : null, accountId: 'accountId' in desk ? desk.accountId : null })

/** Whose eyes look at what waits for somebody: their own, or those of a secretariat, which see nothing confidential. */
export type Eyes = 'own' | { reach: Reach | null }

const seen = (eyes: Eyes) => (eyes === 'own' ? sql`true` : sql`not t.confidential and ${within(eyes.reach, { unit: sql.ref('t.unit_id') })}`)

/** What waits for a person themself, oldest first. */
export async function waitingFor(db: Db | Tx, accountId: string, eyes: Eyes, limit: number): Promise<Task[]> {
  const { rows } = await sql<TaskRow>`select ${taskColumns} from inbox.task t where t.desk_id = ${accountId} and t.account_id is not null and t.done_at is null and ${seen(eyes)} order by t.at, t.id limit ${limit}`.execute(db)
  return rows.map(taskOf)
}

/** People for whom something waits in the units of a secretariat, with how much. */
export async function peopleWaitedFor(db: Db, reach: Reach | null): Promise<{ accountId: string; count: number }[]> {
  const { rows } = await sql<{ accountId: string; count: number }>`
    select t.account_id as "accountId", count(*)::int as count from inbox.task t where t.account_id is not null and t.done_at is null and ${seen({ reach })} group by t.account_id order by count(*) desc limit 500`.execute(db)
  return rows
}

/** Moves open tasks from a person to another desk, where nobody has read them yet; answers those that were moved. */
export async function moveTasks(tx: Tx, ids: readonly string[], accountId: string, to: NewDesk, eyes: Eyes): Promise<Task[]> {
  const desk = toIds(to)
  const { rows } = await sql<TaskRow>`
    with moved as (
      update inbox.task t set account_id = ${desk.accountId}::uuid, post_id = ${desk.postId}::uuid, read_at = null, read_by = null
      where t.id = any(${[...ids]}::uuid[]) and t.desk_id = ${accountId} and t.account_id is not null and t.done_at is null and ${seen(eyes)} returning t.*)
    select ${taskColumns} from moved t order by t.id`.execute(tx)
  return rows.map(taskOf)
}

export interface Handover {
  id: string
  unitId: string
  fromAccountId: string
  toPostId: string | null
  toAccountId: string | null
  count: number
  reason: string
  by: string
  at: Date
}

/** Writes down who passed on what; answers its id. */
export async function insertHandover(tx: Tx, { unitId, fromAccountId, to, taskIds, reason, by }: { unitId: string; fromAccountId: string; to: NewDesk; taskIds: readonly string[]; reason: string; by: string }): Promise<string> {
  const { postId, accountId } = toIds(to)
  const values = { unit_id: unitId, from_account_id: fromAccountId, to_post_id: postId, to_account_id: accountId, task_ids: [...taskIds], reason, by }
  return (await tables(tx).insertInto('inbox.handover').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** The newest handings over a person had part in, or a secretariat may know of. */
export async function handoversOf(db: Db, accountId: string, reach: Reach | null, limit: number): Promise<Handover[]> {
  const { rows } = await sql<Handover>`
    select h.id, h.unit_id as "unitId", h.from_account_id as "fromAccountId", h.to_post_id as "toPostId", h.to_account_id as "toAccountId", cardinality(h.task_ids) as count, h.reason, h.by, h.at
    from inbox.handover h where h.from_account_id = ${accountId} or h.to_account_id = ${accountId} or ${within(reach, { unit: sql.ref('h.unit_id') })} order by h.at desc, h.id desc limit ${limit}`.execute(db)
  return rows
}
