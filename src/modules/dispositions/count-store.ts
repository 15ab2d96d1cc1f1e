import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { DispositionCount } from './contract.ts'

/** How the dispositions of each office stand, without those of secret letters. */
export async function countByOffice(db: Db, lateBefore: string): Promise<DispositionCount[]> {
  const { rows } = await sql<DispositionCount>`
    select d.office_id as "officeId", count(*)::int as open, count(*) filter (where r.state = 'unread')::int as unread, count(*) filter (where d.due_on < ${lateBefore}::date)::int as late
    from dispositions.disposition d left join dispositions.recipient r on r.disposition_id = d.id and r.responsible and r.state <> 'recalled'
    where d.done_at is null and d.secrecy in ('B', 'T') group by d.office_id`.execute(db)
  return rows
}

/** Somebody who should be reminded: a disposition that is due or late at this position. */
export interface Due {
  id: string
  letterId: string
  postId: string
  giverPostId: string
  dueOn: string
}

/** What is due until a day or late and was not reminded of today; the rows are held until the transaction ends. */
export async function takeDue(tx: Tx, until: string, today: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update dispositions.recipient r set reminded_on = ${today}::date from dispositions.disposition d
    where d.id = r.disposition_id and d.done_at is null and d.due_on <= ${until}::date and r.state in ('unread', 'read', 'passed-on') and r.reminded_on is distinct from ${today}::date
    returning r.id, r.letter_id as "letterId", r.post_id as "postId", d.post_id as "giverPostId", d.due_on as "dueOn"`.execute(tx)
  return rows
}
