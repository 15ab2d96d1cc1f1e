import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Tables } from './tables.ts'
import type { Segment } from './windows.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

export const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

/** A pattern set for a unit or a person. */
export interface Assignment extends Segment {
  id: string
  unitId: string | null
  employeeId: string | null
  decreeNumber: string | null
  decreeOn: string | null
  at: Date
}

const selected = (db: Db | Tx) => tables(db).selectFrom('schedules.assignment as a').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const assignmentOf = (row: Row): Assignment => ({
  id: row.id, unitId: row.unit_id, employeeId: row.employee_id, pattern: row.pattern, from: row.from_on, until: row.until_on, decreeNumber: row.decree_number, decreeOn: row.decree_on, at: row.at,
})

/** One of them, or nothing; with `lock` nobody else changes it until the transaction ends. */
export async function assignmentById(db: Db | Tx, id: string, lock = false): Promise<Assignment | null> {
  if (!isId(id)) return null
  const query = selected(db).where('a.id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? assignmentOf(row) : null
}

/** What was set for these units and people and holds on some of the days, the latest first. */
export async function assignmentsOf(db: Db | Tx, subjects: { unitIds: readonly string[]; employeeIds: readonly string[] }, from: string, to: string | null): Promise<Assignment[]> {
  const rows = await selected(db)
    .where(sql<SqlBool>`(a.unit_id = any(${[...subjects.unitIds]}::uuid[]) or a.employee_id = any(${[...subjects.employeeIds]}::uuid[]))`)
    .where(sql<SqlBool>`daterange(a.from_on, a.until_on, '[]') && daterange(${from}::date, ${to}::date, '[]')`)
    .orderBy('a.from_on', 'desc').orderBy('a.id', 'desc').execute()
  return rows.map(assignmentOf)
}

/** The latest assignments to people that hold from a day on. */
export async function personalAssignments(db: Db | Tx, from: string, limit: number): Promise<Assignment[]> {
  const rows = await selected(db).where('a.employee_id', 'is not', null).where(sql<SqlBool>`(a.until_on is null or a.until_on >= ${from}::date)`).orderBy('a.from_on', 'desc').orderBy('a.id', 'desc').limit(limit).execute()
  return rows.map(assignmentOf)
}

/** Everything set on some of the days, for whole governments. */
export async function allAssignments(db: Db | Tx, from: string, to: string): Promise<Pick<Assignment, 'unitId' | 'employeeId' | 'pattern' | 'from' | 'until'>[]> {
  const { rows } = await sql<Pick<Assignment, 'unitId' | 'employeeId' | 'pattern' | 'from' | 'until'>>`
    select unit_id as "unitId", employee_id as "employeeId", pattern, from_on as "from", until_on as until from schedules.assignment
    where daterange(from_on, until_on, '[]') && daterange(${from}::date, ${to}::date, '[]')`.execute(db)
  return rows
}

/** Answers the id. */
export const insertAssignment = async (tx: Tx, { unitId, employeeId, pattern, from, until, decreeNumber, decreeOn, by }: Omit<Assignment, 'id' | 'at'> & { by: string | null }): Promise<string> =>
  (await tables(tx).insertInto('schedules.assignment').values({ unit_id: unitId, employee_id: employeeId, pattern, from_on: from, until_on: until, decree_number: decreeNumber, decree_on: decreeOn, by }).returning('id').executeTakeFirstOrThrow()).id

export const endAssignment = (tx: Tx, id: string, last: string) => tables(tx).updateTable('schedules.assignment').set({ until_on: last }).where('id', '=', id).execute()

export const deleteAssignment = (tx: Tx, id: string) => tables(tx).deleteFrom('schedules.assignment').where('id', '=', id).execute()

/** How many were set by month, for evidence. */
export async function assignedByMonth(db: Db): Promise<{ month: Date; units: number; people: number }[]> {
  const { rows } = await sql<{ month: Date; units: number; people: number }>`
    select date_trunc('month', at) as month, count(unit_id)::int as units, count(employee_id)::int as people from schedules.assignment group by 1 order by 1`.execute(db)
  return rows
}
