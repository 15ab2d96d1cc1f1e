import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Attachment, Letter } from '#modules/correspondence/contract.ts'
import type { Chain, Disposition, Outcome, Recipient, Report } from './disposition.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
const tables = (db: Db | Tx) => db.withTables<Tables>()

const dispositionColumns = sql`d.id, d.letter_id as "letterId", d.parent_id as "parentId", d.post_id as "postId", d.title, d.account_id as "accountId", d.name, d.capacity, d.office_id as "officeId",
  d.instructions, d.note, d.due_on as "dueOn", d.at, d.done_at as "doneAt"`

const recipientColumns = sql`r.id, r.disposition_id as "dispositionId", r.post_id as "postId", r.unit_id as "unitId", r.title, r.name, r.responsible, r.state, r.read_at as "readAt", r.read_by as "readBy",
  r.done_at as "doneAt", r.done_by as "doneBy", r.recall_reason as "recallReason"`

/** All dispositions of a letter, the oldest first. With `lock` nobody reads or changes them meanwhile. */
export async function chainOf(db: Db | Tx, letterId: string, lock = false): Promise<Chain> {
  const dispositions = await sql<Disposition>`select ${dispositionColumns} from dispositions.disposition d where d.letter_id = ${letterId} order by d.id`.execute(db)
  if (dispositions.rows.length === 0) return { dispositions: [], recipients: [] }
  const recipients = await sql<Recipient>`select ${recipientColumns} from dispositions.recipient r where r.letter_id = ${letterId} order by r.responsible desc, r.id ${lock ? sql`for update` : sql``}`.execute(db)
  return { dispositions: dispositions.rows, recipients: recipients.rows }
}

/** What the recipients of a letter reported, the oldest first. */
export async function reportsOf(db: Db | Tx, letterId: string): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select p.id, p.recipient_id as "recipientId", p.text, p.files, p.at, p.by, p.verdict, p.verdict_at as "verdictAt", p.verdict_by as "verdictBy", p.remarks
    from dispositions.report p join dispositions.recipient r on r.id = p.recipient_id where r.letter_id = ${letterId} order by p.id`.execute(db)
  return rows
}

/** Removes what was asked and reported in words about a letter; who gave it to whom and when stays. Answers the files of the reports. */
export async function eraseWords(tx: Tx, letterId: string): Promise<string[]> {
  await sql`update dispositions.disposition set note = case when cardinality(instructions) > 0 then '' else '–' end where letter_id = ${letterId}`.execute(tx)
  const { rows } = await sql<{ files: Attachment[] }>`
    with old as (select p.id, p.files from dispositions.report p join dispositions.recipient r on r.id = p.recipient_id where r.letter_id = ${letterId} for update of p)
    update dispositions.report p set text = '', files = '[]', remarks = case when p.verdict = 'returned' then '–' end from old where old.id = p.id returning old.files`.execute(tx)
  return rows.flatMap(({ files }) => files.map(({ fileId }) => fileId))
}

export type NewDisposition = Omit<Disposition, 'id' | 'at' | 'doneAt'> & Pick<Letter, 'secrecy'>
export type NewRecipient = Pick<Recipient, 'postId' | 'unitId' | 'title' | 'name' | 'responsible'>

/** Adds a disposition with those it is for; answers the recipients' ids in the order given. */
export async function insertDisposition(tx: Tx, given: NewDisposition, recipients: readonly NewRecipient[]): Promise<{ id: string; recipientIds: string[] }> {
  const { id } = await tables(tx)
    .insertInto('dispositions.disposition')
    .values({
      letter_id: given.letterId, secrecy: given.secrecy, parent_id: given.parentId, post_id: given.postId, title: given.title, account_id: given.accountId, name: given.name, capacity: given.capacity, office_id: given.officeId,
      instructions: given.instructions, note: given.note, due_on: given.dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = await tables(tx)
    .insertInto('dispositions.recipient')
    .values(recipients.map(one => ({ disposition_id: id, letter_id: given.letterId, post_id: one.postId, unit_id: one.unitId, title: one.title, name: one.name, responsible: one.responsible })))
    .returning(['id', 'post_id'])
    .execute()
  return { id, recipientIds: recipients.map(one => rows.find(row => row.post_id === one.postId)!.id) }
}

const ended = ['reported', 'answered', 'recalled', 'closed']

/** Writes what an act made of a chain; `reason` is why somebody was taken out. */
export async function writeOutcome(tx: Tx, { states, done, undone, responsible }: Outcome, by: string | null, reason: string | null = null): Promise<void> {
  if (states.length > 0)
    await sql`update dispositions.recipient r set state = s.state, done_at = case when s.state = any(${ended}::text[]) then now() end, done_by = case when s.state = any(${ended}::text[]) then ${by}::uuid end,
        recall_reason = case when s.state = 'recalled' then ${reason}::text end
      from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as s (id uuid, state text) where r.id = s.id`.execute(tx)
  if (done.length > 0) await sql`update dispositions.disposition set done_at = now() where id = any(${done}::uuid[])`.execute(tx)
  if (undone.length > 0) await sql`update dispositions.disposition set done_at = null where id = any(${undone}::uuid[])`.execute(tx)
  if (responsible) await sql`update dispositions.recipient set responsible = true where id = ${responsible}`.execute(tx)
}

/** Marks what waits unread at these positions as read; answers their ids. */
export async function markRead(tx: Tx, letterId: string, postIds: readonly string[], by: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update dispositions.recipient set read_at = now(), read_by = ${by}, state = 'read'
    where letter_id = ${letterId} and post_id = any(${[...postIds]}::uuid[]) and state = 'unread' returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function insertReport(tx: Tx, report: { recipientId: string; text: string; files: readonly Attachment[]; by: string }): Promise<void> {
  await tables(tx).insertInto('dispositions.report').values({ recipient_id: report.recipientId, text: report.text, files: JSON.stringify(report.files), by: report.by }).execute()
}

/** Says what the giver thinks of a report. */
export async function judgeReport(tx: Tx, id: string, verdict: 'accepted' | 'returned', by: string, remarks: string | null): Promise<void> {
  await sql`update dispositions.report set verdict = ${verdict}, verdict_at = now(), verdict_by = ${by}, remarks = ${remarks} where id = ${id}`.execute(tx)
}

/** What a position asked of whom lately: the same words to the same people are one habit. */
export interface Habit {
  /** The responsible one first. */
  postIds: string[]
  instructions: string[]
}

/** Habits of a position out of its last forty dispositions, the most frequent first. */
export async function habitsOf(db: Db, postId: string, limit: number): Promise<Habit[]> {
  const { rows } = await sql<Habit>`
    with last as (select id, instructions from dispositions.disposition where post_id = ${postId} order by id desc limit 40),
      told as (select l.id, l.instructions, array_agg(r.post_id order by r.responsible desc, r.post_id) as posts
        from last l join dispositions.recipient r on r.disposition_id = l.id and r.state <> 'recalled' where cardinality(l.instructions) > 0 group by l.id, l.instructions)
    select posts as "postIds", instructions from told group by posts, instructions order by count(*) desc, max(id::text) desc limit ${limit}`.execute(db)
  return rows
}
