import { sql } from 'kysely'
import type { Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import type { EmployeeKind } from '../contract.ts'
import type { Sex } from '../employee.ts'
import { reached } from '../store.ts'

/** How many in service share these traits; a trait that was not asked for is null. */
export interface Count {
  by: 'grade' | 'education' | 'unit' | 'kind' | 'born'
  kind: EmployeeKind | null
  grade: string | null
  education: string | null
  unitId: string | null
  sex: Sex
  level: string | null
  /** `1980-05`, and the first day of it stands for all. */
  bornIn: string | null
  n: number
}

/** Everyone in service within a reach, counted by each trait and sex in one pass. */
export async function countEmployees(db: Db, reach: Reach | null): Promise<Count[]> {
  const { rows } = await sql<Count>`
    with e as materialized (select kind, grade, education, unit_id, sex, position_level, to_char(birth_date, 'YYYY-MM') as born, grade is null as no_grade
      from personnel.employee e where status = 'active' and ${reached(reach)})
    select case when grouping(grade) = 0 then 'grade' when grouping(education) = 0 then 'education' when grouping(unit_id) = 0 then 'unit' when grouping(born) = 0 then 'born' else 'kind' end as by,
      kind, grade, education, unit_id as "unitId", sex, position_level as level, born as "bornIn", count(*)::int as n
    from e group by grouping sets ((kind, grade, sex), (education, sex), (unit_id, sex), (kind, sex), (kind, born, position_level, sex))`.execute(db)
  return rows
}
