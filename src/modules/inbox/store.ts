import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Desk, NewTask, Task, TaskKind, TaskMatch, Urgency } from './contract.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

/** The id a desk is found by, whatever sits there. */
export const deskId = (desk: Desk): string => ('postId' in desk ? desk.postId : 'accountId' in desk ? desk.accountId : desk.officeId)

/** A row as the queries of this module read it. */
export interface TaskRow {
  id: string
  kind: string
  matter_kind: string
  matter_id: string
  ref_id: string | null
  post_id: string | null
  account_id: string | null
  office_id: string | null
  unit_id: string
  confidential: boolean
  title: string
  sender: string
  number: string | null
  href: string
  urgency: string
  due_on: string | null
  at: Date
  read_at: Date | null
  read_by: string | null
  done_at: Date | null
  done_by: string | null
  outcome: string | null
}

/** What of a task is read; `t` stands for it. */
export const taskColumns = sql.raw(
  ['id', 'kind', 'matter_kind', 'matter_id', 'ref_id', 'post_id', 'account_id', 'office_id', 'unit_id', 'confidential', 'title', 'sender', 'number', 'href', 'urgency', 'due_on', 'at', 'read_at', 'read_by', 'done_at', 'done_by', 'outcome']
    .map(column => `t.${column}`)
    .join(', '),
)

const deskOf = ({ post_id, account_id, office_id }: TaskRow): Desk => (post_id ? { postId: post_id } : account_id ? { accountId: account_id } : { officeId: office_id! })

export const taskOf = (row: TaskRow): Task => ({
  id: row.id,
  kind: row.kind as TaskKind,
  desk: deskOf(row),
  unitId: row.unit_id,
  matter: { kind: row.matter_kind as Task['matter']['kind'], id: row.matter_id },
  refId: row.ref_id,
  confidential: row.confidential,
  title: row.title,
  from: row.sender,
  number: row.number,
  href: row.href,
  urgency: row.urgency as Urgency,
  dueOn: row.due_on,
  at: row.at,
  readAt: row.read_at,
  readBy: row.read_by,
  doneAt: row.done_at,
  doneBy: row.done_by,
  outcome: row.outcome,
})

/** Puts tasks on their desks; answers the ids in the same order. */
export async function insertTasks(tx: Tx, tasks: readonly NewTask[]): Promise<string[]> {
  const given = tasks.map((task, row) => ({
    row, kind: task.kind, matter_kind: task.matter.kind, matter_id: task.matter.id, ref_id: task.refId ?? null,
    post_id: 'postId' in task.desk ? task.desk.postId : null, account_id: 'accountId' in task.desk ? task.desk.accountId : null, office_id: 'officeId' in task.desk ? task.desk.officeId : null,
    unit_id: task.unitId, confidential: task.confidential ?? false, title: task.title, sender: task.from, number: task.number ?? null, href: task.href, urgency: task.urgency ?? 'biasa', due_on: task.dueOn ?? null,
  }))
  const { rows } = await sql<{ row: number; id: string }>`
    with given as materialized (
      select uuidv7() as id, * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (row integer, kind text, matter_kind text, matter_id uuid, ref_id uuid, post_id uuid, account_id uuid,
        office_id uuid, unit_id uuid, confidential boolean, title text, sender text, number text, href text, urgency text, due_on date)),
    put as (
      insert into inbox.task (id, kind, matter_kind, matter_id, ref_id, post_id, account_id, office_id, unit_id, confidential, title, sender, number, href, urgency, due_on)
      select id, kind, matter_kind, matter_id, ref_id, post_id, account_id, office_id, unit_id, confidential, title, sender, number, href, urgency, due_on from given returning id)
    select row, id from given join put using (id) order by row`.execute(tx)
  return rows.map(({ id }) => id)
}

const matching = ({ matter, kinds, refId, desk }: TaskMatch) => sql`t.matter_kind = ${matter.kind} and t.matter_id = ${matter.id}
  ${kinds ? sql`and t.kind = any(${[...kinds]}::text[])` : sql``} ${refId ? sql`and t.ref_id = ${refId}` : sql``} ${desk ? sql`and t.desk_id = ${deskId(desk)}` : sql``}`

/** Ends what is open and fits; answers how many that were. */
export async function endTasks(tx: Tx, match: TaskMatch, by: string | null, outcome: string): Promise<number> {
  const { numAffectedRows } = await sql`update inbox.task t set done_at = now(), done_by = ${by}::uuid, outcome = ${outcome} where ${matching(match)} and t.done_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Marks as read what is unread at these desks; a copy ends with that. Answers what was marked, oldest first. */
export async function readTasks(tx: Tx, matter: TaskMatch['matter'], desks: readonly Desk[], by: string): Promise<Task[]> {
  const { rows } = await sql<TaskRow>`
    with marked as (
      update inbox.task t set read_at = now(), read_by = ${by}::uuid, done_at = case when t.kind = 'copy' then now() end, done_by = case when t.kind = 'copy' then ${by}::uuid end, outcome = case when t.kind = 'copy' then 'read' end
      where ${matching({ matter })} and t.desk_id = any(${desks.map(deskId)}::uuid[]) and t.read_at is null and t.done_at is null returning t.*)
    select ${taskColumns} from marked t order by t.id`.execute(tx)
  return rows.map(taskOf)
}

/** What waits at these desks, oldest first. */
export async function openTasks(db: Db | Tx, desks: readonly Desk[], kinds: readonly TaskKind[], limit: number): Promise<Task[]> {
  if (desks.length === 0) return []
  const { rows } = await sql<TaskRow>`
    select ${taskColumns} from inbox.task t where t.desk_id = any(${desks.map(deskId)}::uuid[]) and t.done_at is null and t.kind = any(${[...kinds]}::text[]) order by t.at, t.id limit ${limit}`.execute(db)
  return rows.map(taskOf)
}

/** Tasks of a matter, oldest first. */
export async function tasksOf(db: Db | Tx, match: TaskMatch): Promise<Task[]> {
  const { rows } = await sql<TaskRow>`select ${taskColumns} from inbox.task t where ${matching(match)} order by t.id`.execute(db)
  return rows.map(taskOf)
}

/** How many tasks wait at these desks; one walk of an index. */
export async function countOpen(db: Db, desks: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from inbox.task t where t.desk_id = any(${[...desks]}::uuid[]) and t.done_at is null`.execute(db)
  return rows[0]!.n
}
