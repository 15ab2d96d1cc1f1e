import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList, type Reference } from '#platform/reference/reference.ts'
import { isWorkingDay } from '#platform/time/working-days.ts'
import { addMonths } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { uses, type Account, type Accounts, type Line, type Taken, type YearBalance } from './contract.ts'
import { balances, type Charge, type Ledger, type Quota } from './quota.ts'
import { adjustmentsOf, firstWritten, writeAdjustments, type Adjustment } from './store.ts'

type Person = Pick<Employee, 'id' | 'kind' | 'enteredOn'>

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** Everything somebody's account is made of. */
export interface Facts {
  quota: Reference<Quota> | null
  enteredOn: string | null
  taken: Taken
  adjustments: readonly Pick<Adjustment, 'id' | 'year' | 'kind' | 'days' | 'basis'>[]
  /** First year that is kept here. */
  since: number
  /** Working days of cuti bersama by year. */
  joint: ReadonlyMap<number, number>
}

/** Somebody's account out of what was taken and what officers wrote. */
export function makeAccount({ quota, enteredOn, taken, adjustments, since, joint }: Facts): Account {
  const entitledFrom = enteredOn && quota && addMonths(enteredOn, quota.value.years * 12)
  const daysOf = (kind: Adjustment['kind']) => {
    const days = new Map<number, number>()
    for (const entry of adjustments) if (entry.kind === kind) days.set(entry.year, (days.get(entry.year) ?? 0) + entry.days)
    return days
  }
  const charges: Charge[] = [
    ...taken.uses.map(({ requestId, year, days, pending }) => ({ id: requestId, year, days, pending })),
    ...adjustments.filter(({ kind }) => kind === 'used').map(({ id, year, days }) => ({ id, year, days, pending: false })),
  ]
  const ledger: Ledger = { since, entitledFrom, left: daysOf('left'), deferred: daysOf('deferred'), uses: charges, cleared: new Set(taken.cleared), joint }
  return {
    quota: quota && { id: quota.id, days: quota.value.days, carry: quota.value.carry, legalBasis: quota.legalBasis, verified: quota.verified },
    entitledFrom,
    lastYear: charges.length > 0 ? Math.max(...charges.map(charge => charge.year)) : null,
    years(until, instead) {
      if (!quota) return []
      const other = instead ? [...charges.filter(charge => charge.id !== instead.requestId), ...Object.entries(instead.charges).map(([year, days]) => ({ id: instead.requestId, year: Number(year), days, pending: true }))] : charges
      return balances(quota.value, { ...ledger, uses: other }, until)
    },
    lines: balance => linesOf(balance, taken, adjustments),
  }
}

/** A day as sentences print it: noon, so that no zone moves it. */
const printed = (day: string): number => Date.parse(`${day}T12:00:00Z`)

const line = (text: string, days: number, values: Line['values'] = {}, more: Partial<Line> = {}): Line => ({ text, values, days, note: null, requestId: null, ...more })

function linesOf(balance: YearBalance, { uses }: Taken, adjustments: Facts['adjustments']): Line[] {
  const { year, own, joint, carried, lapsed } = balance
  const values = { year: String(year), before: String(year - 1) }
  const lines = [line('Hak cuti tahunan {year}', own + joint, values)]
  if (joint > 0) lines.push(line('Cuti bersama {year}', -joint, values))
  if (carried > 0 || lapsed > 0) lines.push(line('Sisa {before} yang dibawa', carried, values, { note: carriedNote(balance) }))
  if (balance.cleared) lines.push(line('Hapus karena cuti besar pada tahun ini', Math.min(0, balance.used + balance.pending - own - carried)))
  if (adjustments.some(one => one.kind === 'left' && one.year === year)) return [...lines, line('Sudah dipakai menurut catatan pengelola kepegawaian', -balance.used)]
  for (const one of adjustments) if (one.kind === 'used' && one.year === year) lines.push(line('Dipakai, dicatat pengelola kepegawaian', -one.days, {}, { note: one.basis ? { text: '{basis}', values: { basis: one.basis } } : null }))
  for (const use of uses.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (use.year === year) lines.push(line('Cuti {from, date, long} sampai {until, date, long}', -use.days, { from: printed(use.from), until: printed(use.until) }, { requestId: use.requestId, note: use.pending ? { text: 'diajukan' } : null }))
  return lines
}

/** Why more or less than usual was carried. */
function carriedNote({ deferred, idle, lapsed }: YearBalance): Line['note'] {
  if (idle) return { text: 'tidak dipakai selama dua tahun atau lebih; {lapsed, plural, =0 {semua dibawa} other {# hari tidak dapat dibawa}}', values: { lapsed } }
  if (deferred > 0) return { text: '{deferred} hari ditangguhkan; {lapsed, plural, =0 {semua dibawa} other {# hari tidak dapat dibawa}}', values: { deferred, lapsed } }
  return lapsed > 0 ? { text: '{lapsed} hari tidak dapat dibawa', values: { lapsed } } : null
}

/** Working days of cuti bersama by year, as far as they are known. */
async function jointDays(db: Db | Tx, day: string): Promise<Map<number, number>> {
  const joint = new Map<number, number>()
  for (const { code, value } of await referenceList<{ kind?: string }>(db, 'holidays', `${yearOf(day) + 1}-12-31`))
    if (value.kind === 'cuti-bersama' && isWorkingDay(code, new Set())) joint.set(yearOf(code), (joint.get(yearOf(code)) ?? 0) + 1)
  return joint
}

/** Annual leave, for the module that grants it and for officers. */
export const makeAccounts = ({ ask }: Pick<Services, 'ask'>): Accounts => ({
  async of(db, people: readonly Person[], day) {
    const ids = people.map(({ id }) => id)
    const port = ask(uses)
    const [quotas, taken, entries, asked, written, joint] = await Promise.all([referenceList<Quota>(db, 'leave-quota', day), port.of(db, ids), adjustmentsOf(db, ids), port.since(db), firstWritten(db), jointDays(db, day)])
    const byPerson = Map.groupBy(entries, entry => entry.employeeId)
    const first = [asked, written].filter(at => at !== null).map(at => at.getUTCFullYear())
    const since = Math.min(yearOf(day), ...first)
    return new Map(people.map(({ id, kind, enteredOn }) => [id, makeAccount({
      quota: quotas.find(quota => quota.code === kind) ?? null, enteredOn, taken: taken.get(id) ?? { uses: [], cleared: [] }, adjustments: byPerson.get(id) ?? [], since, joint,
    })]))
  },
  async defer(tx, { employeeId, requestId, charges, basis, by }) {
    await writeAdjustments(tx, Object.entries(charges).map(([year, days]) => ({ employeeId, year: Number(year), kind: 'deferred' as const, days, basis, by, requestId })))
  },
})
