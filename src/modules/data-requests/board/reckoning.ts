import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Request } from '../store.ts'

/** How an agency answers, and what it gives and takes. */
export interface AgencyLine {
  unitId: string
  asked: number
  /** Answered by the holder's last day, extension included. */
  inTime: number
  answered: number
  given: number
  refused: number
  /** Waiting beyond the last day. */
  late: number
  /** Working days, the middle one. */
  median: number | null
  /** Uses others made of what it gave: its credit. */
  used: number
  /** What it was given by others. */
  received: number
}

/** Every agency that was ever asked or ever asked, the busiest first; requests of the last twelve months. */
export async function agencyLines(db: Db, today: string): Promise<AgencyLine[]> {
  const { rows } = await sql<AgencyLine>`
    with recent as (select * from data_requests.request where state not in ('unconfirmed', 'lapsed') and asked_on > ${today}::date - 366),
    held as (
      select holder_unit_id as unit_id, count(*)::int as asked, count(*) filter (where answered_on is not null)::int as answered, count(*) filter (where answered_on <= answer_by)::int as in_time,
        count(*) filter (where state in ('granted', 'partial', 'aggregate'))::int as given, count(*) filter (where state in ('refused', 'contested', 'upheld'))::int as refused,
        count(*) filter (where state = 'waiting' and answer_by < ${today}::date)::int as late, percentile_cont(0.5) within group (order by took) as median
      from recent group by holder_unit_id),
    uses as (select a.holder_unit_id as unit_id, count(*)::int as used from data_requests.use u join data_requests.access a on a.id = u.access_id where u.at > ${today}::date - 366 group by 1),
    taken as (select unit_id, count(*)::int as received from data_requests.access where unit_id is not null and from_on > ${today}::date - 366 group by 1)
    select coalesce(held.unit_id, uses.unit_id, taken.unit_id) as "unitId", coalesce(asked, 0) as asked, coalesce(answered, 0) as answered, coalesce(in_time, 0) as "inTime", coalesce(given, 0) as given, coalesce(refused, 0) as refused,
      coalesce(late, 0) as late, median::float8 as median, coalesce(used, 0) as used, coalesce(received, 0) as received
    from held full join uses using (unit_id) full join taken using (unit_id) order by asked desc, used desc, "unitId" limit 300`.execute(db)
  return rows
}

/** What the public list shows of a request. */
export type PublicLine = Pick<Request, 'id' | 'code' | 'asker' | 'unitId' | 'holderUnitId' | 'publicTitle' | 'state' | 'level' | 'askedOn' | 'dueOn' | 'answeredOn' | 'took'>

/** Newest first. */
export async function publicLines(db: Db, filter: { holderUnitId?: string; open?: boolean }, page: { limit: number; before?: string }): Promise<{ items: PublicLine[]; next: string | null }> {
  const { rows } = await sql<PublicLine>`
    select id, code, asker, unit_id as "unitId", holder_unit_id as "holderUnitId", public_title as "publicTitle", state, level, asked_on as "askedOn", due_on as "dueOn", answered_on as "answeredOn", took
    from data_requests.request where state not in ('unconfirmed', 'lapsed')
      ${filter.holderUnitId ? sql`and holder_unit_id = ${filter.holderUnitId}` : sql``} ${filter.open ? sql`and state in ('waiting', 'contested')` : sql``}
      ${page.before && /^[0-9a-f-]{36}$/.test(page.before) ? sql`and id < ${page.before}` : sql``}
    order by id desc limit ${page.limit + 1}`.execute(db)
  const items = rows.slice(0, page.limit)
  return { items, next: rows.length > page.limit ? items.at(-1)!.id : null }
}
