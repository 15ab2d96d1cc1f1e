import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, toLocal } from '#platform/time/zone.ts'
import type { Shift, Window } from './contract.ts'
import { daysFrom, hoursProblem, weekMinutes, weekPattern, workedMinutes } from './pattern.ts'
import { codeOn, isDuty, windowsOf, type Calendar, type Segment, type Timetable } from './windows.ts'
import { aCalendar, fiveDays } from './testing/calendar.ts'

const zone = 'Asia/Jakarta'
const at = (instant: Date) => toLocal(instant, zone)
const plain = (over: Partial<Timetable> = {}): Timetable => ({ code: () => 'lima', rostered: new Set(), shifts: new Map(), ...over })
const shift = (day: string, name: string, from: string, until: string): [string, Omit<Shift, 'employeeId'>] => [day, { day, name, from: `${day}T${from}`, until: `${until < from ? addDays(day, 1) : day}T${until}`, minutesDue: 420 }]
const on = (calendar: Calendar, timetable: Timetable, day: string) => windowsOf(calendar, timetable, day, day)[0]!

describe('a week of five days', () => {
  const calendar = aCalendar({ holidays: { '2026-12-25': 'Hari Raya Natal' }, ramadan: ['2026-02-19', '2026-03-20'] })

  it('is 37 hours and a half, in Ramadan 32 and a half, and Friday has a longer break', () => {
    expect([weekMinutes(fiveDays.days), weekMinutes(fiveDays.ramadan!)]).toEqual([2250, 1950])
    expect(workedMinutes(fiveDays.days[4]!)).toBe(450)
    expect([...fiveDays.days, ...fiveDays.ramadan!].filter(day => day !== null).map(hoursProblem).filter(Boolean)).toEqual([])
  })

  it('says when to come and go, where offices are', () => {
    const monday = on(calendar, plain(), '2026-11-23')
    if (!isDuty(monday)) throw new Error('a Monday is worked')
    expect([monday.countsFrom, monday.startsAt, monday.flexibleUntil, monday.latestStart, monday.endsAt].map(at)).toEqual(['2026-11-23T07:00', '2026-11-23T07:30', '2026-11-23T08:30', '2026-11-23T08:35', '2026-11-23T16:00'])
    expect(monday.minutesDue).toBe(450)
    const jayapura = on(aCalendar({ zone: 'Asia/Jayapura' }), plain(), '2026-11-23')
    expect(isDuty(jayapura) && jayapura.startsAt.toISOString()).toBe('2026-11-22T22:30:00.000Z')
  })

  it('closes on weekends and holidays, and is shorter in Ramadan', () => {
    expect(on(calendar, plain(), '2026-11-22')).toEqual({ day: '2026-11-22', kind: 'off', name: null })
    expect(on(calendar, plain(), '2026-12-25')).toEqual({ day: '2026-12-25', kind: 'holiday', name: 'Hari Raya Natal' })
    const fasting = on(calendar, plain(), '2026-02-20')
    expect(isDuty(fasting) && [at(fasting.startsAt), at(fasting.endsAt), fasting.minutesDue]).toEqual(['2026-02-20T08:00', '2026-02-20T15:30', 390])
    expect(on(calendar, plain({ code: () => 'tak-dikenal' }), '2026-11-23').kind).toBe('off')
  })
})

describe('patterns that follow each other', () => {
  const lists: Segment[][] = [[{ pattern: 'orang', from: '2026-11-11', until: '2026-11-12' }], [{ pattern: 'bidang', from: '2026-11-10', until: null }], [{ pattern: 'dinas', from: '2020-01-01', until: null }]]
  it('change in the middle of a month; the person comes before the unit, the nearest unit before those above', () => {
    expect(daysFrom('2026-11-09', '2026-11-13').map(day => codeOn(day, lists, 'umum'))).toEqual(['dinas', 'bidang', 'orang', 'orang', 'bidang'])
    expect(codeOn('2019-12-31', lists, 'umum')).toBe('umum')
  })
})

