import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf, dueAfter, isOf, periodOf, recentPeriods, type Rhythm } from './period.ts'
import { addDays } from './zone.ts'

const rhythms: Exclude<Rhythm, 'once'>[] = ['day', 'week', 'month', 'quarter', 'semester', 'year']
const someDay = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))

describe('periods', () => {
  it('cover every day once, without a gap between one and the next', () => {
    fc.assert(fc.property(someDay, fc.constantFrom(...rhythms), (day, every) => {
      const period = periodOf(every, day)
      const days = daysOf(period)!
      expect(days.from <= day && day <= days.to).toBe(true)
      expect(isOf(every, period)).toBe(true)
      expect(periodOf(every, days.from)).toBe(period)
      expect(periodOf(every, days.to)).toBe(period)
      expect(daysOf(periodOf(every, addDays(days.to, 1)))!.from).toBe(addDays(days.to, 1))
    }))
  })

  it('are known by their usual names', () => {
    expect(daysOf('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(daysOf('2026-S2')).toEqual({ from: '2026-07-01', to: '2026-12-31' })
    expect(daysOf('2026-Q3')).toEqual({ from: '2026-07-01', to: '2026-09-30' })
    expect(daysOf('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(daysOf('2026-W01')).toEqual({ from: '2025-12-29', to: '2026-01-04' })
    expect(daysOf('2026-11-21')).toEqual({ from: '2026-11-21', to: '2026-11-21' })
  })

  it('that do not exist are no periods', () => {
    for (const none of ['2026-13', '2026-00', '2026-Q5', '2026-S3', '2026-W54', '2025-W53', '2026-02-30', '26', 'tahun ini', '']) expect(daysOf(none), none).toBeNull()
    expect(isOf('month', '2026-Q3')).toBe(false)
    expect(isOf('once', '2026-Q3')).toBe(true)
  })

  it('are offered newest first, each once', () => {
    expect(recentPeriods('quarter', '2026-11-21', 5)).toEqual(['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4'])
    expect(recentPeriods('week', '2026-01-01', 2)).toEqual(['2026-W01', '2025-W52'])
  })
})

describe('the day a release is due', () => {
  it('is the end of the period after it, and the grace it is given', () => {
    expect(dueAfter('month', '2026-09', 30)).toBe('2026-11-30')
    expect(dueAfter('year', '2025', 90)).toBe('2027-03-31')
    expect(dueAfter('once', '2025', 90)).toBeNull()
  })

  it('is later for every later period', () => {
    fc.assert(fc.property(someDay, fc.constantFrom(...rhythms), fc.nat(120), (day, every, grace) => {
      const period = periodOf(every, day)
      const next = periodOf(every, addDays(daysOf(period)!.to, 1))
      expect(dueAfter(every, period, grace)! < dueAfter(every, next, grace)!).toBe(true)
      expect(dueAfter(every, period, grace)! > daysOf(period)!.to).toBe(true)
    }))
  })
})
