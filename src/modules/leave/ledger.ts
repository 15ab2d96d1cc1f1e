import type { Db, Tx } from '#platform/db/database.ts'
import { addMonths } from '#platform/time/zone.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { yearOf } from './days.ts'
import { isGranted, isWaiting, type Request } from './leave.ts'
import { balances, type Ledger, type YearBalance } from './quota.ts'
import type { Calendar, QuotaVersion, Rules } from './rules.ts'
import { adjustmentsOf, keptSince, requestsOf, type Adjustment } from './store.ts'

/** Somebody's leave: what was asked for, what officers wrote, and what follows for the annual quota. */
export interface Account {
  requests: readonly Request[]
  adjustments: readonly Adjustment[]
  quota: QuotaVersion | null
  ledger: Ledger
}

/** Accounts of these people by id, in a fixed number of queries. */
export async function accountsOf(db: Db | Tx, people: readonly Pick<Employee, 'id' | 'kind' | 'enteredOn'>[], rules: Rules, calendar: Calendar, today: string): Promise<Map<string, Account>> {
  const ids = people.map(({ id }) => id)
  const [requests, adjustments, since] = await Promise.all([requestsOf(db, ids), adjustmentsOf(db, ids), keptSince(db)])
  const asked = Map.groupBy(requests, request => request.employeeId)
  const written = Map.groupBy(adjustments, one => one.employeeId)
  return new Map(people.map(person => {
    const own = asked.get(person.id) ?? []
    const entries = written.get(person.id) ?? []
    return [person.id, { requests: own, adjustments: entries, quota: rules.quotas[person.kind] ?? null, ledger: ledgerOf(person, own, entries, rules, calendar, since ?? yearOf(today)) }]
  }))
}

function ledgerOf({ enteredOn }: Pick<Employee, 'enteredOn'>, requests: readonly Request[], entries: readonly Adjustment[], rules: Rules, calendar: Calendar, since: number): Ledger {
  const years = rules.kinds.find(kind => kind.quota)?.years ?? 0
  const clearing = new Set(rules.kinds.filter(kind => kind.clearsAnnual).map(kind => kind.code))
  const daysOf = (kind: Adjustment['kind']) => {
    const days = new Map<number, number>()
    for (const entry of entries) if (entry.kind === kind) days.set(entry.year, (days.get(entry.year) ?? 0) + entry.days)
    return days
  }
  return {
    since,
    entitledFrom: enteredOn && addMonths(enteredOn, years * 12),
    left: daysOf('left'),
    deferred: daysOf('deferred'),
    uses: [
      ...requests.filter(({ state }) => isGranted(state) || isWaiting(state)).flatMap(({ id, charges, state }) => Object.entries(charges).map(([year, days]) => ({ id, year: Number(year), days, pending: isWaiting(state) }))),
      ...entries.filter(({ kind }) => kind === 'used').map(({ id, year, days }) => ({ id, year, days, pending: false })),
    ],
    cleared: new Set(requests.filter(({ kind, state }) => isGranted(state) && clearing.has(kind)).map(({ from }) => yearOf(from))),
    joint: calendar.joint,
  }
}

/** The account of a year and those before it; nothing for whom no quota was set. */
export const balancesOf = ({ quota, ledger }: Account, until: number): YearBalance[] => (quota ? balances(quota, ledger, until) : [])

/** The same without one request, or with other days for it. */
export const accountWith = (account: Account, id: string, charges: Request['charges']): Account => ({
  ...account,
  ledger: { ...account.ledger, uses: [...account.ledger.uses.filter(use => use.id !== id), ...Object.entries(charges).map(([year, days]) => ({ id, year: Number(year), days, pending: true }))] },
})
