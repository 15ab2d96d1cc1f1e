import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DutyDay, Window } from '#modules/schedules/contract.ts'
import { dayOf, nextDirection, type DayFacts, type DayScan, type TimeClass } from './day.ts'

const on = (time: string) => new Date(`2026-11-20T${time}:00+07:00`)
const fixed: DutyDay = { day: '2026-11-20', kind: 'work', name: 'Lima hari kerja', opensAt: on('06:00'), countsFrom: on('07:30'), startsAt: on('07:30'), flexibleUntil: on('07:30'), latestStart: on('07:35'), endsAt: on('16:00'), closesAt: on('21:00'), minutesDue: 450 }
const flexible: DutyDay = { ...fixed, countsFrom: on('07:00'), flexibleUntil: on('08:30'), latestStart: on('08:30') }
const classes: TimeClass[] = [{ code: 'TL1', kind: 'late', from: 1, to: 30 }, { code: 'TL2', kind: 'late', from: 31, to: null }, { code: 'PSW1', kind: 'early', from: 1, to: 30 }, { code: 'PSW2', kind: 'early', from: 31, to: null }]
const came = (time: string, over: Partial<DayScan> = {}): DayScan => ({ at: on(time), direction: 'in', ...over })
const went = (time: string): DayScan => ({ at: on(time), direction: 'out' })
const day = (over: Partial<DayFacts> = {}) => dayOf({ window: fixed, scans: [], explanations: [], classes, now: on('23:00'), ...over })

describe('the state of a day', () => {
  it('is presence with what was missed of it, by the classes that hold', () => {
    expect(day({ scans: [came('07:20'), went('16:10')] })).toMatchObject({ state: 'present', late: 0, early: 0, lateClass: null, minutesWorked: 450 })
    // Within the grace nobody is late; beyond it the grace is no gift.
    expect(day({ scans: [came('07:35'), went('16:00')] })).toMatchObject({ late: 0 })
    expect(day({ scans: [came('07:36'), went('16:00')] })).toMatchObject({ state: 'present', late: 6, lateClass: 'TL1', minutesWorked: 444 })
    expect(day({ scans: [came('08:01'), went('15:20')] })).toMatchObject({ late: 31, lateClass: 'TL2', early: 40, earlyClass: 'PSW2', minutesWorked: 379 })
  })

  it('lets who comes later within the flexible time leave as much later', () => {
    expect(day({ window: flexible, scans: [came('08:15'), went('16:45')] })).toMatchObject({ late: 0, early: 0, minutesWorked: 450 })
    expect(day({ window: flexible, scans: [came('08:15'), went('16:30')] })).toMatchObject({ early: 15, earlyClass: 'PSW1' })
    expect(day({ window: flexible, scans: [came('06:30'), went('15:30')] })).toMatchObject({ late: 0, early: 0 })
    expect(day({ window: flexible, scans: [came('08:40'), went('17:00')] })).toMatchObject({ late: 10, early: 0 })
  })

  it('takes the first coming and the last going, and nothing that was found unfair or lies outside', () => {
    expect(day({ scans: [came('05:00'), came('07:10'), went('12:00'), came('13:00'), went('16:05')] })).toMatchObject({ in: on('07:10'), out: on('16:05') })
    expect(day({ scans: [came('07:10', { unfair: true }), came('09:30'), went('16:05')] })).toMatchObject({ in: on('09:30'), late: 120 })
    expect(day({ scans: [came('07:10', { unfair: true })] })).toMatchObject({ state: 'absent' })
    expect(day({ scans: [came('07:10', { doubtful: true }), went('16:00')] })).toMatchObject({ state: 'present', doubtful: true })
  })

  it('is expected until the window closes, then missing one scan or both', () => {
    expect([day({ now: on('09:00') }).state, day({ now: on('21:00') }).state]).toEqual(['expected', 'absent'])
    expect([day({ scans: [came('07:20')], now: on('12:00') }).state, day({ scans: [came('07:20')] }).state, day({ scans: [went('16:00')] }).state]).toEqual(['present', 'missing-out', 'missing-in'])
  })

  it('is explained before it is called absence, and waits while the superior has not looked', () => {
    expect(day({ explanations: [{ reason: 'leave', accepted: true }] })).toMatchObject({ state: 'explained', reason: 'leave', minutesDue: 450 })
    expect(day({ explanations: [{ reason: 'blankspot', accepted: false }] })).toMatchObject({ state: 'waiting', reason: 'blankspot' })
    expect(day({ scans: [came('07:20')], explanations: [{ reason: 'other', accepted: false }] })).toMatchObject({ state: 'waiting' })
    expect(day({ scans: [came('07:20'), went('16:00')], explanations: [{ reason: 'other', accepted: false }] })).toMatchObject({ state: 'present' })
    expect(day({ scans: [came('09:20'), went('16:00')], explanations: [{ reason: 'sick', accepted: false }, { reason: 'duty', accepted: true }] })).toMatchObject({ state: 'explained', reason: 'duty', late: 0 })
  })

  it('is not due on a holiday, whoever came', () => {
    const holiday: Window = { day: '2026-11-20', kind: 'holiday', name: 'Hari libur' }
    expect(day({ window: holiday, scans: [came('07:20')] })).toMatchObject({ state: 'not-due', name: 'Hari libur', minutesDue: 0 })
  })
})

it('whatever was scanned: minutes never exceed what is due, are never negative, and more scans of the same kind change nothing for the worse', () => {
  const scan = fc.record({ at: fc.integer({ min: on('05:00').getTime(), max: on('22:00').getTime() }).map(ms => new Date(ms)), direction: fc.constantFrom('in' as const, 'out' as const) })
  fc.assert(fc.property(fc.array(scan, { maxLength: 8 }), fc.constantFrom(fixed, flexible), fc.constantFrom('08:00', '12:00', '23:00'), fc.integer({ min: 0, max: 120 }), (scans, window, now, minutes) => {
    const ordered = scans.toSorted((a, b) => a.at.getTime() - b.at.getTime()).filter(({ at }) => at <= on(now))
    const found = day({ window, scans: ordered, now: on(now) })
    expect(found.minutesWorked).toBeGreaterThanOrEqual(0)
    expect(found.minutesWorked).toBeLessThanOrEqual(found.minutesDue)
    expect(Math.min(found.late, found.early)).toBeGreaterThanOrEqual(0)
    if (found.in && found.out) expect(found.out.getTime()).toBeGreaterThanOrEqual(found.in.getTime())
    expect(found.state === 'absent' || found.state === 'expected').toBe(found.in === null && found.out === null)
    // Coming earlier never makes anybody later.
    if (found.in) {
      const earlier = new Date(Math.max(window.opensAt.getTime(), found.in.getTime() - minutes * 60_000))
      expect(day({ window, scans: [{ at: earlier, direction: 'in' as const }, ...ordered].toSorted((a, b) => a.at.getTime() - b.at.getTime()), now: on(now) }).late).toBeLessThanOrEqual(found.late)
    }
  }), { numRuns: 400 })
})

it('knows what comes next', () => {
  const windows = [fixed]
  expect(nextDirection(windows, [], on('07:00'))).toBe('in')
  expect(nextDirection(windows, [came('07:20')], on('09:00'))).toBe('out')
  expect(nextDirection(windows, [], on('15:50'))).toBe('out')
  expect(nextDirection([], [came('20:00')], on('22:00'))).toBe('out')
  expect(nextDirection([], [], on('22:00'))).toBe('in')
})