describe('shifts', () => {
  const rostered = new Set(['2026-11'])
  it('belong to the day they begin, across midnight and across months', () => {
    const night = on(aCalendar(), plain({ rostered, shifts: new Map([shift('2026-11-30', 'Malam', '21:00', '07:00')]) }), '2026-11-30')
    expect(isDuty(night) && [night.day, night.kind, at(night.endsAt)]).toEqual(['2026-11-30', 'shift', '2026-12-01T07:00'])
  })

  it('are worked on holidays and weekends, and days without one are off', () => {
    const calendar = aCalendar({ holidays: { '2026-11-22': 'Hari libur' } })
    const timetable = plain({ rostered, shifts: new Map([shift('2026-11-22', 'Pagi', '07:00', '14:00')]) })
    expect(windowsOf(calendar, timetable, '2026-11-22', '2026-11-23').map(({ kind }) => kind)).toEqual(['shift', 'off'])
  })

  it('hand over at one instant: when one closes the next opens', () => {
    const timetable = plain({ rostered, shifts: new Map([shift('2026-11-23', 'Malam', '21:00', '07:00'), shift('2026-11-24', 'Siang', '14:00', '21:00'), shift('2026-11-25', 'Pagi', '07:00', '14:00')]) })
    const [night, noon] = windowsOf(aCalendar(), timetable, '2026-11-23', '2026-11-24')
    expect(isDuty(night!) && isDuty(noon!) && [at(night.closesAt), at(noon.opensAt)]).toEqual(['2026-11-24T11:00', '2026-11-24T12:30'])
    const close = plain({ rostered, shifts: new Map([shift('2026-11-23', 'Malam', '21:00', '07:00'), shift('2026-11-24', 'Pagi', '07:30', '14:00')]) })
    const [before, after] = windowsOf(aCalendar(), close, '2026-11-23', '2026-11-24')
    expect(isDuty(before!) && isDuty(after!) && [at(before.closesAt), at(after.opensAt)]).toEqual(['2026-11-24T07:15', '2026-11-24T07:15'])
  })

  it('of the night before shorten or replace the office hours of the first day after the roster', () => {
    const timetable = (until: string) => plain({ rostered, shifts: new Map([shift('2026-11-30', 'Malam', '21:00', until)]) })
    const short = on(aCalendar(), timetable('09:00'), '2026-12-01')
    expect(isDuty(short) && [at(short.startsAt), at(short.latestStart), short.minutesDue]).toEqual(['2026-12-01T09:00', '2026-12-01T09:00', 420])
    expect(on(aCalendar(), timetable('17:00'), '2026-12-01')).toEqual({ day: '2026-12-01', kind: 'off', name: null })
  })
})

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const start = '2026-02-10'
const anyShift = fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 30, max: 1440 })).map(([n, from, length]): [string, Omit<Shift, 'employeeId'>] => {
  const day = addDays(start, n)
  const end = from + length
  return [day, { day, name: 'Jaga', from: `${day}T${clock(from)}`, until: `${addDays(day, Math.floor(end / 1440))}T${clock(end % 1440)}`, minutesDue: length }]
})
const anything = fc.record({
  shifts: fc.array(anyShift, { maxLength: 40 }).map(list => new Map(list)),
  rostered: fc.subarray(['2026-02', '2026-03', '2026-04']).map(months => new Set(months)),
  change: fc.integer({ min: 0, max: 59 }),
  zone: fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
  holiday: fc.integer({ min: 0, max: 59 }),
})

describe('a hospital of two thousand on shifts', () => {
  it('has its month in a moment: the same hours are reckoned once for all', () => {
    const calendar = aCalendar()
    const shifts = new Map(daysFrom('2026-11-01', '2026-11-30').map(day => shift(day, 'Malam', '21:00', '07:00')))
    const began = performance.now()
    for (let i = 0; i < 2000; i++) windowsOf(calendar, plain({ rostered: new Set(['2026-11']), shifts }), '2026-11-01', '2026-11-30')
    // Asking the zone for each of them takes half a minute.
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

describe('whatever is planned', () => {
  const make = ({ shifts, rostered, change, zone: where, holiday }: typeof anything extends fc.Arbitrary<infer T> ? T : never) => ({
    calendar: aCalendar({ zone: where, holidays: { [addDays(start, holiday)]: 'Libur' }, ramadan: ['2026-02-19', '2026-03-20'] }),
    timetable: { code: (day: string) => (day < addDays(start, change) ? 'lima' : 'enam'), rostered, shifts } satisfies Timetable,
  })
  const spans = (windows: readonly Window[]) => windows.filter(isDuty)

  it('every day has one window, and no two windows overlap', () => {
    fc.assert(fc.property(anything, given => {
      const { calendar, timetable } = make(given)
      const windows = windowsOf(calendar, timetable, start, addDays(start, 59))
      expect(windows.map(({ day }) => day)).toEqual(daysFrom(start, addDays(start, 59)))
      const all = spans(windows)
      for (const [i, one] of all.entries()) {
        const order = [one.opensAt, one.countsFrom, one.startsAt, one.endsAt, one.closesAt].map(Number)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        expect(one.latestStart >= one.flexibleUntil && one.flexibleUntil >= one.startsAt).toBe(true)
        if (i > 0) expect(all[i - 1]!.closesAt <= one.opensAt).toBe(true)
      }
    }), { numRuns: 300 })
  })

  it('a shift belongs to the day it begins, and shifts that leave each other room stay as planned', () => {
    fc.assert(fc.property(anything, given => {
      const { calendar, timetable } = make(given)
      for (const one of spans(windowsOf(calendar, timetable, start, addDays(start, 59))).filter(({ kind }) => kind === 'shift')) {
        const planned = timetable.shifts.get(one.day)!
        expect(toLocal(one.endsAt, calendar.zone)).toBe(planned.until)
        expect(toLocal(one.startsAt, calendar.zone) >= planned.from).toBe(true)
        const before = timetable.shifts.get(addDays(one.day, -1))
        if (!before || before.until <= planned.from) expect(one.minutesDue).toBeLessThanOrEqual(planned.minutesDue)
      }
    }), { numRuns: 200 })
  })

  it('a day is the same asked alone when no chain of shifts leads into it', () => {
    fc.assert(fc.property(anything, fc.integer({ min: 2, max: 57 }), (given, n) => {
      const { calendar, timetable } = make({ ...given, shifts: new Map() })
      const day = addDays(start, n)
      expect(on(calendar, timetable, day)).toEqual(windowsOf(calendar, timetable, start, addDays(start, 59))[n])
    }), { numRuns: 200 })
  })

  it('nobody works on a day without hours: minutes are due only on days of duty', () => {
    fc.assert(fc.property(anything, given => {
      const { calendar, timetable } = make({ ...given, rostered: new Set(['2026-02', '2026-03', '2026-04']) })
      const worked = spans(windowsOf(calendar, timetable, start, addDays(start, 59)))
      for (const { day } of worked) expect(timetable.shifts.has(day)).toBe(true)
    }), { numRuns: 100 })
  })

  it('a stored pattern is what the list says, or none', () => {
    expect(weekPattern.safeParse(fiveDays).success).toBe(true)
    for (const wrong of [{}, { ...fiveDays, days: [] }, { ...fiveDays, grace: -1 }, 'lima']) expect(weekPattern.safeParse(wrong).success).toBe(false)
  })
})
