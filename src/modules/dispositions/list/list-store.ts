import { sql, type Expression, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import type { RecipientState } from '../contract.ts'

/** Whose dispositions: what one gave oneself, or those of the letters one may read. */
export type Side = 'dari-saya' | 'unit'

export const stages = ['berjalan', 'terlambat', 'belum-dibaca', 'selesai'] as const
export type Stage = (typeof stages)[number]

export interface Filter {
  side: Side
  stage: Stage
  postIds: readonly string[]
  /** Offices whose letters one keeps, and those whose open letters one reads. */
  office: Reach | null
  read: Reach | null
  /** What was due before this day is late. */
  lateBefore: string
  after?: string
  limit: number
}

/** A disposition in a list: its responsible recipient stands for all of them. */
export interface Line {
  id: string
  letterId: string
  title: string
  to: string
  others: number
  state: RecipientState
  dueOn: string | null
  at: Date
  doneAt: Date | null
}

const inStage = (stage: Stage, lateBefore: string): Expression<SqlBool> => {
  if (stage === 'selesai') return sql<SqlBool>`d.done_at is not null`
  if (stage === 'terlambat') return sql<SqlBool>`d.done_at is null and d.due_on < ${lateBefore}::date`
  if (stage === 'belum-dibaca') return sql<SqlBool>`d.done_at is null and r.state = 'unread'`
  return sql<SqlBool>`d.done_at is null`
}

const officeColumn = { unit: sql.ref('d.office_id') }

const ofSide = ({ side, postIds, office, read }: Pick<Filter, 'side' | 'postIds' | 'office' | 'read'>): Expression<SqlBool> =>
  side === 'dari-saya'
    ? sql<SqlBool>`d.post_id = any(${[...postIds]}::uuid[])`
    : sql<SqlBool>`(d.secrecy in ('B', 'T') and ${within(office, officeColumn)} or d.secrecy = 'B' and ${within(read, officeColumn)})`

/** Dispositions, the newest first; a fixed number of queries. */
export async function listOf(db: Db, filter: Filter): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select d.id, d.letter_id as "letterId", d.title, r.title as to, r.state, d.due_on as "dueOn", d.at, d.done_at as "doneAt",
      (select count(*)::int from dispositions.recipient o where o.disposition_id = d.id and o.state <> 'recalled' and o.id <> r.id) as others
    from dispositions.disposition d join dispositions.recipient r on r.disposition_id = d.id and r.responsible and r.state <> 'recalled'
    where ${ofSide(filter)} and ${inStage(filter.stage, filter.lateBefore)} ${filter.after ? sql`and d.id < ${filter.after}` : sql``}
    order by d.id desc limit ${filter.limit}`.execute(db)
  return rows
}
