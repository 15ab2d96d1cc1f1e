import { sql } from 'kysely'
import { addMonths, dayIn, fromLocal } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { plainScan } from '#modules/attendance/check-in/record.ts'
import { isDuty } from '#modules/attendance/day.ts'
import { insertScans, openMonths } from '#modules/attendance/store.ts'
import { close } from '#modules/attendance-recaps/closing/close.ts'
import { deadlineOf, lastDayOf } from '#modules/attendance-recaps/rules.ts'
import { closingOf, insertClosing } from '#modules/attendance-recaps/store.ts'
import { tellOfDiscipline } from '#modules/attendance-recaps/warnings/tell.ts'
import { employees } from '#modules/personnel/contract.ts'
import { workingTimes } from '#modules/schedules/contract.ts'
import type { Place } from './units.ts'

const minute = 60_000

/** Allowance of the position classes 1 to 17, in rupiah. */
const bases = ['1100000', '1200000', '1300000', '1450000', '1700000', '1950000', '2300000', '2700000', '3200000', '3800000', '4600000', '5900000', '7400000', '9800000', '13500000', '18500000', '24000000']

/** Adds last month of two agencies, recorded by their fingerprint devices, and closes that of one: somebody late now and then, one who forgot a scan, one who stayed away twice. */
export async function addAttendanceRecaps(services: Services, place: Place, now = new Date()): Promise<void> {
  const { ask, database } = services
  const agency = place.unit('bkpsdm')
  const recorded = [agency, place.unit('diskominfo')]
  const month = addMonths(`${dayIn(now, place.zone).slice(0, 7)}-01`, -1)
  await database.transaction(place.governmentId, async tx => {
    const people = await ask(employees).serving(tx, recorded.flatMap(({ id }) => place.units.below(id)), 500)
    const closing = new Set(place.units.below(agency.id))
    const windows = await ask(workingTimes).of(tx, { employeeIds: people.map(({ id }) => id) }, month, lastDayOf(month))
    const absentee = people.findLast(({ kind, unitId }) => kind === 'pns' && closing.has(unitId))
    const scans = people.flatMap((person, i) => (windows.get(person.id) ?? []).filter(isDuty).flatMap((window, day) => {
      if (person.id === absentee?.id && (day === 7 || day === 8)) return []
      const turn = (i * 7 + day * 3) % 29
      const came = new Date(turn === 5 ? window.latestStart.getTime() + (8 + i * 3) * minute : window.startsAt.getTime() - (3 + turn) * minute)
      const went = new Date(window.endsAt.getTime() + (turn === 11 ? -20 : 2 + turn) * minute)
      const scan = (at: Date, direction: 'in' | 'out') => plainScan({ employeeId: person.id, unitId: person.unitId, at, direction, way: 'device-import' })
      return turn === 17 && i % 4 === 0 ? [scan(came, 'in')] : [scan(came, 'in'), scan(went, 'out')]
    }))
    await openMonths(tx, [fromLocal(`${month}T12:00`, place.zone)])
    for (let at = 0; at < scans.length; at += 2000) await insertScans(tx, scans.slice(at, at + 2000))
    // Of the demo, and no region's: amounts are set by regulations of the regional head.
    for (const [i, amount] of bases.entries())
      await sql`insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values (${place.governmentId}, 'tpp-base', ${String(i + 1)}, ${JSON.stringify({ amount })}::jsonb, 'Angka peragaan; ditetapkan peraturan kepala daerah tentang TPP', false, '2026-01-01')`.execute(tx)
    await insertClosing(tx, { unitId: agency.id, month, deadline: await deadlineOf(tx, month), by: null })
    await close(tx, { ask, now }, place.units, (await closingOf(tx, agency.id, month))!, { by: null, remarks: null })
  })
  await tellOfDiscipline(services, place.governmentId, now)
}
