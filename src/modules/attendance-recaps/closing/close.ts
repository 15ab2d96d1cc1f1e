import type { Db, Tx } from '#platform/db/database.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { basesOf } from '../allowance.ts'
import { unitsOfAgency } from '../parts/here.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { eachMonth, type Around } from '../reading.ts'
import { cutTableOf, lastDayOf } from '../rules.ts'
import { sumOf, undecided, type Counts } from '../rules/recap.ts'
import { silence } from '../rules/silence.ts'
import { closeMonth, insertRecaps, keptIn, type Closing, type NewRecap } from '../store.ts'

/** People of one agency at most. */
const most = 100_000

/** People frozen at a time. */
const batch = 500

/** Somebody with days that must be looked at before the month is closed. */
export interface OpenPerson {
  employee: Employee
  counts: Counts
}

/** What a month of an agency still lacks. */
export interface OpenMonth {
  people: number
  sum: Counts
  /** With doubtful scans or explanations that wait; then those who forgot a scan. */
  open: OpenPerson[]
  /** Working days on which nobody of the agency was recorded: presence was hardly kept then. */
  silent: string[]
}

/** Everybody whose month an agency closes. */
export const staffOf = (db: Db | Tx, { ask }: Around, units: UnitTree, agencyId: string): Promise<Employee[]> => ask(employees).serving(db, unitsOfAgency(units, agencyId), most)

/** What is still open in a month of an agency. */
export async function openMonth(db: Db | Tx, around: Around, units: UnitTree, agencyId: string, month: string): Promise<OpenMonth> {
  const staff = await staffOf(db, around, units, agencyId)
  const byId = new Map(staff.map(one => [one.id, one]))
  const all: OpenPerson[] = []
  const heard = silence()
  await eachMonth(db, around, [...byId.keys()], month, null, (id, live) => {
    all.push({ employee: byId.get(id)!, counts: live.counts })
    heard.add(live.days)
  })
  const weight = ({ counts }: OpenPerson) => undecided(counts) * 1000 + counts.missingIn + counts.missingOut
  return { people: all.length, sum: sumOf(all.map(({ counts }) => counts)), open: all.filter(one => weight(one) > 0).toSorted((a, b) => weight(b) - weight(a) || a.employee.name.localeCompare(b.employee.name)), silent: heard.silent() }
}

/** Freezes the month of everybody in an agency who is not settled elsewhere, and closes it; answers how many people it was. */
export async function close(tx: Tx, around: Around, units: UnitTree, closing: Closing, act: { by: string | null; remarks: string | null }, tell: (done: number) => Promise<void> = async () => {}): Promise<{ people: number; undecided: number }> {
  const staff = await staffOf(tx, around, units, closing.unitId)
  const settled = new Set((await keptIn(tx, closing.month, { employeeIds: staff.map(({ id }) => id) })).map(({ employeeId }) => employeeId))
  const unitOf = new Map(staff.filter(({ id }) => !settled.has(id)).map(({ id, unitId }) => [id, unitId]))
  const [table, bases] = [await cutTableOf(tx, closing.month), await basesOf(tx, around, staff, closing.month)]
  let open = 0
  let recaps: NewRecap[] = []
  const write = async () => {
    await insertRecaps(tx, closing, table?.id ?? null, recaps)
    recaps = []
  }
  const ids = [...unitOf.keys()]
  // Days of many people are not kept at once.
  for (let at = 0; at < ids.length; at += batch) {
    await eachMonth(tx, around, ids.slice(at, at + batch), closing.month, table, (employeeId, { counts, cut, days }) => {
      open += undecided(counts)
      recaps.push({ employeeId, unitId: unitOf.get(employeeId)!, counts, cut, days, base: bases.get(employeeId) ?? null })
    })
    await write()
    await tell(Math.min(ids.length, at + batch))
  }
  await closeMonth(tx, closing.id, { ...act, undecided: open, at: around.now })
  return { people: ids.length, undecided: open }
}

/** Whether the month is over where the government is. */
export const isOver = (month: string, today: string): boolean => lastDayOf(month) < today
