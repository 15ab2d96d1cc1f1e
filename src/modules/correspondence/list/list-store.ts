import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Letter } from '../contract.ts'
import { isSecret } from '../letter.ts'
import { letterColumns } from '../store.ts'

/** The books a letter can stand in: incoming and outgoing of an office, what one writes oneself, and what one has to do with. */
export type Book = 'masuk' | 'keluar' | 'konsep' | 'terlibat'

export interface Filter {
  book: Book
  /** Of the books of an office. */
  units: readonly string[]
  keys: readonly string[]
  accountId: string
  kind?: string
  secrecy?: Letter['secrecy']
  year?: number
  /** Only what is not done with. */
  open?: boolean
  after?: { at: string; id: string }
  limit: number
}

/** A line of a book. */
export type Line = Pick<Letter, 'id' | 'origin' | 'unitId' | 'kind' | 'state' | 'secrecy' | 'urgency' | 'number' | 'letterOn' | 'subject' | 'sender' | 'sentAt'> & {
  /** As the book is ordered; a mark to go on from. */
  at: Date
  mark: string
  /** Incoming only. */
  officeId: string | null
  sequence: number | null
  year: number | null
  receivedOn: string | null
  dueOn: string | null
  closedAt: Date | null
}

const noReceipt = sql`null::uuid as "officeId", null::integer as sequence, null::integer as year, null::date as "receivedOn", null::date as "dueOn", null::timestamptz as "closedAt"`

/** Where the lines of a book come from, by what they are ordered, and what they know beyond the letter. */
interface Source {
  from: RawBuilder<unknown>
  at: RawBuilder<Date>
  own: RawBuilder<unknown>
  where: RawBuilder<unknown>
  /** The unit of a line, in the books of an office. */
  unit?: RawBuilder<unknown>
}

function sourceOf({ book, accountId, keys, open, year, secrecy }: Filter): Source {
  if (book === 'masuk')
    return {
      from: sql`correspondence.receipt r join correspondence.letter l on l.id = r.letter_id`,
      at: sql`r.at`,
      own: sql`r.unit_id as "officeId", r.sequence, r.year, r.received_on as "receivedOn", r.due_on as "dueOn", r.closed_at as "closedAt"`,
      where: sql`true ${year ? sql`and r.year = ${year}` : sql``} ${open ? sql`and r.closed_at is null` : sql``} ${secrecy && isSecret(secrecy) ? sql`and r.secret` : sql``}`,
      unit: sql`r.unit_id`,
    }
  const at = sql<Date>`l.created_at`
  const inYear = year ? sql`and l.created_at >= make_date(${year}, 1, 1) and l.created_at < make_date(${year} + 1, 1, 1)` : sql``
  if (book === 'keluar') return { from: sql`correspondence.letter l`, at, own: noReceipt, where: sql`(l.origin = 'made' and l.state in ('numbered', 'signed', 'sent', 'cancelled') or l.origin = 'list' and l.state = 'sent') ${inYear}`, unit: sql`l.unit_id` }
  if (book === 'konsep') return { from: sql`correspondence.letter l`, at, own: noReceipt, where: sql`l.created_by = ${accountId} and l.state in ('draft', 'returned', 'circulating', 'approved', 'numbered') ${inYear}` }
  const desks = keys.filter(key => key.startsWith('p:') || key.startsWith('a:')).map(key => ({ post: key.startsWith('p:'), id: key.slice(2) }))
  const of = (post: boolean) => desks.filter(desk => desk.post === post).map(({ id }) => id)
  return {
    from: sql`(select letter_id from correspondence.party where post_id = any(${of(true)}::uuid[]) union select letter_id from correspondence.party where account_id = any(${of(false)}::uuid[])) p join correspondence.letter l on l.id = p.letter_id`,
    at, own: noReceipt, where: sql`true ${inYear}`,
  }
}

/** Lines of a book, newest first, of letters one of the keys opens. */
export async function linesOf(db: Db, filter: Filter): Promise<Line[]> {
  const { from, at, own, where, unit } = sourceOf(filter)
  const { kind, secrecy, after, keys, limit, units } = filter
  // In a book nearly all lines are open to whoever may open it. PostgreSQL, which beside row-level security expects of
  // such a comparison that next to nothing is left, would read the whole book and sort it; of coalesce it expects half.
  const lines = (of: RawBuilder<unknown>) => sql`
    select ${letterColumns}, ${at} as at, ${at}::text as mark, ${own} from ${from}
    where ${where} ${of} and coalesce(l.locks && ${[...keys]}::text[], false)
      ${kind ? sql`and l.kind = ${kind}` : sql``} ${secrecy ? sql`and l.secrecy = ${secrecy}` : sql``}
      ${after ? sql`and (${at}, l.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by ${at} desc, l.id desc limit ${limit}`
  // Unit by unit, each along its index: nothing is read of a book but its next lines.
  const query = unit
    ? sql<Line>`select i.* from unnest(${[...units]}::uuid[]) as u (id) cross join lateral (${lines(sql`and ${unit} = u.id`)}) i order by i.at desc, i.id desc limit ${limit}`
    : sql<Line>`${lines(sql``)}`
  return (await query.execute(db)).rows
}
