import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import { addMonths } from '#platform/time/zone.ts'
import { reached } from '../store.ts'
import type { DueKind, Rules } from './due.ts'

/** Somebody for whom something falls due. */
export interface DueRow {
  id: string
  name: string
  nip: string | null
  unitId: string
  grade: string | null
  position: string | null
  on: string
  /** Newest rating of performance, a code. */
  rating: string | null
}

/** The day in SQL, whom it concerns, and a bound an index can use; it agrees with `dueDay`, which a test compares. */
function asSql(what: DueKind, { terms, ages, highest }: Rules, until: string): { day: RawBuilder<string>; whom: RawBuilder<SqlBool> } | null {
  const term = terms[what]
  if (!term) return null
  // Months end on different days, so the bound is a few days wide.
  const bound = addMonths(addMonths(until, -term.months).slice(0, 8) + '28', 1)
  switch (what) {
    case 'salary-increase':
      return { day: sql`(e.increase_since + make_interval(months => ${term.months}))::date`, whom: sql`e.kind <> 'honorer' and e.increase_since <= ${bound}::date` }
    case 'promotion':
      return { day: sql`(e.grade_since + make_interval(months => ${term.months}))::date`, whom: sql`e.kind = 'pns' and e.grade is distinct from ${highest} and e.grade_since <= ${bound}::date` }
    case 'contract':
      return { day: sql`e.contract_until`, whom: sql`e.kind <> 'pns' and e.contract_until <= ${until}::date` }
    case 'retirement': {
      if (ages.size === 0) return null
      const years = sql.join([...ages].map(([level, { age }]) => sql`when ${level} then ${age}::int`), sql` `)
      const youngest = Math.min(...[...ages.values()].map(({ age }) => age))
      return {
        day: sql`(date_trunc('month', e.birth_date + make_interval(years => case e.position_level ${years} end)) + interval '1 month')::date`,
        whom: sql`e.kind <> 'honorer' and e.position_level in (${sql.join([...ages.keys()])}) and e.birth_date <= ${addMonths(until, -12 * youngest)}::date`,
      }
    }
  }
}

/** Those for whom something falls due up to `until`, soonest first; `after` is day and id of the last one seen. */
export async function dueRows(db: Db, reach: Reach | null, what: DueKind, rules: Rules, filter: { until: string; units?: readonly string[]; after?: { on: string; id: string }; limit: number }): Promise<DueRow[]> {
  const rule = asSql(what, rules, filter.until)
  if (!rule) return []
  const { day, whom } = rule
  const { rows } = await sql<DueRow>`
    select e.id, e.name, e.nip, e.unit_id as "unitId", e.grade, e.position_title as position, ${day} as "on",
      (select r.content ->> 'rating' from personnel.record r where r.employee_id = e.id and r.kind = 'performance' and r.state = 'verified'
        order by (r.content ->> 'year')::int desc nulls last, r.id desc limit 1) as rating
    from personnel.employee e
    where e.status = 'active' and ${whom} and ${reached(reach)} and ${day} <= ${filter.until}::date
      and ${filter.units ? sql<SqlBool>`e.unit_id = any(${[...filter.units]}::uuid[])` : sql<SqlBool>`true`}
      and ${filter.after ? sql<SqlBool>`(${day}, e.id) > (${filter.after.on}::date, ${filter.after.id}::uuid)` : sql<SqlBool>`true`}
    order by ${day}, e.id limit ${filter.limit}`.execute(db)
  return rows
}
