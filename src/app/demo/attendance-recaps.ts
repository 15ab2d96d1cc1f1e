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
    await insertClosing(tx, { unitId: agency.id, month, deadline: await deadlineOf(tx, month), by: null })
    await close(tx, { ask, now }, place.units, (await closingOf(tx, agency.id, month))!, { by: null, remarks: null })
  })
  await tellOfDiscipline(services, place.governmentId, now)
}
