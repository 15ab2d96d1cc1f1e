import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'
import { addMonths, clockIn, dayIn, fromLocal, mondayOf, toLocal } from './zone.ts'

const dayAfter = (day: string, count: number) => new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
const day = fc.integer({ min: 0, max: 4000 }).map(count => dayAfter('2020-01-01', count))
const holidays = fc.array(day, { maxLength: 60 }).map(days => new Set(days))
const week = fc.constantFrom(5 as const, 6 as const)

it('weeks begin on Mondays, also across the turn of a year', () => {
  expect(['2026-11-22', '2026-11-23', '2026-11-29', '2027-01-01'].map(mondayOf)).toEqual(['2026-11-16', '2026-11-23', '2026-11-23', '2026-12-28'])
})

it('the clock is said as it stands on the wall of the place', () => {
  const at = new Date('2026-11-20T18:05:30Z')
  expect(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map(zone => clockIn(at, zone))).toEqual(['01.05', '02.05', '03.05'])
})

describe('working days', () => {
  // Christmas 2026 is a Friday, the day before it cuti bersama.
  const christmas = new Set(['2026-12-24', '2026-12-25'])

  it('leave out weekends and holidays', () => {
    expect(workingDaysBetween('2026-12-18', '2026-12-28', christmas)).toBe(4)
    expect(workingDaysBetween('2026-12-18', '2026-12-28', christmas, 6)).toBe(6)
    expect(workingDaysBetween('2026-12-28', '2026-12-18', christmas)).toBe(0)
  })

  it('lead a deadline past a long weekend', () => {
    expect(addWorkingDays('2026-12-22', 2, christmas)).toBe('2026-12-28')
  })

  it('counted at once are the ones counted day by day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), holidays, week, (from, days, closed, length) => {
        const open = Array.from({ length: days }, (_, i) => dayAfter(from, i + 1)).filter(one => isWorkingDay(one, closed, length))
        expect(workingDaysBetween(from, dayAfter(from, days), closed, length)).toBe(open.length)
      }),
    )
  })

  it('added are the ones counted, and end on a day when offices are open', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 200 }), holidays, week, (from, count, closed, length) => {
        const end = addWorkingDays(from, count, closed, length)
        expect(workingDaysBetween(from, end, closed, length)).toBe(count)
        expect(isWorkingDay(end, closed, length)).toBe(true)
      }),
    )
  })
})

describe('a government’s own clock', () => {
  it('turns what people type into the instant they mean', () => {
    expect(fromLocal('2026-11-21T08:30', 'Asia/Jakarta').toISOString()).toBe('2026-11-21T01:30:00.000Z')
    expect(fromLocal('2026-11-21T08:30', 'Asia/Makassar').toISOString()).toBe('2026-11-21T00:30:00.000Z')
    expect(fromLocal('2026-11-21T08:30', 'Asia/Jayapura').toISOString()).toBe('2026-11-20T23:30:00.000Z')
  })

  it('reads back what was typed', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'), (at, zone) => {
        const local = toLocal(at, zone)
        expect(toLocal(fromLocal(local, zone), zone)).toBe(local)
      }),
    )
  })

  it('has its own midnight', () => {
    expect(dayIn(new Date('2026-11-20T16:59:59Z'), 'Asia/Jakarta')).toBe('2026-11-20')
    expect(dayIn(new Date('2026-11-20T17:00:00Z'), 'Asia/Jakarta')).toBe('2026-11-21')
  })

  it('adds months without leaving the month that was meant', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29')
    expect(addMonths('2026-11-21', 12)).toBe('2027-11-21')
  })
})
