import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { addMonths } from '#platform/time/zone.ts'
import type { DueEmployee, Staff, Term } from './contract.ts'
import { reached } from './store.ts'

/** The day in SQL, and a bound within which an index finds those it can concern. */
function dayOf({ from, months }: Term, until: string): { day: RawBuilder<string>; near: RawBuilder<SqlBool> } | null {
  if (from === 'contract' || from === 'license') {
    const day = sql.ref<string>(from === 'contract' ? 'e.contract_until' : 'e.license_until')
    return { day: sql`${day}`, near: sql`${day} <= ${until}::date` }
  }
  if (typeof months === 'number') {
    const since = sql.ref(from === 'grade' ? 'e.grade_since' : from === 'increase' ? 'e.increase_since' : 'e.birth_date')
    // Months end on different days, so the bound is a month wide.
    return { day: sql`(${since} + make_interval(months => ${months}))::date`, near: sql`${since} <= ${addMonths(until, 1 - months)}::date` }
  }
  const levels = Object.entries(months)
  if (levels.length === 0) return null
  const ages = sql.join(levels.map(([level, n]) => sql`when ${level} then ${n}::int`), sql` `)
  return {
    day: sql`(date_trunc('month', e.birth_date + make_interval(months => case e.position_level ${ages} end)) + interval '1 month')::date`,
    near: sql`e.position_level in (${sql.join(levels.map(([level]) => level))}) and e.birth_date <= ${addMonths(until, -Math.min(...levels.map(([, n]) => n)))}::date`,
  }
}

/** Those for whom a term ends, soonest first. */
export const dueRows: Staff['due'] = async (db, reach, term, filter) => {
  const rule = dayOf(term, filter.until)
  if (!rule) return []
  const { day, near } = rule
  const yes = sql<SqlBool>`true`
  const { rows } = await sql<DueEmployee>`
    select e.id, e.name, e.nip, e.unit_id as "unitId", e.grade, e.position_title as position, ${day} as "on",
      (select r.content ->> 'rating' from personnel.record r where r.employee_id = e.id and r.kind = 'performance' and r.state = 'verified'
        order by (r.content ->> 'year')::int desc nulls last, r.id desc limit 1) as rating,
      (select string_agg(name, ', ' order by until) from (select distinct on (lower(r.content ->> 'name')) r.content ->> 'name' as name, r.until from personnel.record r
        where ${term.from === 'license'} and r.employee_id = e.id and r.kind = 'license' and r.state = 'verified' order by lower(r.content ->> 'name'), r.until desc nulls first) held where until <= ${filter.until}::date) as licenses
    from personnel.employee e
    where e.status = 'active' and e.kind = any(${[...term.kinds]}::text[]) and ${near} and ${reached(reach)} and ${day} <= ${filter.until}::date
      and ${term.highest ? sql<SqlBool>`e.grade is distinct from ${term.highest}` : yes}
      and ${filter.units ? sql<SqlBool>`e.unit_id = any(${[...filter.units]}::uuid[])` : yes}
      and ${filter.after ? sql<SqlBool>`(${day}, e.id) > (${filter.after.on}::date, ${filter.after.id}::uuid)` : yes}
    order by ${day}, e.id limit ${filter.limit}`.execute(db)
  return rows
}
