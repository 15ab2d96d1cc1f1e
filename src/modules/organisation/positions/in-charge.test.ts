import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter, dayBefore, inChargeOn, overlapping, spansFrom, type Held } from './in-charge.ts'

const first = Date.parse('2026-11-01T00:00:00Z')
const dayOf = (n: number) => new Date(first + n * 86_400_000).toISOString().slice(0, 10)
const days = Array.from({ length: 45 }, (_, n) => dayOf(n))

/** Holdings over six weeks; some share a decree date or a beginning, some have no decree, some go on. */
const holding = fc.record({ kind: fc.constantFrom('definitif' as const, 'plt' as const, 'plh' as const), begins: fc.nat(30), lasts: fc.option(fc.nat(14), { nil: null }), decreed: fc.option(fc.nat(5), { nil: null }) })
const holdings = fc.array(holding, { maxLength: 7 }).map(list => list.map(({ kind, begins, lasts, decreed }, i): Held => ({ holdingId: `h${i}`, kind, from: dayOf(begins), to: lasts === null ? null : dayOf(begins + lasts), decree: { on: decreed === null ? null : dayOf(decreed) } })))

/** The rule as people say it: the stand-in for days, else the one for a while, else the holder; of several the one with the latest decree. */
function asTold(all: readonly Held[], day: string): Held | null {
  const there = all.filter(one => one.from <= day && day <= (one.to ?? '9999-12-31'))
  for (const kind of ['plh', 'plt', 'definitif']) {
    let best: Held | null = null
    for (const one of there) {
      if (one.kind !== kind) continue
      const words = (held: Held) => `${held.decree.on ?? '0000-00-00'} ${held.from} ${held.holdingId}`
      if (!best || words(one) > words(best)) best = one
    }
    if (best) return best
  }
  return null
}

describe('who is in charge on a day', () => {
  test('is what the rule says in words, over random decrees, in whatever order they are read', () => {
    fc.assert(
      fc.property(holdings, fc.constantFrom(...days), (all, day) => {
        const expected = asTold(all, day)
        expect(inChargeOn(all, day)).toEqual(expected)
        expect(inChargeOn(all.toReversed(), day)).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  test('a Plh. goes before a Plt., a Plt. before the holder, and only on its days', () => {
    const own: Held = { holdingId: 'a', kind: 'definitif', from: '2026-01-02', to: null, decree: { on: '2025-12-20' } }
    const months: Held = { holdingId: 'b', kind: 'plt', from: '2026-11-01', to: '2026-11-30', decree: { on: '2026-10-28' } }
    const week: Held = { holdingId: 'c', kind: 'plh', from: '2026-11-16', to: '2026-11-20', decree: { on: '2026-11-13' } }
    const who = (day: string) => inChargeOn([own, months, week], day)?.holdingId
    expect([who('2026-10-31'), who('2026-11-15'), who('2026-11-16'), who('2026-11-20'), who('2026-11-21'), who('2026-12-01')]).toEqual(['a', 'b', 'c', 'c', 'b', 'a'])
    expect(who('2026-01-01')).toBeUndefined()
  })
})

describe('gaps and overlaps', () => {
  test('are told for exactly the days that have them', () => {
    fc.assert(
      fc.property(holdings, fc.constantFrom(...days), (all, start) => {
        const spans = spansFrom(all, start)
        for (const day of days.filter(one => one >= start)) {
          const there = all.filter(one => one.from <= day && day <= (one.to ?? '9999-12-31'))
          const state = there.length === 0 ? 'vacant' : overlapping(there) ? 'overlapping' : undefined
          const found = spans.filter(span => span.from <= day && day <= (span.to ?? '9999-12-31'))
          expect(found.map(span => span.state)).toEqual(state ? [state] : [])
          if (found[0]) expect(found[0].holders.map(one => one.holdingId).sort()).toEqual(there.map(one => one.holdingId).sort())
        }
        // No two spans that could be one.
        for (const [i, span] of spans.entries()) if (i > 0 && span.state === 'vacant' && spans[i - 1]!.state === 'vacant') expect(dayAfter(spans[i - 1]!.to!)).not.toBe(span.from)
      }),
      { numRuns: 500 },
    )
  })

  test('a Plh. beside the holder is none, a Plt. beside the holder is one, and so are two who stand in', () => {
    const of = (...kinds: Held['kind'][]) => overlapping(kinds.map(kind => ({ kind })))
    expect([of('definitif', 'plh'), of('definitif'), of('plt'), of('plh')]).toEqual([false, false, false, false])
    expect([of('definitif', 'plt'), of('plt', 'plh'), of('plh', 'plh')]).toEqual([true, true, true])
    expect([dayBefore('2026-03-01'), dayAfter('2028-02-28')]).toEqual(['2026-02-28', '2028-02-29'])
  })
})
