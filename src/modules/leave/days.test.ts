import { addDays } from '#platform/time/zone.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '#platform/time/working-days.ts'
import { calendarDays, chargesOf, lastDay, lengthOf, overlap, workingDays, yearOf } from './days.ts'

const day = fc.integer({ min: 0, max: 4000 }).map(n => addDays('2022-01-01', n))
const span = fc.tuple(day, fc.integer({ min: 0, max: 500 })).map(([from, n]) => ({ from, until: addDays(from, n) }))
const holidays = fc.array(day, { maxLength: 80 }).map(days => new Set(days))

describe('the days of a leave', () => {
  // Christmas 2026 is a Friday, the day before it cuti bersama.
  const closed = new Set(['2026-12-24', '2026-12-25', '2027-01-01'])

  it('are counted by the government’s calendar and charged to the year they lie in', () => {
    expect(chargesOf({ from: '2026-12-21', until: '2027-01-05' }, closed)).toEqual({ 2026: 7, 2027: 2 })
    expect(chargesOf({ from: '2026-12-24', until: '2026-12-27' }, closed)).toEqual({})
  })

  it('by year add up to those of the whole', () => {
    fc.assert(fc.property(span, holidays, (one, days) => {
      const charges = chargesOf(one, days)
      expect(Object.values(charges).reduce((sum, n) => sum + n, 0)).toBe(workingDays(one, days))
      for (const [year, n] of Object.entries(charges)) {
        expect(Number(year)).toBeGreaterThanOrEqual(yearOf(one.from))
        expect(n).toBeGreaterThan(0)
      }
    }))
  })

  it('are those on which offices are open', () => {
    fc.assert(fc.property(span, holidays, (one, days) => {
      expect(workingDays(one, days)).toBe(Array.from({ length: calendarDays(one) }, (_, i) => addDays(one.from, i)).filter(each => isWorkingDay(each, days)).length)
    }))
  })

  it('end where so long a leave ends', () => {
    expect(lastDay('2026-03-02', { n: 3, unit: 'months' }, closed)).toBe('2026-06-01')
    expect(lastDay('2026-01-31', { n: 1, unit: 'months' }, closed)).toBe('2026-02-27')
    expect(lastDay('2026-12-23', { n: 2, unit: 'working-days' }, closed)).toBe('2026-12-28')
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 40 }), holidays, (from, n, days) => {
      expect(calendarDays({ from, until: lastDay(from, { n, unit: 'days' }, days) })).toBe(n)
      expect(workingDays({ from, until: lastDay(from, { n, unit: 'working-days' }, days) }, days)).toBe(n)
      const until = lastDay(from, { n, unit: 'months' }, days)
      expect(lengthOf({ from, until }, 'months', days)).toEqual({ n, unit: 'months' })
      expect(lengthOf({ from, until: addDays(until, 3) }, 'months', days).unit).toBe('days')
    }))
  })

  it('overlap when they share one', () => {
    fc.assert(fc.property(span, span, (a, b) => {
      expect(overlap(a, b)).toBe(Array.from({ length: calendarDays(a) }, (_, i) => addDays(a.from, i)).some(each => each >= b.from && each <= b.until))
    }))
  })
})
