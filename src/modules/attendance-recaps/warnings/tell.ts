import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { addDays, addMonths, dayIn } from '#platform/time/zone.ts'
import type { Db } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { attendance, type Day } from '#modules/attendance/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { governmentDirectory, posts, unitDirectory, type Head, type UnitTree } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { agenciesOf, unitsOfAgency } from '../parts/here.ts'
import { disciplineOn } from '../rules.ts'
import { absenceInRow, absenceOfYear, warningsOf } from '../rules/discipline.ts'
import { isTimed, type Counts } from '../rules/recap.ts'
import { silence } from '../rules/silence.ts'
import { correctedSince, countsBetween, insertWarnings, type ToldWarning } from '../store.ts'

type Means = Pick<Services, 'database' | 'ask'>

/** Days back in which a row of absent days is looked for; the longest that counts is ten working days. */
const rowDays = 45
const batch = 500
const most = 100_000

/** What is known of somebody's absence on a day; whole years of days of many people are not kept. */
interface Standing {
  employee: Employee
  /** Months settled in this year, as they were closed. */
  settled: Counts[]
  /** Days of absence of this year that no settled month counts, and minutes missed on such days. */
  absent: string[]
  minutes: number
  /** The last weeks, for days in a row. */
  recent: Pick<Day, 'day' | 'state'>[]
}

/** Absence of an agency's people in the year of `today`: settled months as they were closed, the rest day by day. Days on which nobody was recorded say nothing of anybody. */
async function standings(db: Db, { ask }: Pick<Services, 'ask'>, staff: readonly Employee[], today: string, now: Date): Promise<Standing[]> {
  const year = `${today.slice(0, 4)}-01-01`
  const settled = Map.groupBy(await countsBetween(db, staff.map(({ id }) => id), year, today), ({ employeeId }) => employeeId)
  const months = new Map([...settled].map(([id, own]) => [id, new Set(own.map(({ month }) => month.slice(0, 7)))]))
  // From the first month that somebody has not settled; what is settled is not read again.
  let first = year
  while (first < today && staff.every(({ id }) => months.get(id)?.has(first.slice(0, 7)))) first = addMonths(first, 1)
  const recently = addDays(today, -rowDays)
  const corrected = new Map((await correctedSince(db, staff.map(({ id }) => id), recently)).map(({ employeeId, day, state }) => [`${employeeId} ${day}`, state]))
  const found: Standing[] = []
  const heard = silence()
  for (let at = 0; at < staff.length; at += batch) {
    const part = staff.slice(at, at + batch)
    const days = await ask(attendance).daysOf(db, { employeeIds: part.map(({ id }) => id) }, first < recently ? first : recently, addDays(today, -1), now)
    for (const employee of part) {
      const own = days.get(employee.id) ?? []
      heard.add(own)
      const open = own.filter(({ day }) => day >= year && !months.get(employee.id)?.has(day.slice(0, 7)))
      found.push({
        employee, settled: (settled.get(employee.id) ?? []).map(({ counts }) => counts),
        absent: open.filter(({ state }) => state === 'absent').map(({ day }) => day), minutes: open.filter(isTimed).reduce((sum, { late, early }) => sum + late + early, 0),
        recent: own.filter(({ day }) => day >= recently).map(({ day, state }) => ({ day, state: corrected.get(`${employee.id} ${day}`) ?? state })),
      })
    }
  }
  const silent = new Set(heard.silent())
  return found.map(one => ({ ...one, absent: one.absent.filter(day => !silent.has(day)), recent: one.recent.filter(({ day }) => !silent.has(day)) }))
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
    for (const { employee, settled, absent, minutes, recent } of await standings(db, { ask }, staff, today, now)) {
      const row = absenceInRow(recent)
      const count = { ...absenceOfYear(rule, [...settled, { absent: absent.length, late: { n: 0, minutes }, early: { n: 0, minutes: 0 } }]), ...row }
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
