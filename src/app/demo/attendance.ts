import type { Services } from '#platform/web/services.ts'
import { addDays, dayIn, fromLocal } from '#platform/time/zone.ts'
import type { Direction } from '#modules/attendance/contract.ts'
import { plainScan } from '#modules/attendance/check-in/record.ts'
import { isDuty } from '#modules/attendance/day.ts'
import { confidenceOf, type Confidence } from '#modules/attendance/signals/confidence.ts'
import { defaults } from '#modules/attendance/signals/defaults.ts'
import type { Signals } from '#modules/attendance/signals/signals.ts'
import { bandOf, traceOf } from '#modules/attendance/signals/trace.ts'
import { insertScans, openMonths, type InsertedScan } from '#modules/attendance/store.ts'
import { propose, settle } from '#modules/attendance-requests/lifecycle.ts'
import type { Request } from '#modules/attendance-requests/store.ts'
import { absences } from '#modules/leave/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { workingTimes, type DutyDay } from '#modules/schedules/contract.ts'
import { chanceOf } from './chance.ts'
import type { Place } from './units.ts'

const minute = 60_000
const most = 5000

interface Asked {
  nip: string
  kind: Request['kind']
  /** Working days before today. */
  back: number
  remarks: string
  time?: [direction: Direction, clock: string]
  /** Decided already. */
  answer?: 'accepted' | 'refused'
}

const asked: readonly Asked[] = [
  { nip: '199406072019031922', kind: 'correction', back: 3, remarks: 'Ponsel kehabisan baterai saat pulang; terlihat di buku tamu.', time: ['out', '16.10'] },
  { nip: '199109152014062962', kind: 'blankspot', back: 2, remarks: 'Pendataan di Sigedong, tidak ada sinyal sampai sore.' },
  { nip: '198803152011011909', kind: 'duty', back: 4, remarks: 'Rapat koordinasi SPBE di Semarang, surat tugas 800/611/2026.', answer: 'accepted' },
  { nip: '198109302005012912', kind: 'correction', back: 5, remarks: 'Lupa menekan tombol saat datang.', time: ['in', '07.25'], answer: 'accepted' },
]

/** The working day so many before a day; holidays are not known here. */
function workdayBack(day: string, n: number): string {
  const before = addDays(day, -1)
  const isWeekend = [0, 6].includes(new Date(`${before}T00:00:00Z`).getUTCDay())
  return isWeekend ? workdayBack(before, n) : n === 1 ? before : workdayBack(before, n - 1)
}

/** How somebody’s reading lies at their office, or kilometres away with an accuracy no phone has. */
const signalsOf = (at: Date, day: string, chance: number, odd: boolean): Signals => ({
  at, day, device: { knownDays: 120, others: 0, own: true, office: false },
  reading: odd
    ? { distance: 6200 + chance * 3000, fromMiddle: 6300, accuracy: 0, age: 1, mark: `m${Math.floor(chance * 1e6)}`, altitudeMark: null }
    : { distance: 0, fromMiddle: chance * 60, accuracy: 8 + chance * 30, age: 1, mark: `m${Math.floor(chance * 1e6)}`, altitudeMark: null },
})

const known = new Map<string, Confidence>()

/** What is thought of one, once for all that are alike. */
function judged(signals: Signals, odd: boolean, offline: number): Confidence {
  const key = `${odd} ${offline}`
  const found = known.get(key) ?? confidenceOf(signals, [], defaults)
  known.set(key, found)
  return found
}

/** One check-in by phone; an `offline` one arrives hours after it was made. */
function byPhone(person: Employee, day: string, at: Date, direction: Direction, { odd = false, offline = 0 }: { odd?: boolean; offline?: number }): InsertedScan {
  const signals = { ...signalsOf(at, day, chanceOf(person.id, day, direction, 'reading'), odd), passage: { hours: offline, gap: false, fork: false, clockChanged: false } }
  const found = judged(signals, odd, offline)
  const { at: _, ...trace } = traceOf(signals, found)
  return {
    ...plainScan({ employeeId: person.id, unitId: person.unitId, at, direction, way: 'phone' }), distanceBand: bandOf(signals.reading!.distance), accuracyBand: 'sharp', level: found.level, score: found.score, reasons: found.reasons,
    receivedAt: new Date(at.getTime() + offline * 60 * minute + 2000), deviceAt: at, trace,
  }
}

