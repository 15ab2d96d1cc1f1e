import { sql, type SqlBool } from 'kysely'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { Career, Employee, Employees, Histories, Staff, Telephones } from './contract.ts'
import { countCells, countComplete, countEmployees, countVerified } from './count-store.ts'
import { dueRows } from './due-store.ts'
import { plain } from './list/list-store.ts'
import { fullName, type File } from './employee.ts'
import { entriesOf, insertRecord } from './records-store.ts'
import { remember } from './remember.ts'
import { filesOf, filesWhere, reached } from './store.ts'

const employeeOf = (file: File): Employee => {
  const { id, nip, kind, status, unitId, accountId, positionTitle: position, grade, enteredOn } = file
  return { id, name: fullName(file), nip, kind, status, unitId, accountId, position, grade, enteredOn }
}

const careerOf = ({ kind, status, birthDate, grade, gradeSince, positionLevel, increaseSince, contractUntil, licenseUntil }: File): Career => ({ kind, status, birthDate, grade, gradeSince, positionLevel, increaseSince, contractUntil, licenseUntil })

/** Who works here, for other modules. */
export const employeesOf: Employees = {
  byId: async (db, ids) => new Map((await filesOf(db, [...new Set(ids)])).map(file => [file.id, employeeOf(file)])),
  byAccount: async (db, accountIds) =>
    new Map((await filesWhere(db, sql<SqlBool>`e.account_id = any(${[...new Set(accountIds)]}::uuid[])`)).flatMap(file => (file.accountId ? [[file.accountId, employeeOf(file)]] : []))),
  search: async (db, text) =>
    (text.trim().length < 3 ? [] : await filesWhere(db, sql<SqlBool>`e.status = 'active' and (e.nip = ${text.replace(/\s/g, '')} or e.id in (select personnel.named(${plain(text.trim())})))`, sql`order by e.sort_name, e.id limit 20`)).map(employeeOf),
  serving: async (db, unitIds, limit) =>
    (await filesWhere(db, sql<SqlBool>`e.status = 'active' and e.unit_id = any(${[...unitIds]}::uuid[])`, sql`order by e.sort_name, e.id limit ${limit}`)).map(employeeOf),
}

/** Numbers for messages. */
export const telephonesOf: Telephones = {
  of: async (db, ids) => new Map((await filesOf(db, [...new Set(ids)])).flatMap(({ id, phone, status }) => (phone && status === 'active' ? [[id, phone]] : []))),
}

/** The staff as a whole, for figures and lists of what falls due. */
export const staffOf: Staff = { counts: countEmployees, due: dueRows, cells: countCells, complete: countComplete, verified: countVerified }

/** Histories as decrees of other modules rest on them, and become part of them. */
export const makeHistories = ({ ask }: Services): Histories => ({
  async standing(db, reach, ids, kinds) {
    const files = await filesWhere(db, sql<SqlBool>`e.id = any(${[...ids]}::uuid[]) and ${reached(reach)}`)
    const entries = Map.groupBy(await entriesOf(db, files.map(({ id }) => id), kinds), ({ employeeId }) => employeeId)
    return new Map(files.map(file => [file.id, { ...employeeOf(file), ...careerOf(file), history: entries.get(file.id) ?? [] }]))
  },
  async add(tx, employeeId, entry) {
    const id = await insertRecord(tx, employeeId, entry, await ask(governmentDirectory).today(tx))
    await remember(tx, [employeeId])
    return id
  },
})
