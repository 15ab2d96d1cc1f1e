import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signs, type Sign } from './codes.ts'
import { defaults } from './defaults.ts'
import { suspicionOf } from './suspicion.ts'
import { isClosedCircle } from './vouches.ts'
import { traceOf, type Trace } from './trace.ts'

/** A month of two check-ins a day in which a sign was looked for each time and showed on these days. */
const monthWith = (sign: Sign, days: readonly number[]): Trace[] =>
  Array.from({ length: 44 }, (_, i) => {
    const day = 1 + Math.floor(i / 2)
    return traceOf({ at: new Date(Date.UTC(2026, 9, day, i % 2 === 0 ? 0 : 9)), day: `2026-10-${String(day).padStart(2, '0')}` }, { level: 'fair', looked: [sign], shown: days.includes(day) ? [sign] : [] })
  })
const judge = (checks: readonly Trace[]) => suspicionOf(checks, defaults)

describe('a month', () => {
  it('without signs, or with what happens to everybody, gives no reason to ask', () => {
    expect(judge([])).toEqual({ listed: false, points: 0, reasons: [] })
    expect(judge(monthWith('device-borrowed', [4])).listed).toBe(false)
    expect(judge(monthWith('outside', [2, 9, 17])).listed).toBe(false)
  })

  it('on somebody else’s phone is told to the superior with how often', () => {
    const { listed, reasons } = judge(monthWith('device-borrowed', [1, 2, 5, 6, 7, 8, 12]))
    expect([listed, reasons[0]!.values]).toEqual([true, { shown: 14, looked: 44 }])
  })

  it('of a sign that many honest phones always show is not enough by itself', () => {
    const all = Array.from({ length: 22 }, (_, i) => i + 1)
    expect(judge(monthWith('accuracy-constant', all)).listed).toBe(false)
    expect(judge(monthWith('too-steady', all)).listed).toBe(false)
    expect(judge(monthWith('satellite-repeated', all)).listed).toBe(true)
  })

  it('is not judged by one bad day', () => {
    const badDay = monthWith('mocked', [3]).map((trace): Trace => (trace.shown.length > 0 ? { ...trace, looked: signs, shown: ['mocked', 'chain-fork', 'clock-changed', 'device-borrowed'] } : trace))
    expect(judge(badDay)).toMatchObject({ listed: false })
    expect(judge(badDay).points).toBeGreaterThan(defaults.review.points)
  })

  it('with doubtful check-ins on three days is told too, unless only letters were missing', () => {
    const doubted = (sign: Sign, days: readonly number[]) => judge(monthWith(sign, days).map((trace): Trace => (trace.shown.length > 0 ? { ...trace, level: 'doubtful' } : trace))).listed
    expect([doubted('satellite-repeated', [3, 4]), doubted('satellite-repeated', [3, 4, 9])]).toEqual([false, true])
    expect(doubted('far-away', [3, 4, 9])).toBe(false)
  })

  it('whose signs show only where nothing bears somebody out is more surprising, and never by that alone', () => {
    const spread = (borneOut: (odd: boolean, i: number) => boolean | null) => judge(monthWith('accuracy-returned', [1, 2, 5, 6, 7, 8, 12, 13, 14, 15, 16]).map((trace, i): Trace => ({ ...trace, readingMark: `reading ${i}`, accuracy: i, borneOut: borneOut(trace.shown.length > 0, i) })))
    const [alone, either, later] = [spread(odd => !odd), spread((_, i) => i % 3 > 0), spread(() => null)]
    expect([alone, either, later].map(({ listed }) => listed)).toEqual([true, false, false])
    expect(alone.reasons[0]).toMatchObject({ code: 'only-alone', values: { shown: 22, looked: 22 } })
    expect(-10 * Math.log10(defaults.review.alone) - defaults.review.chance).toBeLessThanOrEqual(defaults.review.points)
  })

  it('in which nobody and nothing ever bears somebody out says nothing', () => {
    const never = monthWith('accuracy-returned', [1, 2, 5, 6, 7, 8, 12, 13, 14, 15, 16]).map((trace, i): Trace => ({ ...trace, readingMark: `reading ${i}`, borneOut: false }))
    expect(judge(never).reasons.map(({ code }) => code)).not.toContain('only-alone')
  })

  it('is never less surprising for one sign more, in whatever order its days come', () => {
    const trace = fc.record({ day: fc.integer({ min: 1, max: 22 }), looked: fc.subarray([...signs]), part: fc.array(fc.boolean(), { minLength: signs.length, maxLength: signs.length }) })
      .map(({ day, looked, part }) => traceOf({ at: new Date(Date.UTC(2026, 9, day)), day: `2026-10-${day}` }, { level: 'fair', looked, shown: looked.filter((_, i) => part[i]) }))
    fc.assert(fc.property(fc.array(trace, { maxLength: 40 }), fc.nat(), fc.nat(), (checks, which, place) => {
      const before = judge(checks)
      expect(judge(checks.toReversed()).points).toBeCloseTo(before.points, 9)
      const one = checks[which % (checks.length || 1)]
      const missing = one?.looked.filter(sign => !one.shown.includes(sign)) ?? []
      if (!one || missing.length === 0) return
      const worse = checks.with(which % checks.length, { ...one, shown: [...one.shown, missing[place % missing.length]!] })
      expect(judge(worse).points).toBeGreaterThanOrEqual(before.points - 1e-9)
    }))
  })
})

describe('people who vouch', () => {
  it('form a circle when all words lead back to the person and few are in it', () => {
    const pair = [{ by: 'a', of: 'b' }, { by: 'b', of: 'a' }]
    expect(isClosedCircle('a', pair)).toBe(true)
    expect(isClosedCircle('a', [{ by: 'b', of: 'a' }])).toBe(false)
    expect(isClosedCircle('a', [...pair, { by: 'c', of: 'b' }, { by: 'd', of: 'c' }, { by: 'e', of: 'd' }])).toBe(false)
    expect(isClosedCircle('a', [{ by: 'c', of: 'a' }, { by: 'b', of: 'c' }, { by: 'a', of: 'b' }])).toBe(true)
  })
})
