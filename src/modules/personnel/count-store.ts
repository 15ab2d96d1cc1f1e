import { sql } from 'kysely'
import type { Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import type { Count, Staff } from './contract.ts'
import { reached } from './store.ts'

/** Everyone in service within a reach, counted by each trait and sex in one pass. */
export async function countEmployees(db: Db, reach: Reach | null): Promise<Count[]> {
  const { rows } = await sql<Count>`
    with e as (select kind, grade, education, unit_id, sex, position_level, date_trunc('month', birth_date::timestamp) as born
      from personnel.employee e where status = 'active' and ${reached(reach)})
    select case when grouping(grade) = 0 then 'grade' when grouping(education) = 0 then 'education' when grouping(unit_id) = 0 then 'unit' when grouping(born) = 0 then 'born' else 'kind' end as by,
      kind, grade, education, unit_id as "unitId", sex, position_level as level, to_char(born, 'YYYY-MM') as "bornIn", count(*)::int as n
    from e group by grouping sets ((kind, grade, sex), (education, sex), (unit_id, sex), (kind, sex), (kind, born, position_level, sex))`.execute(db)
  return rows
}

/** How many in service share a trait, unit by unit. */
export async function countCells(db: Db): Promise<Awaited<ReturnType<Staff['cells']>>> {
  const { rows } = await sql<Awaited<ReturnType<Staff['cells']>>[number]>`
    select unit_id as unit, trait, value, count(*)::int as n from personnel.employee e,
      lateral (values ('kind', kind), ('grade', grade), ('sex', sex), ('education', education)) as t (trait, value)
    where status = 'active' group by unit_id, trait, value order by unit_id, trait, value`.execute(db)
  return rows
}

/** Of civil servants and those on contract in service: how many have grade, position and education on file. */
export async function countComplete(db: Db): Promise<{ n: number; of: number }> {
  const { rows } = await sql<{ n: number; of: number }>`
    select count(*)::int as of, count(*) filter (where grade is not null and position_title is not null and education is not null)::int as n
    from personnel.employee where status = 'active' and kind <> 'honorer'`.execute(db)
  return rows[0]!
}

/** Entries verified, month by month. */
export const countVerified: Staff['verified'] = async db =>
  (await sql<{ month: Date; n: number; people: number; proposed: number }>`
    select date_trunc('month', coalesce(decided_at, created_at)) as month, count(*)::int as n, count(distinct employee_id)::int as people, (count(*) filter (where proposed_by is not null))::int as proposed
    from personnel.record where state = 'verified' group by month order by month`.execute(db)).rows
