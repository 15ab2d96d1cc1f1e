import type { Absences } from './contract.ts'
import { absencesOf } from './store.ts'

/** Who is away on leave, for other modules. */
export const absencesFound: Absences = {
  between: (db, employeeIds, from, until) => (employeeIds.length === 0 ? Promise.resolve([]) : absencesOf(db, employeeIds, { from, until })),
}
