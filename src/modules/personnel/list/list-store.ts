import { sql, type Expression, type SqlBool } from 'kysely'
import type { Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import type { EmployeeKind, EmployeeStatus } from '../contract.ts'
import { reached } from '../store.ts'

/** A line of the list: nothing of it is sensitive. */
export interface Listed {
  id: string
  name: string
  titleBefore: string | null
  titleAfter: string | null
  nip: string | null
  unitId: string
  position: string | null
  grade: string | null
  gradeSince: string | null
  education: string | null
  kind: EmployeeKind
  status: EmployeeStatus
}

export interface Filter {
  name?: string
  /** The beginning of one. */
  nip?: string
  /** Sought only within the reach in which it may be seen. */
  nik?: { hash: Buffer; reach: Reach }
  units?: readonly string[]
  kind?: EmployeeKind
  grade?: string
  status?: EmployeeStatus
  /** Id of the last one seen. */
  after?: string
}

/** A part of a name as SQL looks for it. */
export const plain = (part: string) => part.toLowerCase().replace(/[\\%_]/g, '\\$&')

/** The first employees of a name beside all else that is asked for: a limit that stands before the rest was asked would lose some. */
function named(name: string, reach: Reach | null, { units, kind, grade, status, after }: Filter, limit: number): Expression<SqlBool> {
  const within = reach && !reach.government ? [...reach.units] : null
  return sql<SqlBool>`e.id in (select personnel.named(${plain(name)}, ${within}::uuid[], ${reach?.own ? reach.accountId : null}::uuid, ${units ? [...units] : null}::uuid[], ${kind ?? null}, ${grade ?? null}, ${status ?? null}, ${after ?? null}::uuid, ${limit}))`
}

function* conditions(reach: Reach | null, filter: Filter, limit: number): Generator<Expression<SqlBool>> {
  yield reached(reach)
  // Three letters are what the index of names knows; fewer are the beginning of a name.
  if (filter.name) yield filter.name.length < 3 ? sql<SqlBool>`e.sort_name like ${`${plain(filter.name)}%`}` : named(filter.name, reach, filter, limit)
  if (filter.nip) yield filter.nip.length === 18 ? sql<SqlBool>`e.nip = ${filter.nip}` : sql<SqlBool>`(e.nip >= ${filter.nip} and e.nip < ${`${filter.nip}:`})`
  if (filter.nik) yield sql<SqlBool>`(e.nik_hash = ${filter.nik.hash} and ${reached(filter.nik.reach)})`
  if (filter.units) yield sql<SqlBool>`e.unit_id = any(${[...filter.units]}::uuid[])`
  if (filter.kind) yield sql<SqlBool>`e.kind = ${filter.kind}`
  if (filter.grade) yield sql<SqlBool>`e.grade = ${filter.grade}`
  if (filter.status) yield sql<SqlBool>`e.status = ${filter.status}`
  if (filter.after) yield sql<SqlBool>`(e.sort_name, e.id) > ((select a.sort_name from personnel.employee a where a.id = ${filter.after}::uuid), ${filter.after}::uuid)`
}

/** Employees within a reach, by name. */
export async function listEmployees(db: Db, reach: Reach | null, filter: Filter, limit: number): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select e.id, e.name, e.title_before as "titleBefore", e.title_after as "titleAfter", e.nip, e.unit_id as "unitId", e.position_title as position,
      e.grade, e.grade_since as "gradeSince", e.education, e.kind, e.status
    from personnel.employee e where ${sql.join([...conditions(reach, filter, limit)], sql` and `)} order by e.sort_name, e.id limit ${limit}`.execute(db)
  return rows
}
