import { sql, type RawBuilder } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import type { Post, PostKind } from '../contract.ts'

/** What a position is today: without a holder of its own, led by a stand-in, or held by more than there is place for. */
export type FormationState = 'vacant' | 'acting' | 'overlapping'

export interface FormationFilter {
  /** Ids of the unit asked for and all below it. */
  units?: readonly string[]
  kind?: PostKind
  state?: FormationState
  /** Mark of the last row of the page before. */
  after?: string
}

/** A position of the formation with who holds it on that day. */
export interface FormationRow extends Pick<Post, 'id' | 'unitId' | 'title' | 'kind' | 'echelon' | 'grade' | 'code'> {
  /** Whoever is in charge comes first. */
  holders: { name: string; kind: 'definitif' | 'plt' | 'plh'; from: string; to: string | null; decree: string | null }[]
}

export interface FormationCounts {
  posts: number
  /** With a holder of their own. */
  filled: number
  vacant: number
  acting: number
  overlapping: number
}

/** Positions with the number of holders by kind on a day, as `f`; the rule of `in-charge.ts` says what overlaps. */
const formation = (day: string): RawBuilder<unknown> => sql`
  select p.*, u.path, n.own, n.plt, n.plh from organisation.position p join organisation.unit u on u.id = p.unit_id
  cross join lateral (select count(*) filter (where h.kind = 'definitif') as own, count(*) filter (where h.kind = 'plt') as plt, count(*) filter (where h.kind = 'plh') as plh
    from organisation.holding h where h.position_id = p.id and h.days @> ${day}::date) n
  where p.active`

const states: Record<FormationState, RawBuilder<unknown>> = { vacant: sql`f.own = 0`, acting: sql`f.plt + f.plh > 0`, overlapping: sql`(f.plt + f.plh > 1 or (f.plt > 0 and f.own > 0))` }

const where = (reach: Reach | null, { units, kind, state }: FormationFilter): RawBuilder<unknown> =>
  sql.join([within(reach, { unit: sql.ref('f.unit_id') }), ...(units ? [sql`f.unit_id = any(${[...units]}::uuid[])`] : []), ...(kind ? [sql`f.kind = ${kind}`] : []), ...(state ? [states[state]] : [])], sql` and `)

/** Positions within a reach, unit by unit and highest first; `limit` at most, with the mark of the next page. */
export async function formationRows(db: Db, reach: Reach | null, day: string, filter: FormationFilter, limit: number): Promise<{ rows: FormationRow[]; next: string | null }> {
  // The mark is the id of a position: where it stands now is where the list goes on.
  const after = filter.after && /^[0-9a-f-]{36}$/.test(filter.after) ? sql`and (f.path, f.rank, f.title, f.id) > (select u.path, p.rank, p.title, p.id from organisation.position p join organisation.unit u on u.id = p.unit_id where p.id = ${filter.after})` : sql``
  const { rows } = await sql<FormationRow>`
    select f.id, f.unit_id as "unitId", f.title, f.kind, f.echelon, f.grade, f.code, coalesce((
      select jsonb_agg(jsonb_build_object('name', h.person_name, 'kind', h.kind, 'from', lower(h.days), 'to', upper(h.days) - 1, 'decree', h.decree_number)
        order by array_position(array['plh', 'plt', 'definitif'], h.kind), h.decree_on desc nulls last, lower(h.days) desc, h.id desc)
      from organisation.holding h where h.position_id = f.id and h.days @> ${day}::date), '[]') as holders
    from (${formation(day)}) f where ${where(reach, filter)} ${after} order by f.path, f.rank, f.title, f.id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? shown.at(-1)!.id : null }
}

const counts = sql`count(*)::int as posts, count(*) filter (where f.own > 0)::int as filled, count(*) filter (where ${states.vacant})::int as vacant,
  count(*) filter (where ${states.acting})::int as acting, count(*) filter (where ${states.overlapping})::int as overlapping`

/** How many of the positions within a reach are filled, vacant, led by stand-ins, overlapping; the state of the filter does not count. */
export async function formationCounts(db: Db, reach: Reach | null, day: string, { units, kind }: FormationFilter): Promise<FormationCounts> {
  const { rows } = await sql<FormationCounts>`select ${counts} from (${formation(day)}) f where ${where(reach, { units, kind })}`.execute(db)
  return rows[0]!
}

/** The same numbers for each unit and kind of the whole government. */
export const formationByUnit = async (db: Db, day: string): Promise<(FormationCounts & { unitId: string; kind: PostKind })[]> =>
  (await sql<FormationCounts & { unitId: string; kind: PostKind }>`select f.unit_id as "unitId", f.kind, ${counts} from (${formation(day)}) f group by f.unit_id, f.kind`.execute(db)).rows

/** The same numbers for the whole government. */
export const formationTotals = async (db: Db, day: string): Promise<FormationCounts> => (await sql<FormationCounts>`select ${counts} from (${formation(day)}) f`.execute(db)).rows[0]!