/** A day of somebody who comes: mostly in time, now and then late, seldom with one scan missing. */
function dayOf(person: Employee, window: DutyDay, now: Date, how: { odd: boolean; offline: boolean; machine: boolean }): InsertedScan[] {
  const chance = (what: string) => chanceOf(person.id, window.day, what)
  if (chance('absent') < 0.02) return []
  const late = chance('late') < 0.07
  const came = new Date(late ? window.latestStart.getTime() + (3 + Math.floor(chance('how late') * 45)) * minute : window.startsAt.getTime() - (2 + Math.floor(chance('early') * 28)) * minute)
  const shift = Math.max(0, Math.min(came.getTime(), window.flexibleUntil.getTime()) - window.startsAt.getTime())
  const went = new Date(window.endsAt.getTime() + shift + (chance('leaves') < 0.05 ? -15 : 1 + Math.floor(chance('stays') * 35)) * minute)
  const both: [Direction, Date][] = chance('forgets') < 0.03 ? [['in', came]] : [['in', came], ['out', went]]
  return both.filter(([, at]) => at <= now).map(([direction, at]) =>
    how.machine ? plainScan({ employeeId: person.id, unitId: person.unitId, at, direction, way: 'device-import' }) : byPhone(person, window.day, at, direction, { odd: how.odd && direction === 'in', offline: how.offline ? 3 + Math.floor(chance('offline') * 5) : 0 }))
}

/** Adds a week of comings and goings, some of them from where there is no signal, one that is doubtful, and what people explained. */
export async function addAttendance(services: Services, place: Place, now = new Date()): Promise<void> {
  const { ask, database } = services
  const today = dayIn(now, place.zone)
  const first = addDays(today, -7)
  await database.transaction(place.governmentId, async tx => {
    const people = await ask(employees).serving(tx, place.units.all.map(({ id }) => id), most)
    const ids = people.map(({ id }) => id)
    const [windows, away] = await Promise.all([ask(workingTimes).of(tx, { employeeIds: ids }, first, today), ask(absences).between(tx, ids, first, today)])
    const remote = new Set(place.units.all.filter(({ kind }) => kind === 'village' || kind === 'subdistrict').flatMap(({ id }) => place.units.below(id)))
    const machines = new Set(place.units.below(place.unit('dpu').id))
    const isAway = (id: string, day: string) => away.some(one => one.employeeId === id && one.from <= day && day <= one.until)
    const odd = people.find(({ nip }) => nip === '199508272020121914')
    const scans = people.flatMap(person => (windows.get(person.id) ?? []).filter(isDuty).filter(({ day }) => !isAway(person.id, day)).flatMap(window =>
      dayOf(person, window, now, { odd: person.id === odd?.id && window.day >= addDays(today, -4), offline: remote.has(person.unitId) && chanceOf(person.id, window.day, 'signal') < 0.3, machine: machines.has(person.unitId) })))
    await openMonths(tx, [fromLocal(`${first}T00:00`, place.zone), now])
    for (let i = 0; i < scans.length; i += 2000) await insertScans(tx, scans.slice(i, i + 2000))
    const byNip = new Map(people.map(person => [person.nip, person]))
    for (const one of asked) {
      const person = byNip.get(one.nip)
      if (person) await addRequest(one, person)
    }

    async function addRequest({ kind, back, remarks, time, answer }: Asked, person: Employee): Promise<void> {
      const day = workdayBack(today, back)
      const request = await propose(tx, { ask, governmentId: place.governmentId, today }, person, undefined, {
        kind, from: day, until: day, direction: time?.[0] ?? null, scanAt: time ? fromLocal(`${day}T${time[1].replace('.', ':')}`, place.zone) : null, remarks, evidenceId: null, proposedAt: new Date(now.getTime() - 26 * 60 * minute),
      })
      if (answer) await settle(tx, { ask }, request, { id: person.accountId ?? person.id, capacity: 'Kepala Dinas' }, answer === 'accepted', null)
    }
  })
}
