import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidenceOf } from './confidence.ts'
import { defaults } from './defaults.ts'
import type { Reading, Signals } from './signals.ts'
import { readingMark, traceOf, type Trace } from './trace.ts'

const secret = 'a secret of the tests'
const slawi = { latitude: -6.9826123, longitude: 109.1405456 }
const at = (day: number, minutes = 0) => ({ at: new Date(Date.UTC(2026, 9, day, 0, 20 + minutes)), day: `2026-10-${String(day).padStart(2, '0')}` })
const aReading = (over: Partial<Reading> = {}): Reading => ({ distance: 0, fromMiddle: 30, accuracy: 20, age: 3, mark: readingMark(secret, 'sri', slawi), altitudeMark: null, ...over })
const ownPhone = { knownDays: 100, own: true, office: false, others: 0 }
const judge = (signals: Signals, history: readonly Trace[] = []) => confidenceOf(signals, history, defaults)

/** Judges check-ins one after the other, each knowing those before. */
function inTurn(checks: readonly Signals[]) {
  const history: Trace[] = []
  return checks.map(signals => {
    const confidence = judge(signals, history)
    history.push(traceOf(signals, confidence))
    return confidence
  })
}
const codes = (signals: Signals, history?: readonly Trace[]) => judge(signals, history).reasons.map(({ code }) => code)

