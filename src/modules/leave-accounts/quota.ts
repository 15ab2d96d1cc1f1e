import type { Use, YearBalance } from './contract.ts'

/** Annual leave by kind of employee: reference list `leave-quota`, in working days. */
export interface Quota {
  /** Each year's own. */
  days: number
  /** How many of what is left go into the next year. */
  carry: number
  /** How many there may be in a year, carried ones included. */
  most: number
  /** The same where leave was deferred in writing, or not used at all for `idleYears`. */
  mostDeferred: number
  idleYears: number
  /** Years of service before there is any. */
  years: number
  /** Whether cuti bersama is taken from it; for PNS it never is. */
  joint: boolean
}

/** Days somebody used or asked for in a year. */
export type Charge = Pick<Use, 'year' | 'days' | 'pending'> & { id: string }

/** What is known about somebody's annual leave. */
export interface Ledger {
  /** First year that is kept here; years before count as far as their rest was entered. */
  since: number
  /** First day on which there is a right to it; null when it is not known that there was none. */
  entitledFrom: string | null
  /** Days left of a year, as an officer entered them. */
  left: ReadonlyMap<number, number>
  /** Days of a year deferred in writing. */
  deferred: ReadonlyMap<number, number>
  uses: readonly Charge[]
  /** Years whose annual leave went with cuti besar. */
  cleared: ReadonlySet<number>
  /** Working days of cuti bersama by year. */
  joint: ReadonlyMap<number, number>
}

/** A year's account with how many years up to it passed without a day of leave. */
interface YearAccount extends YearBalance {
  idleRun: number
}

const none: YearAccount = { year: 0, own: 0, joint: 0, carried: 0, lapsed: 0, deferred: 0, idle: false, cleared: false, used: 0, pending: 0, left: 0, over: 0, idleRun: 0, leftOwn: 0 }

/** Accounts of the years up to `until`, the earliest one known first. Carried days are used before a year's own. */
export function balances(quota: Quota, ledger: Ledger, until: number): YearBalance[] {
  const found: YearAccount[] = []
  const first = Math.min(until, ledger.since, ...ledger.left.keys(), ...ledger.uses.map(use => use.year))
  for (let year = first; year <= until; year++) found.push(yearBalance(quota, ledger, year, found.at(-1) ?? { ...none, year: year - 1 }))
  return found
}

function yearBalance(quota: Quota, ledger: Ledger, year: number, before: YearAccount): YearAccount {
  const entitled = ledger.entitledFrom === null || ledger.entitledFrom <= `${year}-12-31`
  // Of a year before the first one kept, nothing is known but what was entered.
  const known = year >= ledger.since || ledger.left.has(year)
  const full = entitled && known ? quota.days : 0
  const joint = quota.joint ? Math.min(full, ledger.joint.get(year) ?? 0) : 0
  const own = full - joint
  const carrying = carriedFrom(quota, ledger, before)
  const cleared = ledger.cleared.has(year)
  const sum = (pending: boolean) => ledger.uses.reduce((total, use) => total + (use.year === year && use.pending === pending ? use.days : 0), 0)
  const [used, pending] = [sum(false), sum(true)]
  const entered = ledger.left.get(year)
  if (entered !== undefined) {
    const leftOwn = Math.min(own, entered)
    const idleRun = leftOwn === own && own > 0 ? before.idleRun + 1 : 0
    return { ...none, ...carrying, year, own, joint, used: own - leftOwn, left: leftOwn + (idleRun > 0 ? carrying.carried : 0), leftOwn, idleRun }
  }
  const right = cleared ? 0 : own + carrying.carried
  const left = Math.max(0, right - used - pending)
  const leftOwn = cleared ? 0 : Math.min(own, left)
  const idleRun = used + pending === 0 && own > 0 && !cleared ? before.idleRun + 1 : 0
  return { ...none, ...carrying, year, own, joint, cleared, used, pending, left, leftOwn, idleRun, over: cleared || !known ? 0 : Math.max(0, used + pending - right) }
}

/** What the year before leaves to this one. */
function carriedFrom(quota: Quota, ledger: Ledger, before: YearAccount): Pick<YearBalance, 'carried' | 'lapsed' | 'deferred' | 'idle'> {
  const deferred = Math.min(before.leftOwn, ledger.deferred.get(before.year) ?? 0)
  const idle = quota.idleYears > 0 && before.idleRun >= quota.idleYears
  const leftBefore = before.cleared ? 0 : Math.max(0, before.left - before.leftOwn)
  // Deferred days come beside those carried anyway; who used nothing for years keeps what was carried before as well.
  const wanted = Math.min(before.leftOwn, quota.carry + deferred) + (idle ? leftBefore : 0)
  const most = deferred > 0 || idle ? Math.max(quota.most, quota.mostDeferred) : quota.most
  const carried = Math.max(0, Math.min(wanted, most - quota.days))
  return { carried, lapsed: before.leftOwn + leftBefore - carried, deferred: Math.min(deferred, carried), idle: idle && carried > 0 }
}
