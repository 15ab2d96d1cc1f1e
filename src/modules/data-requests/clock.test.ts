import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay, workingDaysBetween } from '#platform/time/working-days.ts'
import { addDays } from '#platform/time/zone.ts'
import { answerBy, extendedBy, silence, took, type Clock, type Move } from './clock.ts'

// The end of 2026: Christmas is a Friday, the day before it cuti bersama; New Year is a Friday too.
const clock: Clock = { days: { answer: 10, extension: 7, walidata: 3, forum: 5, sekda: 5 }, holidays: new Set(['2026-12-24', '2026-12-25', '2027-01-01']) }

describe('the clock of a request', () => {
  it('counts ten working days past Christmas and cuti bersama', () => {
    expect(answerBy('2026-12-14', clock)).toBe('2026-12-30')
    expect(extendedBy('2026-12-30', clock)).toBe('2027-01-11')
    expect(took('2026-12-14', '2026-12-28', clock)).toBe(8)
  })

  it('moves silence on from day to day: walidata, forum, sekretaris daerah, and no further', () => {
    const at = { level: 0 as const, dueOn: '2026-12-30' }
    expect(silence(at, '2026-12-30', clock)).toEqual([])
    expect(silence(at, '2026-12-31', clock)).toEqual([{ level: 1, on: '2026-12-31', dueOn: '2027-01-06' }])
    expect(silence(at, '2027-03-01', clock)).toEqual([
      { level: 1, on: '2026-12-31', dueOn: '2027-01-06' },
      { level: 2, on: '2027-01-07', dueOn: '2027-01-14' },
      { level: 3, on: '2027-01-15', dueOn: '2027-01-22' },
    ])
  })

  const day = fc.integer({ min: 0, max: 1500 }).map(n => addDays('2025-01-01', n))
  const clocks = fc.record({ days: fc.record({ answer: fc.integer({ min: 1, max: 30 }), extension: fc.integer({ min: 1, max: 15 }), walidata: fc.integer({ min: 1, max: 9 }), forum: fc.integer({ min: 1, max: 9 }), sekda: fc.integer({ min: 1, max: 9 }) }), holidays: fc.array(day, { maxLength: 40 }).map(days => new Set(days)) })

  it('ends on working days, after as many as the list says', () => {
    fc.assert(fc.property(day, clocks, (asked, given) => {
      const end = answerBy(asked, given)
      expect([workingDaysBetween(asked, end, given.holidays), isWorkingDay(end, given.holidays)]).toEqual([given.days.answer, true])
      expect(workingDaysBetween(end, extendedBy(end, given), given.holidays)).toBe(given.days.extension)
    }))
  })

  it('comes to the same whether somebody looks every day or once in a while', () => {
    fc.assert(fc.property(day, clocks, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 20 }), (dueOn, given, later, stride) => {
      const today = addDays(dueOn, later)
      const often: Move[] = []
      let at: { level: 0 | 1 | 2 | 3; dueOn: string } = { level: 0, dueOn }
      for (let n = 0; n <= later; n += stride) {
        for (const move of silence(at, addDays(dueOn, n), given)) {
          often.push(move)
          at = move
        }
      }
      often.push(...silence(at, today, given))
      expect(often).toEqual(silence({ level: 0, dueOn }, today, given))
      for (const [i, move] of often.entries()) {
        expect([move.level, isWorkingDay(move.on, given.holidays), move.on <= today]).toEqual([i + 1, true, true])
        expect(move.on > (often[i - 1]?.dueOn ?? dueOn)).toBe(true)
      }
    }), { numRuns: 200 })
  })
})