describe('a check-in', () => {
  it('of somebody’s own phone at the office is of high confidence, and says why', () => {
    const { level, reasons } = judge({ ...at(1), reading: aReading(), device: ownPhone, network: 'unknown' })
    expect(level).toBe('high')
    expect(reasons.map(({ code, weight }) => [code, weight > 0])).toEqual([['at-place', true], ['known-device', true]])
  })

  it('with nothing to go by is fair, and nobody is blamed for it', () => {
    expect(judge(at(1))).toMatchObject({ level: 'fair', reasons: [] })
  })

  it('is no less sure for arriving days later', () => {
    const prompt = judge({ ...at(1), reading: aReading(), device: ownPhone })
    const late = judge({ ...at(1), reading: aReading(), device: ownPhone, passage: { hours: 71.6, gap: false, fork: false, clockChanged: false } })
    expect(late.score).toBe(prompt.score)
    expect(late.reasons.find(({ code }) => code === 'sent-late')).toMatchObject({ weight: 0, values: { hours: 72 } })
  })

  it('far from every place of work is doubtful, unless a letter says so or the position is a rough one', () => {
    const far = aReading({ distance: 6000, fromMiddle: 6060 })
    expect(judge({ ...at(1), reading: far, device: ownPhone }).level).toBe('doubtful')
    expect(judge({ ...at(1), reading: far, device: ownPhone, anywhere: true }).level).not.toBe('doubtful')
    expect(codes({ ...at(1), reading: aReading({ distance: 2400, fromMiddle: 2460, accuracy: 1500 }), device: ownPhone })).toEqual(['known-device'])
  })

  it('far away is not made good by a code that may be a photo, nor by friends', () => {
    const far = { ...at(1), reading: aReading({ distance: 6000, fromMiddle: 6060 }), device: ownPhone }
    expect(judge({ ...far, code: { age: 10, timed: true }, vouches: [{ level: 'high', closed: false }] }).score).toBe(judge(far).score)
  })

  it('with the same coordinates to the last digit as the day before is less sure, and doubtful when they never vary', () => {
    const fake = (day: number): Signals => ({ ...at(day), reading: aReading({ accuracy: 5 }), device: ownPhone })
    expect(inTurn([1, 2, 5, 6, 7, 8, 9, 12, 13].map(fake)).map(({ level }) => level)).toEqual(['high', 'fair', 'fair', 'fair', 'fair', 'fair', 'fair', 'doubtful', 'doubtful'])
  })

  it('whose position comes back after another one is doubted, which a phone that repeats its last one is not', () => {
    const fix = (mark: string, day: number): Signals => ({ ...at(day), reading: aReading({ accuracy: 5, mark }), device: ownPhone })
    const returned = inTurn([fix('pin', 1), fix('real', 2), fix('pin', 5)])[2]!
    expect([returned.level, returned.shown]).toEqual(['doubtful', ['satellite-repeated', 'reading-returned']])
    expect(inTurn([fix('old', 1), fix('real', 2), fix('real', 5)])[2]!.shown).toEqual(['satellite-repeated'])
  })

  it('whose position jumps about while the button is pressed is doubted, which a phone at rest, on the way or unsure is not', () => {
    const shown = (steps: number[], between: number, accuracy = 5) => judge({ ...at(1), reading: aReading({ accuracy, moves: { steps, between } }), device: ownPhone }).shown
    expect(shown([9, 12, 7], 6)).toEqual(['restless'])
    expect(shown([9, 0.4, 12], 6)).toEqual([])
    expect(shown([8, 8.5, 8], 24)).toEqual([])
    expect(shown([9, 12, 7], 6, 30)).toEqual([])
    expect(shown([9], 9)).toEqual([])
  })

  it('is told apart by one accuracy that returns among others, and a phone that knows only steps is not', () => {
    const readings = (accuracies: readonly number[]) => inTurn(accuracies.map((accuracy, i) => ({ ...at(i + 1), reading: aReading({ accuracy, mark: String(i), fromMiddle: 20 + 9 * i }), device: ownPhone }))).at(-1)!.shown
    expect(readings([5, 11.2, 23.7, 5, 8.91, 40.2, 17.3, 5, 31.4, 5])).toEqual(['accuracy-returned'])
    expect(readings([5, 10, 20, 5, 10, 35, 20, 5, 10, 5])).toEqual([])
    expect(readings([20, 20, 20, 20, 20, 20, 71.3, 20, 20, 20])).toEqual([])
  })

  it('is borne out by the network of the office, its code or a colleague outside a circle, and nobody asks it of what came later', () => {
    const borne = (over: Partial<Signals>) => judge({ ...at(1), reading: aReading(), device: ownPhone, ...over }).borneOut
    expect([borne({}), borne({ network: 'office' }), borne({ code: { age: 10, timed: true } }), borne({ code: { age: 90, timed: true } })]).toEqual([false, true, true, false])
    expect([borne({ vouches: [{ level: 'fair', closed: false }] }), borne({ vouches: [{ level: 'high', closed: true }] })]).toEqual([true, false])
    expect(borne({ network: 'office', passage: { hours: 3, gap: false, fork: false, clockChanged: false } })).toBeNull()
  })

  it('repeated within the day is the browser’s memory and no sign', () => {
    expect(inTurn([{ ...at(1), reading: aReading({ accuracy: 5 }) }, { ...at(1, 1), reading: aReading({ accuracy: 5 }) }])[1]!.shown).toEqual([])
  })

  it('from a tower says nothing, however often the tower is the same', () => {
    const tower = (day: number): Signals => ({ ...at(day), reading: aReading({ distance: 900, accuracy: 1800 }), device: ownPhone })
    for (const { level, shown } of inTurn([1, 2, 5, 6, 7, 8].map(tower))) expect([level, shown]).toEqual(['fair', []])
  })

  it('on a colleague’s phone is forgiven, and every day on one is not', () => {
    const borrowed = (day: number): Signals => ({ ...at(day), reading: aReading({ mark: String(day) }), device: { ...ownPhone, own: false, others: 1 } })
    expect(inTurn([1, 2, 5, 6].map(borrowed)).map(({ level }) => level)).toEqual(['fair', 'fair', 'doubtful', 'doubtful'])
    expect(judge({ ...at(1), device: { ...ownPhone, own: false, others: 9, office: true } })).toMatchObject({ level: 'fair', shown: [] })
  })

  it('cannot have travelled faster than anything does', () => {
    const [, soon] = inTurn([{ ...at(1), reading: aReading({ distance: 30_000, mark: 'x' }), anywhere: true }, { ...at(1, 3), reading: aReading() }])
    expect(soon!.shown).toEqual(['impossible-speed'])
    const [, later] = inTurn([{ ...at(1), reading: aReading({ distance: 30_000, mark: 'x' }), anywhere: true }, { ...at(1, 60), reading: aReading() }])
    expect(later!.shown).toEqual([])
  })

  it('is as sure as its time: a place does not make up for a clock that is changed again and again', () => {
    const changed = (day: number): Signals => ({ ...at(day), reading: aReading({ mark: String(day) }), device: ownPhone, network: 'office', passage: { hours: 1, gap: false, fork: false, clockChanged: true } })
    expect(inTurn([1, 2, 5].map(changed)).map(({ level }) => level)).toEqual(['fair', 'fair', 'doubtful'])
  })

  it('is vouched for by the worth of the one who vouches', () => {
    const score = (level: 'high' | 'fair' | 'doubtful', closed = false) => judge({ ...at(1), vouches: [{ level, closed }] }).score
    expect([score('high') > score('fair'), score('fair') > score('high', true), score('high', true) > score('doubtful')]).toEqual([true, true, true])
    expect(score('doubtful')).toBe(judge(at(1)).score)
  })
})

