import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReasonKind } from '#modules/attendance/contract.ts'
import { cutOf, cutTable, type CutTable } from './cut.ts'
import { absenceInRow, absenceOfYear, warningsOf, warnsFrom, type DisciplineRule, type Threshold } from './discipline.ts'
import { amountOf } from './allowance.ts'
import { countsOf, reasonKinds, sumOf, type KeptDay } from './recap.ts'

const table: CutTable = cutTable.parse({ classes: { TL1: 50, TL2: 100, PSW1: 50, PSW2: 125 }, absent: 300, missing: 150, cap: 10_000 })
const rule: DisciplineRule = { share: 80, before: 1, minutesPerDay: 450, kinds: ['pns'] }
const yearly = (from: number): Threshold => ({ code: `tahun-${from}`, counts: 'year', from, level: 'ringan', sanction: 'Teguran' })
const inRow: Threshold = { code: 'berturut-10', counts: 'row', from: 10, level: 'berat', sanction: 'Pemberhentian' }

const aDay = (n: number, over: Partial<KeptDay> = {}): KeptDay => ({ day: `2026-10-${String(n).padStart(2, '0')}`, state: 'present', in: null, out: null, late: 0, early: 0, lateClass: null, earlyClass: null, minutesDue: 450, minutesWorked: 450, reason: null, doubtful: false, name: null, ...over })
const absent = (n: number) => aDay(n, { state: 'absent', minutesWorked: 0 })

const anyDay: fc.Arbitrary<KeptDay> = fc.record({
  state: fc.constantFrom('present' as const, 'missing-in' as const, 'missing-out' as const, 'explained' as const, 'absent' as const, 'expected' as const, 'waiting' as const, 'not-due' as const),
  late: fc.constantFrom(0, 10, 45), early: fc.constantFrom(0, 20, 70), reason: fc.constantFrom<ReasonKind | null>(null, ...reasonKinds), doubtful: fc.boolean(),
}).map(one => aDay(1, { ...one, lateClass: one.late === 0 ? null : one.late < 31 ? 'TL1' : 'TL2', earlyClass: one.early === 0 ? null : one.early < 31 ? 'PSW1' : 'PSW2' }))
const anyMonth = fc.array(anyDay, { maxLength: 31 }).map(days => days.map((day, i) => ({ ...day, day: aDay(i + 1).day })))
const anyTable: fc.Arbitrary<CutTable> = fc.record({
  classes: fc.record({ TL1: fc.nat(400), TL2: fc.nat(400), PSW1: fc.nat(400), PSW2: fc.nat(400) }), absent: fc.nat(500), missing: fc.nat(300),
  explained: fc.record({ other: fc.nat(500), sick: fc.nat(500) }), cap: fc.nat(10_000),
})

