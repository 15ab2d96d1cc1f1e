import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Tables } from './tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

/** An officer's entry about somebody's annual leave. */
export interface Adjustment {
  id: string
  employeeId: string
  year: number
  kind: 'left' | 'used' | 'deferred'
  days: number
  basis: string
  by: string | null
  at: Date
}

/** Entries about these people, by year. */
export async function adjustmentsOf(db: Db | Tx, employeeIds: readonly string[]): Promise<Adjustment[]> {
  const rows = await tables(db).selectFrom('leave_accounts.adjustment').selectAll().where(sql<SqlBool>`employee_id = any(${[...employeeIds]}::uuid[])`).orderBy('year').orderBy('id').execute()
  return rows.map(row => ({ id: row.id, employeeId: row.employee_id, year: row.year, kind: row.kind as Adjustment['kind'], days: row.days, basis: row.basis, by: row.by, at: row.at }))
}

/** Writes entries; one of what was left of a year replaces the one before. */
export async function writeAdjustments(tx: Tx, entries: readonly (Omit<Adjustment, 'id' | 'at'> & { requestId?: string })[]): Promise<void> {
  for (let at = 0; at < entries.length; at += 2000)
    await sql`insert into leave_accounts.adjustment (employee_id, year, kind, days, basis, by, request_id)
      select "employeeId", year, kind, days, basis, by, "requestId"
      from jsonb_to_recordset(${JSON.stringify(entries.slice(at, at + 2000))}::jsonb) as e ("employeeId" uuid, year smallint, kind text, days smallint, basis text, by uuid, "requestId" uuid)
      on conflict (employee_id, year) where kind = 'left' do update set days = excluded.days, basis = excluded.basis, by = excluded.by, at = now()`.execute(tx)
}

export const deleteAdjustment = async (tx: Tx, employeeId: string, id: string): Promise<boolean> =>
  Number((await tables(tx).deleteFrom('leave_accounts.adjustment').where('employee_id', '=', employeeId).where('id', '=', id).where('request_id', 'is', null).executeTakeFirst()).numDeletedRows) > 0

/** When the first entry was written. */
export async function firstWritten(db: Db | Tx): Promise<Date | null> {
  // Ids are in the order of time.
  const row = await tables(db).selectFrom('leave_accounts.adjustment').select('at').orderBy('id').limit(1).executeTakeFirst()
  return row?.at ?? null
}
