import { addDays, addMonths, dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import type { Area } from '#platform/geo/area.ts'
import { employees } from '#modules/personnel/contract.ts'
import { begin, fillCycle, publish, write } from '#modules/rosters/planning.ts'
import { insertShift, membersOf, rosterById, setMembers, shiftsOf } from '#modules/rosters/store.ts'
import { insertPermit, insertPlace } from '#modules/schedules/places/store.ts'
import { insertAssignment } from '#modules/schedules/store.ts'
import type { Place } from './units.ts'

/** Offices of Kabupaten Tegal about where they are; the points are for show. */
const offices: { unit: string; name: string; latitude: number; longitude: number; radius: number }[] = [
  { unit: 'diskominfo', name: 'Kantor Diskominfo', latitude: -6.9819, longitude: 109.1391, radius: 100 },
  { unit: 'dpu', name: 'Kantor DPU', latitude: -6.9857, longitude: 109.1376, radius: 120 },
  { unit: 'bkpsdm', name: 'Kantor BKPSDM', latitude: -6.9793, longitude: 109.1418, radius: 100 },
  { unit: 'dinkes', name: 'Kantor Dinas Kesehatan', latitude: -6.9838, longitude: 109.1402, radius: 100 },
  { unit: 'satpolpp', name: 'Markas Satpol PP', latitude: -6.9805, longitude: 109.1423, radius: 120 },
  { unit: '33.28.10', name: 'Kantor Kecamatan Slawi', latitude: -6.9872, longitude: 109.1349, radius: 100 },
]

/** The square before the regent's office and the offices around it, where the Monday roll call is held. */
const complex: Area = { kind: 'polygon', corners: [[-6.9812, 109.1386], [-6.9812, 109.1421], [-6.9841, 109.1424], [-6.9844, 109.1388]].map(([latitude = 0, longitude = 0]) => ({ latitude, longitude })) }

/** Units on duty day and night, with their shifts and the cycle they work. */
const guards = [
  { unit: 'satpolpp', cycle: 'P-P-S-S-M-M-L-L', shifts: [['P', 'Pagi', '07:00', '14:00', 420], ['S', 'Siang', '14:00', '21:00', 420], ['M', 'Malam', '21:00', '07:00', 600]] },
  { unit: '33.28.10', cycle: 'R-R-R-M-L-L', shifts: [['R', 'Piket pagi', '07:00', '15:00', 420], ['M', 'Piket malam', '19:00', '07:00', 720]] },
] as const

/** Adds patterns, places, and published rosters of this month and the next for units that are on duty day and night. */
export async function addSchedules(services: Services, place: Place, now = new Date()): Promise<void> {
  const today = dayIn(now, place.zone)
  const month = `${today.slice(0, 7)}-01`
  const root = place.units.all.find(({ kind }) => kind === 'government')!
  await services.database.transaction(place.governmentId, async tx => {
    const set = (unitId: string, pattern: string, decreeNumber: string, from = '2024-01-01') => insertAssignment(tx, { unitId, employeeId: null, pattern, from, until: null, decreeNumber, decreeOn: '2023-12-18', by: null })
    await set(root.id, 'lima-hari', '100.3.3.2/1204/2023')
    await set(place.unit('diskominfo').id, 'lima-hari-fleksibel', '800/417/2025', '2025-03-01')
    await set(place.unit('dikbud').id, 'enam-hari', '100.3.3.2/1205/2023')
    for (const { unit, name, latitude, longitude, radius } of offices)
      await insertPlace(tx, place.unit(unit).id, { name, address: place.units.byId(place.unit(unit).id)?.address ?? null, area: { kind: 'circle', centre: { latitude, longitude }, radius }, everyone: true, from: '2024-01-01', until: null }, null)
    await insertPlace(tx, root.id, { name: 'Kompleks Kantor Bupati', address: 'Jalan dr. Soetomo 1, Slawi', area: complex, everyone: true, from: '2024-01-01', until: null }, null)
    const field = await insertPlace(tx, place.unit('dpu').id, { name: 'Tugas lapangan', address: null, area: { kind: 'region' }, everyone: false, from: '2024-01-01', until: null }, null)
    const [fieldStaff] = await services.ask(employees).serving(tx, place.units.below(place.unit('dpu').id), 1)
    if (fieldStaff?.accountId) await insertPermit(tx, { placeId: field, unitId: null, employeeId: fieldStaff.id, from: month, until: addDays(addMonths(month, 3), -1), basis: 'Surat tugas 800/512/2026', by: fieldStaff.accountId })
    for (const guard of guards) {
      const unitId = place.unit(guard.unit).id
      const people = await services.ask(employees).serving(tx, place.units.below(unitId), 12)
      if (people.length === 0) continue
      for (const [letter, name, starts, ends, minutes] of guard.shifts) await insertShift(tx, unitId, { letter, name, starts, ends, minutes, onHolidays: true }, null)
      const shifts = await shiftsOf(tx, [unitId])
      const writing = { by: null, reason: null, byLetter: new Map(shifts.map(one => [one.letter, one])), byId: new Map(shifts.map(one => [one.id, one])) }
      const length = guard.cycle.split('-').length
      for (const first of [month, addMonths(month, 1)]) {
        const id = (await begin(tx, unitId, first, null))!
        if (first === month) await setMembers(tx, id, people.map(({ id: employeeId }, i) => ({ employeeId, turn: Math.floor((i * length) / people.length) })))
        await fillCycle(tx, (await rosterById(tx, id))!, guard.cycle, first, writing)
        await publish(tx, { ask: services.ask, now }, (await rosterById(tx, id))!, null)
        // Somebody could not come and another day was found.
        const [one] = await membersOf(tx, id)
        if (first === month && one) await write(tx, (await rosterById(tx, id))!, [{ employeeId: one.employeeId, day: today, letter: '', name: '' }], { ...writing, reason: 'Mendampingi orang tua di rumah sakit' })
      }
      await begin(tx, unitId, addMonths(month, 2), null)
    }
  })
}
