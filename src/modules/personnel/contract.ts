import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import { port } from '#platform/web/port.ts'

/** Civil servants (PNS), those on contract (PPPK), and other staff. */
export type EmployeeKind = 'pns' | 'pppk' | 'honorer'

/** `cltn` is unpaid leave outside the service; the rest after it have left. */
export type EmployeeStatus = 'active' | 'cltn' | 'retired' | 'moved' | 'dismissed' | 'deceased'

/** Kinds of entries in somebody's history; `personal` are corrections of the person's own data. */
export type RecordKind = 'rank' | 'position' | 'salary-increase' | 'education' | 'training' | 'performance' | 'award' | 'discipline' | 'family' | 'other' | 'personal'

/** Somebody who works for the government, as other modules may know them: no NIK, no address, no birth date. */
export interface Employee {
  id: string
  /** With titles, e.g. `Dra. Endang Kusumastuti, M.Si.` */
  name: string
  nip: string | null
  kind: EmployeeKind
  status: EmployeeStatus
  unitId: string
  accountId: string | null
  /** Title of the position by the newest decree; who is in charge on a day is asked of `organisation.posts`. */
  position: string | null
  /** Golongan, e.g. `III/a` or `IX`. */
  grade: string | null
  /** First day in service. */
  enteredOn: string | null
}

/** Who works here, for modules that write to them, count their days or plan with them. */
export interface Employees {
  /** By id; ids nobody has are left out. */
  byId(db: Db | Tx, ids: readonly string[]): Promise<Map<string, Employee>>
  /** By account id; accounts of nobody in service are left out. */
  byAccount(db: Db | Tx, accountIds: readonly string[]): Promise<Map<string, Employee>>
  /** In service in these units, by name; `limit` at most. */
  serving(db: Db | Tx, unitIds: readonly string[], limit: number): Promise<Employee[]>
}

/** An entry of a history with the decree it rests on; `content` is what the parts of that kind store. */
export interface Entry {
  kind: RecordKind
  decreeNumber: string | null
  decreeOn: string | null
  official: string | null
  since: string | null
  until: string | null
  content: Record<string, unknown>
  fileId: string | null
}

/** Writes histories for others: a decree that was signed as a letter becomes its row. */
export interface Histories {
  /** Answers the id of the record, verified at once; what it changes about the person is changed with it. */
  add(tx: Tx, employeeId: string, entry: Entry): Promise<string>
}

export const employees = port<Employees>('personnel.employees')
export const histories = port<Histories>('personnel.histories')

/** A verified record was added or changed, or a proposed one accepted. */
export const recordVerified = event<{ employeeId: string; recordId: string; kind: RecordKind }>('personnel.record-verified')
