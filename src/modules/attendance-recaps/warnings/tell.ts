import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import type { Db } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { attendance } from '#modules/attendance/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { governmentDirectory, posts, unitDirectory, type Head, type UnitTree } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { silentDays } from '../closing/close.ts'
import { agenciesOf, unitsOfAgency } from '../parts/here.ts'
import { addDays, disciplineOn } from '../rules.ts'
import { absenceInRow, absenceOfYear, warningsOf } from '../rules/discipline.ts'
import { countsOf, keptDay, type Counts, type KeptDay } from '../rules/recap.ts'
import { countsBetween, insertWarnings, type ToldWarning } from '../store.ts'

type Means = Pick<Services, 'database' | 'ask'>

/** Days back in which a row of absent days is looked for; the longest that counts is ten working days. */
const rowDays = 45
const batch = 500
const most = 100_000

/** What is known of somebody's absence on a day. */
interface Standing {
  employee: Employee
  /** Months settled in this year (`2026-10`), and days that reach from the first one that is not to yesterday. */
  months: ReadonlyMap<string, Counts>
  days: KeptDay[]
}

/** Absence of an agency's people in the year of `today`: settled months as they were closed, the rest day by day. Days on which nobody was recorded say nothing of anybody. */
async function standings(db: Db, { ask }: Pick<Services, 'ask'>, staff: readonly Employee[], today: string, now: Date): Promise<Standing[]> {
  const year = `${today.slice(0, 4)}-01-01`
  const settled = Map.groupBy(await countsBetween(db, staff.map(({ id }) => id), year, today), ({ employeeId }) => employeeId)
  const known = new Map(staff.map(one => [one.id, new Set((settled.get(one.id) ?? []).map(({ month }) => month))]))
  // From the first month that somebody has not settled; what is settled is not read again.
  let first = year
  while (first < today && staff.every(({ id }) => known.get(id)!.has(first))) first = addMonths(first, 1)
  const from = [first, addDays(today, -rowDays)].toSorted()[0]!
  const found: Standing[] = []
  for (let at = 0; at < staff.length; at += batch) {
    const part = staff.slice(at, at + batch)
    const days = await ask(attendance).daysOf(db, { employeeIds: part.map(({ id }) => id) }, from, addDays(today, -1), now)
    for (const employee of part) found.push({ employee, months: new Map((settled.get(employee.id) ?? []).map(({ month, counts }) => [month.slice(0, 7), counts])), days: (days.get(employee.id) ?? []).map(keptDay) })
  }
  const silent = new Set(silentDays(found.map(({ days }) => days)))
  return found.map(one => ({ ...one, days: one.days.filter(({ day }) => !silent.has(day)) }))
}

/** Who is told about somebody: the head of their unit or of the next one above it, but never the person. */
function headFor(units: UnitTree, heads: ReadonlyMap<string, Head>, { id, accountId, unitId }: Employee): Head | null {
  const isSelf = ({ inCharge }: Head) => inCharge?.employeeId === id || (accountId !== null && inCharge?.accountId === accountId)
  return units.ancestors(unitId).toReversed().flatMap(unit => heads.get(unit.id) ?? []).find(head => head.inCharge?.accountId && !isSelf(head)) ?? null
}

/** Tells superiors, once for each, of thresholds that come near or were crossed; answers how many warnings were new. */
export async function tellOfDiscipline({ database, ask }: Means, governmentId: string, now: Date): Promise<number> {
  const government = await ask(governmentDirectory).byId(governmentId)
  if (!government) return 0
  const today = dayIn(now, government.zone)
  const db = database.of(governmentId)
  const [{ rule, thresholds }, units] = [await disciplineOn(db, today), await ask(unitDirectory).of(governmentId)]
  if (!rule || thresholds.length === 0) return 0
  const heads = await ask(posts).heads(db, units.all.map(({ id }) => id), today)
  const basis = new Map(thresholds.map(({ code, legalBasis }) => [code, legalBasis]))
  let told = 0
  for (const agency of agenciesOf(units, units.all.map(({ id }) => id))) {
    const staff = (await ask(employees).serving(db, unitsOfAgency(units, agency.id), most)).filter(({ kind }) => rule.kinds.includes(kind))
    const warnings: Omit<ToldWarning, 'id'>[] = []
    for (const { employee, months, days } of await standings(db, { ask }, staff, today, now)) {
      const open = days.filter(({ day }) => day.startsWith(today.slice(0, 4)) && !months.has(day.slice(0, 7)))
      const row = absenceInRow(days)
      const count = { ...absenceOfYear(rule, [...months.values(), countsOf(open)]), ...row }
      const head = headFor(units, heads, employee)
      for (const { threshold: { code, ...threshold }, state, days: n } of warningsOf(rule, thresholds, count))
        warnings.push({ employeeId: employee.id, unitId: employee.unitId, code, since: threshold.counts === 'row' ? (row.rowSince ?? today) : `${today.slice(0, 4)}-01-01`, state, days: n, threshold: { counts: threshold.counts, from: threshold.from, level: threshold.level, sanction: threshold.sanction, legalBasis: basis.get(code) ?? '' }, onDay: today, postId: head?.postId ?? null })
    }
    told += await tell({ database, ask }, governmentId, units, heads, new Map(staff.map(one => [one.id, one])), warnings)
  }
  return told
}

/** Writes down what is new and tells of the gravest of it. */
async function tell({ database, ask }: Means, governmentId: string, units: UnitTree, heads: ReadonlyMap<string, Head>, staff: ReadonlyMap<string, Employee>, warnings: readonly Omit<ToldWarning, 'id'>[]): Promise<number> {
  if (warnings.length === 0) return 0
  return database.transaction(governmentId, async tx => {
    const fresh = await insertWarnings(tx, warnings)
    for (const [employeeId, own] of Map.groupBy(fresh, one => one.employeeId)) {
      const employee = staff.get(employeeId)
      // Several at once, e.g. when presence is kept for the first time, are one message: what lies ahead before what was crossed.
      const gravest = own.toSorted((a, b) => a.state.localeCompare(b.state) || a.threshold.from - b.threshold.from)
      const one = gravest.findLast(({ state }) => state === 'near') ?? gravest.at(-1)
      if (!employee || !one) continue
      const head = headFor(units, heads, employee)
      const officers = head ? [] : (await ask(people).holding(tx, 'attendance.manage', employee.unitId)).map(({ id }) => id)
      await notify(tx, (head?.inCharge?.accountId ? [head.inCharge.accountId] : officers).filter(id => id !== employee.accountId), {
        text: one.state === 'near'
          ? '{name} sudah {days} hari tidak hadir tanpa keterangan; pada {from} hari dapat dijatuhi hukuman: {sanction}. Panggil dan periksa sebelum itu.'
          : '{name} {days} hari tidak hadir tanpa keterangan, melampaui batas {from} hari: {sanction}. Mulai pemeriksaan sesuai aturan disiplin.',
        values: { name: employee.name, days: one.days, from: one.threshold.from, sanction: one.threshold.sanction }, href: `/kerja/presensi/rekap/peringatan?unit=${employee.unitId}`,
      })
    }
    return fresh.length
  })
}

/** Every night after the last windows have closed. */
export const tellJob: Job = {
  name: 'attendance-recaps.tell-of-discipline',
  every: '30 19 * * *',
  expires: 3600,
  run: ({ services, now }) => everyGovernment(services, async id => void (await tellOfDiscipline(services, id, now))),
}
