import { sql, type Expression, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { BookNumber, State } from './number.ts'
import type { SeriesKey } from './rules.ts'

interface Row extends Omit<BookNumber, 'matter'> {
  matterKind: 'letter' | null
  matterId: string | null
}

const columns = sql`n.id, s.unit_id as "seriesUnitId", s.kind as "seriesKind", n.year, nullif(n.month, 0) as month, n.sequence, n.state, n.number, n.unit_id as "unitId", n.kind,
  n.classification, n.secrecy, n.dated, n.title, n.matter_kind as "matterKind", n.matter_id as "matterId", n.reason, n.by_id as by, n.at, n.cancel_reason as "cancelReason",
  n.cancelled_by as "cancelledBy", n.cancelled_at as "cancelledAt"`

const numberOf = ({ matterKind, matterId, ...row }: Row): BookNumber => ({ ...row, matter: matterKind && matterId ? { kind: matterKind, id: matterId } : null })

/** Where a series is, as far as permissions are concerned. */
const reached = (reach: Reach | null): Expression<SqlBool> => within(reach, { unit: sql.ref('s.unit_id') })

const like = (typed: string) => `%${typed.replace(/[\\%_]/g, '\\$&')}%`

/** A book and what to look for in it. */
export interface BookFilter {
  series: SeriesKey
  year: number
  state?: State
  text?: string
  /** Id of the last one seen. */
  after?: string
  /** From the first number instead of the newest. */
  ascending?: boolean
}

function* conditions(reach: Reach | null, { series, year, state, text, after, ascending }: BookFilter): Generator<Expression<SqlBool>> {
  yield reached(reach)
  yield sql<SqlBool>`s.unit_id = ${series.unitId}::uuid and s.direction = 'out' and s.kind is not distinct from ${series.kind} and n.year = ${year}`
  if (state) yield sql<SqlBool>`n.state = ${state}`
  if (text) yield /^\d{1,6}$/.test(text) ? sql<SqlBool>`(n.sequence = ${Number(text)} or n.number ilike ${like(text)})` : sql<SqlBool>`(n.number ilike ${like(text)} or n.title ilike ${like(text)})`
  if (after) yield sql<SqlBool>`(n.month, n.sequence) ${ascending ? sql`>` : sql`<`} (select a.month, a.sequence from numbering.number a where a.id = ${after}::uuid)`
}

/** Numbers of a book within a reach, the newest first unless said otherwise. */
export async function bookNumbers(db: Db, reach: Reach | null, filter: BookFilter, limit: number): Promise<BookNumber[]> {
  const order = filter.ascending ? sql`n.month, n.sequence` : sql`n.month desc, n.sequence desc`
  const { rows } = await sql<Row>`
    select ${columns} from numbering.series s join numbering.number n on n.series_id = s.id
    where ${sql.join([...conditions(reach, filter)], sql` and `)} order by ${order} limit ${limit}`.execute(db)
  return rows.map(numberOf)
}

/** One number within a reach, or nothing. */
export async function numberWithin(db: Db | Tx, reach: Reach | null, id: string): Promise<BookNumber | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const { rows } = await sql<Row>`select ${columns} from numbering.number n join numbering.series s on s.id = n.series_id where n.id = ${id}::uuid and ${reached(reach)}`.execute(db)
  return rows[0] ? numberOf(rows[0]) : null
}

/** How a book stands in a year. */
export interface BookCount extends Record<State, number> {
  /** The newest number; of the newest month where a series begins anew each month. */
  last: number
  /** As many numbers as were counted, whatever became of them. */
  all: number
  latest: string | null
  /** Numbers given in an older book. */
  started: number
}

/** How a book stands, and the years there are of it, newest first. */
export async function bookCount(db: Db, { unitId, kind }: SeriesKey, year: number): Promise<{ count: BookCount; years: number[] }> {
  const [{ rows: counted }, { rows: years }] = await Promise.all([
    sql<BookCount>`
      select coalesce((array_agg(c.last order by c.month desc))[1], 0) as last, coalesce(sum(c.last), 0)::int as "all", max(c.latest) as latest, coalesce(sum(c.started), 0)::int as started, ${sql.join((['used', 'booked', 'reserved', 'cancelled'] as const).map(state => sql`coalesce(sum(t.${sql.ref(state)}), 0)::int as ${sql.ref(state)}`))}
      from numbering.series s join numbering.counter c on c.series_id = s.id
      cross join lateral (
        select count(*) filter (where state = 'used') as used, count(*) filter (where state = 'booked') as booked, count(*) filter (where state = 'reserved') as reserved, count(*) filter (where state = 'cancelled') as cancelled
        from numbering.number n where n.series_id = c.series_id and n.year = c.year and n.month = c.month) t
      where s.unit_id = ${unitId}::uuid and s.direction = 'out' and s.kind is not distinct from ${kind} and c.year = ${year}`.execute(db),
    sql<{ year: number }>`select distinct c.year from numbering.series s join numbering.counter c on c.series_id = s.id where s.unit_id = ${unitId}::uuid and s.direction = 'out' and s.kind is not distinct from ${kind} order by c.year desc`.execute(db),
  ])
  return { count: counted[0]!, years: years.map(row => row.year) }
}

/** A series that has been used or set up. */
export interface SeriesStanding extends SeriesKey {
  id: string
  direction: 'out' | 'in'
  daily: number
  last: number
  latest: string | null
  reserved: number
}

/** Series of these units within a reach, with how far they have come in the period of a day. */
export async function seriesOfUnits(db: Db, reach: Reach | null, unitIds: readonly string[], day: string): Promise<SeriesStanding[]> {
  const { rows } = await sql<SeriesStanding>`
    select s.id, s.unit_id as "unitId", s.kind, s.direction, s.daily, coalesce(c.last, 0) as last, c.latest,
      (select count(*)::int from numbering.number n where n.series_id = s.id and n.year = c.year and n.month = c.month and n.state = 'reserved') as reserved
    from numbering.series s left join lateral (
      select * from numbering.counter c where c.series_id = s.id and c.year = extract(year from ${day}::date) and c.month in (0, extract(month from ${day}::date)) order by c.month desc limit 1) c on true
    where s.unit_id = any(${[...unitIds]}::uuid[]) and ${reached(reach)} order by s.unit_id, s.kind nulls first`.execute(db)
  return rows
}

/** What is left of the numbers reserved in a period, by day. */
export async function reservedDays(db: Db, { unitId, kind }: SeriesKey, year: number): Promise<{ day: string; count: number; first: number; last: number; reason: string | null; by: string | null }[]> {
  const { rows } = await sql<{ day: string; count: number; first: number; last: number; reason: string | null; by: string | null }>`
    select n.dated as day, count(*)::int as count, min(n.sequence) as first, max(n.sequence) as last, n.reason, n.by_id as by
    from numbering.series s join numbering.number n on n.series_id = s.id
    where s.unit_id = ${unitId}::uuid and s.direction = 'out' and s.kind is not distinct from ${kind} and n.year = ${year} and n.state = 'reserved'
    group by n.dated, n.reason, n.by_id order by n.dated desc, first desc limit 200`.execute(db)
  return rows
}