describe('any check-in', () => {
  const reading = fc.record({
    distance: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40_000 })), fromMiddle: fc.option(fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40_000 }))), accuracy: fc.oneof(fc.constantFrom(0, 5, 20), fc.integer({ min: 0, max: 3000 })),
    age: fc.integer({ min: 0, max: 900 }), mark: fc.constantFrom('a', 'b', 'c'), altitudeMark: fc.option(fc.constantFrom('a', 'b')),
    moves: fc.option(fc.record({ steps: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }), between: fc.integer({ min: 0, max: 60 }) }), { nil: undefined }),
  })
  const device = fc.record({ knownDays: fc.integer({ min: 0, max: 60 }), others: fc.integer({ min: 0, max: 3 }), own: fc.boolean(), office: fc.boolean() })
  const passage = fc.record({ hours: fc.integer({ min: 0, max: 200 }), gap: fc.boolean(), fork: fc.boolean(), clockChanged: fc.boolean() })
  const vouch = fc.record({ level: fc.constantFrom('high' as const, 'fair' as const, 'doubtful' as const), closed: fc.boolean() })
  const anything = { reading, anywhere: fc.boolean(), device, code: fc.record({ age: fc.integer({ min: 0, max: 120 }), timed: fc.boolean() }), network: fc.constantFrom('office' as const, 'unknown' as const), vouches: fc.array(vouch, { maxLength: 3 }), selfie: fc.boolean(), passage }
  const signals = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.record(anything, { requiredKeys: [] })).map(([day, rest]): Signals => ({ ...at(day), ...rest }))
  const past = fc.array(signals, { maxLength: 15 }).map(checks => {
    const history: Trace[] = []
    for (const check of checks) history.push(traceOf(check, judge(check, history)))
    return history
  })
  const score = (check: Signals, history: readonly Trace[]) => judge(check, history).score

  it('is never less sure for something honest that is added', () => {
    fc.assert(fc.property(signals, past, vouch, (check, history, word) => {
      const before = score(check, history)
      const better: Signals[] = [
        { ...check, anywhere: true }, { ...check, network: 'office' }, { ...check, selfie: true }, { ...check, vouches: [...(check.vouches ?? []), word] },
        ...(check.code ? [] : [{ ...check, code: { age: 5, timed: true } }]),
        ...(check.device ? [] : [{ ...check, device: ownPhone }]),
        ...(check.reading ? [] : [{ ...check, reading: aReading({ mark: 'never seen', altitudeMark: 'never seen', accuracy: 7.31 }) }].filter(one => !judge(one, history).shown.some(sign => sign === 'impossible-speed' || sign === 'too-steady'))),
        ...(check.passage ? [] : [{ ...check, passage: { hours: 90, gap: false, fork: false, clockChanged: false } }]),
      ]
      for (const one of better) expect(score(one, history)).toBeGreaterThanOrEqual(before)
    }))
  })

  it('is never more sure for a sign of spoofing', () => {
    fc.assert(fc.property(signals, past, (check, history) => {
      const before = score(check, history)
      const worse: Signals[] = []
      if (check.reading) worse.push({ ...check, reading: { ...check.reading, mocked: true } })
      if (check.device && !check.device.office) worse.push({ ...check, device: { ...check.device, own: false, others: 1 } })
      if (check.code) worse.push({ ...check, code: { age: 90, timed: true } })
      const passed = check.passage ?? { hours: 0, gap: false, fork: false, clockChanged: false }
      worse.push({ ...check, passage: { ...passed, gap: true } }, { ...check, passage: { ...passed, fork: true } }, { ...check, passage: { ...passed, clockChanged: true } })
      for (const one of worse) expect(score(one, history)).toBeLessThanOrEqual(before)
    }))
  })

  it('is never more sure because the past had more of the same signs', () => {
    fc.assert(fc.property(signals, past, fc.constantFrom('clock-changed' as const, 'device-borrowed' as const, 'code-late' as const), (check, history, sign) => {
      const more: Trace[] = [{ ...traceOf(at(28), { level: 'fair', looked: [sign], shown: [sign] }), day: '2026-09-30' }, ...history]
      expect(score(check, more)).toBeLessThanOrEqual(score(check, history))
    }))
  })

  it('is judged the same every time, and its reasons add up whatever their order', () => {
    fc.assert(fc.property(signals, past, (check, history) => {
      const first = judge(check, history)
      const turned = Object.fromEntries(Object.entries({ ...check, vouches: check.vouches?.toReversed() }).toReversed()) as unknown as Signals
      expect(judge(turned, history)).toEqual(first)
      expect(first.score).toBeLessThanOrEqual(Math.min(...Object.values(defaults.start)) + first.reasons.reduce((sum, { weight }) => sum + Math.max(0, weight), 0))
    }))
  })

  it('leaves no coordinates behind', () => {
    fc.assert(fc.property(signals, past, (check, history) => {
      const kept = traceOf(check, judge(check, history))
      expect(Object.keys(kept).toSorted()).toEqual(['accuracy', 'altitudeMark', 'at', 'band', 'borneOut', 'day', 'level', 'looked', 'readingMark', 'ring', 'shown'])
      if (kept.ring !== null) expect([kept.ring % 5, kept.ring <= 300]).toEqual([0, true])
    }))
    expect(readingMark(secret, 'sri', slawi)).not.toBe(readingMark(secret, 'agus', slawi))
    expect(readingMark(secret, 'sri', slawi)).not.toBe(readingMark(secret, 'sri', { ...slawi, latitude: -6.9826124 }))
  })
})
