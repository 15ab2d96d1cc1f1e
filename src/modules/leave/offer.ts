import type { Uses } from '#modules/leave-accounts/contract.ts'
import type { Absences } from './contract.ts'
import { yearOf } from './days.ts'
import { isGranted, isWaiting } from './leave.ts'
import { kindsOn } from './rules.ts'
import { absencesOf, awayIn, firstAsked, requestsOf } from './store.ts'

/** Who is away on leave, for other modules. */
export const absencesFound: Absences = {
  between: (db, employeeIds, from, until) => (employeeIds.length === 0 ? Promise.resolve([]) : absencesOf(db, employeeIds, { from, until })),
}

/** Which days were taken, for the accounts. */
export const usesFound: Uses = {
  away: (db, unitIds, from, until) => awayIn(db, unitIds, { from, until }),
  async of(db, employeeIds) {
    const [requests, kinds] = await Promise.all([requestsOf(db, employeeIds), kindsOn(db, new Date().toISOString().slice(0, 10))])
    const clearing = new Set(kinds.filter(kind => kind.clearsAnnual).map(kind => kind.code))
    const taken = requests.filter(({ state }) => isGranted(state) || isWaiting(state))
    return new Map([...Map.groupBy(taken, request => request.employeeId)].map(([id, own]) => [id, {
      uses: own.flatMap(({ id: requestId, from, until, charges, state }) => Object.entries(charges).map(([year, days]) => ({ requestId, from, until, year: Number(year), days, pending: isWaiting(state) }))),
      cleared: own.filter(({ kind, state }) => isGranted(state) && clearing.has(kind)).map(({ from }) => yearOf(from)),
    }]))
  },
  since: firstAsked,
}