describe('a month', () => {
  it('counts every day once, whatever its days are and in whatever order they come', () => {
    fc.assert(fc.property(anyMonth, days => {
      const counts = countsOf(days)
      expect(counts.present + counts.missingIn + counts.missingOut + counts.explained + counts.absent + counts.notDue + counts.open).toBe(days.length)
      expect(Object.values(counts.explainedBy).reduce((sum, n) => sum + n, 0)).toBe(counts.explained)
      const classes = Object.values(counts.classes)
      expect(classes.reduce((sum, { n }) => sum + n, 0)).toBe(counts.late.n + counts.early.n)
      expect(classes.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(counts.late.minutes + counts.early.minutes)
      expect(countsOf(days.toReversed())).toEqual(counts)
      expect(sumOf(days.map(day => countsOf([day])))).toEqual(counts)
    }))
  })

  it('tells what was late, and says nothing of a day that is explained or absent', () => {
    const counts = countsOf([aDay(1, { late: 10, lateClass: 'TL1' }), aDay(2, { late: 12, lateClass: 'TL1', early: 70, earlyClass: 'PSW2' }), aDay(3, { state: 'explained', reason: 'duty', late: 99, lateClass: 'TL2' }), aDay(4, { late: 3 }), absent(5)])
    expect(counts).toMatchObject({ present: 3, explained: 1, absent: 1, explainedBy: { duty: 1 }, classes: { TL1: { n: 2, minutes: 22 }, PSW2: { n: 1, minutes: 70 }, '': { n: 1, minutes: 3 } }, late: { n: 3, minutes: 25 } })
  })
})

describe('what presence cuts', () => {
  it('is the sum of its parts, which can be read', () => {
    const cut = cutOf(table, [aDay(1, { late: 10, lateClass: 'TL1' }), aDay(2, { state: 'missing-out', late: 12, lateClass: 'TL1' }), absent(3), absent(4)])
    expect(cut).toEqual({ parts: [{ code: 'absent', n: 2, cut: 600 }, { code: 'missing', n: 1, cut: 150 }, { code: 'TL1', n: 2, cut: 100 }], total: 850, capped: false })
  })

  it('never costs a day more than being absent, nor a month more than the cap', () => {
    expect(cutOf({ ...table, absent: 120 }, [aDay(1, { late: 45, lateClass: 'TL2', early: 70, earlyClass: 'PSW2' })]).total).toBe(120)
    expect(cutOf({ ...table, cap: 500 }, [absent(1), absent(2)])).toMatchObject({ total: 500, capped: true })
    expect(cutOf(table, [aDay(1, { state: 'explained', reason: 'leave' }), aDay(2, { state: 'waiting' }), aDay(3, { state: 'not-due' })]).total).toBe(0)
  })

  it('stays between nothing and the cap, does not ask for the order, and never falls when somebody is absent one day more', () => {
    fc.assert(fc.property(anyTable, anyMonth, fc.nat(30), (rules, days, at) => {
      const cut = cutOf(rules, days)
      expect(cut.total).toBeGreaterThanOrEqual(0)
      expect(cut.total).toBeLessThanOrEqual(rules.cap)
      expect(cutOf(rules, days.toReversed())).toEqual(cut)
      const sum = cut.parts.reduce((total, part) => total + part.cut, 0)
      expect(cut.total).toBe(Math.min(sum, rules.cap))
      const more = days.map((day, i) => (i === at ? { ...day, state: 'absent' as const } : day))
      expect(cutOf(rules, more).total).toBeGreaterThanOrEqual(cut.total)
      expect(cutOf(rules, [...days, absent(31)]).total).toBeGreaterThanOrEqual(cut.total)
    }))
  })
})

describe('days of absence as PP 94/2021 counts them', () => {
  it('are whole days and those that minutes add up to', () => {
    const months = [countsOf([absent(1), aDay(2, { late: 440 })]), countsOf([aDay(3, { early: 9 }), absent(4)])]
    expect(absenceOfYear(rule, months)).toEqual({ year: 2, fromMinutes: 0 })
    expect(absenceOfYear(rule, [...months, countsOf([aDay(5, { late: 1 })])])).toEqual({ year: 3, fromMinutes: 1 })
  })

  it('follow each other across weekends and holidays, and end with a day of presence or one that was explained', () => {
    const free = (n: number) => aDay(n, { state: 'not-due' })
    expect(absenceInRow([absent(1), aDay(2), absent(5), free(6), free(7), absent(8), aDay(9, { state: 'expected' })])).toEqual({ row: 2, rowSince: aDay(5).day })
    expect(absenceInRow([absent(1), aDay(2, { state: 'explained', reason: 'sick' })])).toEqual({ row: 0, rowSince: null })
    expect(absenceInRow([absent(1), aDay(2, { state: 'waiting' }), absent(3)])).toEqual({ row: 1, rowSince: aDay(3).day })
  })

  it('are told before a threshold is reached, and when it is', () => {
    expect([3, 4, 7, 11, 28].map(from => warnsFrom(rule, yearly(from)))).toEqual([2, 3, 6, 9, 23])
    const tell = (year: number, row = 0) => warningsOf(rule, [yearly(3), yearly(4), inRow], { year, fromMinutes: 0, row, rowSince: null }).map(({ threshold: { code }, state }) => `${code} ${state}`)
    expect([tell(0), tell(1), tell(2), tell(3), tell(4)]).toEqual([[], [], ['tahun-3 near'], ['tahun-3 crossed', 'tahun-4 near'], ['tahun-3 crossed', 'tahun-4 crossed']])
    expect([tell(0, 7), tell(0, 8), tell(0, 10)]).toEqual([[], ['berturut-10 near'], ['berturut-10 crossed']])
  })

  it('never cross a threshold that was not told of when they come one by one', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 100 }), (from, share) => {
      const asked = { ...rule, share }
      expect(warningsOf(asked, [yearly(from)], { year: from - 1, fromMinutes: 0, row: 0, rowSince: null })).toMatchObject([{ state: 'near' }])
    }))
  })
})

describe('a cut in rupiah', () => {
  it('is whole, never more than its share, and the whole allowance at a hundred percent', () => {
    expect(amountOf(5_900_000n, 650)).toBe(383_500n)
    expect(amountOf(1_333_333n, 125)).toBe(16_666n)
    fc.assert(fc.property(fc.bigInt(0n, 999_999_999_999n), fc.integer({ min: 0, max: 10_000 }), (base, total) => {
      const amount = amountOf(base, total)
      expect(amount * 10_000n <= base * BigInt(total) && (amount + 1n) * 10_000n > base * BigInt(total)).toBe(true)
      expect(amountOf(base, 10_000)).toBe(base)
    }))
  })
})
