import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import type { Employee, EmployeeKind, Employees, EmployeeStatus, Histories, Staff } from './contract.ts'
import { countCells, countComplete, countEmployees, countVerified } from './count-store.ts'
import { dueRows } from './due-store.ts'
import { fullName } from './employee.ts'
import { insertRecord } from './records-store.ts'
import { remember } from './remember.ts'
import { tables, todayIn } from './store.ts'

const selected = (db: Db | Tx) =>
  tables(db).selectFrom('personnel.employee').select(['id', 'name', 'title_before', 'title_after', 'nip', 'kind', 'status', 'unit_id', 'account_id', 'position_title', 'grade', 'entered_on'])

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const employeeOf = (row: Row): Employee => ({
  id: row.id,
  name: fullName({ titleBefore: row.title_before, name: row.name, titleAfter: row.title_after }),
  nip: row.nip,
  kind: row.kind as EmployeeKind,
  status: row.status as EmployeeStatus,
  unitId: row.unit_id,
  accountId: row.account_id,
  position: row.position_title,
  grade: row.grade,
  enteredOn: row.entered_on,
})

/** Who works here, for other modules. */
export const employeesOf: Employees = {
  async byId(db, ids) {
    const rows = ids.length === 0 ? [] : await selected(db).where('id', 'in', [...new Set(ids)]).execute()
    return new Map(rows.map(row => [row.id, employeeOf(row)]))
  },
  async byAccount(db, accountIds) {
    const rows = accountIds.length === 0 ? [] : await selected(db).where('account_id', 'in', [...new Set(accountIds)]).execute()
    return new Map(rows.flatMap(row => (row.account_id ? [[row.account_id, employeeOf(row)]] : [])))
  },
  async serving(db, unitIds, limit) {
    const rows = await selected(db).where('status', '=', 'active').where(sql<SqlBool>`unit_id = any(${[...unitIds]}::uuid[])`).orderBy('sort_name').orderBy('id').limit(limit).execute()
    return rows.map(employeeOf)
  },
}

/** The staff as a whole, for figures and lists of what falls due. */
export const staffOf: Staff = { counts: countEmployees, due: dueRows, cells: countCells, complete: countComplete, verified: countVerified }

/** Writes entries that rest on decrees of other modules. */
export const makeHistories = ({ ask }: Services): Histories => ({
  async add(tx, employeeId, entry) {
    const id = await insertRecord(tx, employeeId, entry, await todayIn(tx, ask))
    await remember(tx, [employeeId])
    return id
  },
})
