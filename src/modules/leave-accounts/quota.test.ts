import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balances, type Charge, type Ledger, type Quota } from './quota.ts'
import { quotaOfPns } from './testing.ts'

const pns = quotaOfPns
const ledger = (over: Partial<Ledger> = {}): Ledger => ({ since: 2024, entitledFrom: null, left: new Map(), deferred: new Map(), uses: [], cleared: new Set(), joint: new Map(), ...over })
const use = (year: number, days: number, over: Partial<Charge> = {}): Charge => ({ id: `${year}-${days}`, year, days, pending: false, ...over })
/** What is left in a year. */
const left = (over: Partial<Ledger>, year: number, quota = pns) => balances(quota, ledger(over), year).at(-1)!.left

describe('annual leave', () => {
  it('is twelve working days, and no more than six of what is left go into the next year', () => {
    expect(left({}, 2024)).toBe(12)
    expect(left({ uses: [use(2024, 2)] }, 2025)).toBe(18)
    expect(left({ uses: [use(2024, 9)] }, 2025)).toBe(15)
    expect(left({ uses: [use(2024, 12)] }, 2025)).toBe(12)
  })

  it('is twenty-four after two years in which none was used, and eighteen after one', () => {
    expect(left({}, 2025)).toBe(18)
    expect(left({}, 2026)).toBe(24)
    expect(left({}, 2030)).toBe(24)
    expect(left({ uses: [use(2025, 1)] }, 2026)).toBe(18)
  })

  it('that was deferred in writing comes whole into the next year, up to twenty-four', () => {
    expect(left({ uses: [use(2024, 1)], deferred: new Map([[2024, 11]]) }, 2025)).toBe(23)
    expect(left({ uses: [use(2024, 1)], deferred: new Map([[2024, 2]]) }, 2025)).toBe(20)
    expect(left({ uses: [use(2024, 12)], deferred: new Map([[2024, 12]]) }, 2025)).toBe(12)
  })

  it('goes with cuti besar in that year, and comes again in the next', () => {
    const over = { uses: [use(2023, 1)], since: 2023, cleared: new Set([2024]) }
    expect(left(over, 2024)).toBe(0)
    expect(left(over, 2025)).toBe(12)
  })

  it('begins after a year of service', () => {
    expect(left({ entitledFrom: '2025-03-01' }, 2024)).toBe(0)
    expect(left({ entitledFrom: '2025-03-01' }, 2025)).toBe(12)
  })

  it('of PNS is not touched by cuti bersama; where it counts it is taken first', () => {
    const joint = new Map([[2024, 8]])
    expect(left({ joint }, 2024)).toBe(12)
    expect(left({ joint }, 2024, { ...pns, joint: true })).toBe(4)
  })

  it('of years before anything was kept counts as far as an officer entered it', () => {
    expect(left({ since: 2026 }, 2026)).toBe(12)
    expect(left({ since: 2026, left: new Map([[2025, 4]]) }, 2026)).toBe(16)
    expect(left({ since: 2026, left: new Map([[2025, 12]]) }, 2026)).toBe(18)
    expect(left({ since: 2026, left: new Map([[2024, 12], [2025, 12]]) }, 2026)).toBe(24)
    expect(left({ since: 2026, left: new Map([[2024, 3], [2025, 12]]) }, 2026)).toBe(18)
  })

  it('that is asked for is no longer to be had, and shows when it is too much', () => {
    const [year] = balances(pns, ledger({ uses: [use(2024, 10), use(2024, 4, { pending: true })] }), 2024)
    expect(year).toMatchObject({ used: 10, pending: 4, left: 0, over: 2 })
  })
})

const years = fc.integer({ min: 2020, max: 2032 })
const quotas = fc.record({ days: fc.integer({ min: 6, max: 14 }), carry: fc.integer({ min: 0, max: 8 }), extra: fc.integer({ min: 0, max: 10 }), more: fc.integer({ min: 0, max: 10 }), idleYears: fc.integer({ min: 0, max: 3 }), joint: fc.boolean() })
  .map(({ days, carry, extra, more, idleYears, joint }): Quota => ({ days, carry, most: days + extra, mostDeferred: days + extra + more, idleYears, years: 1, joint }))
const perYear = (most: number) => fc.array(fc.tuple(years, fc.integer({ min: 0, max: most })), { maxLength: 6 }).map(pairs => new Map(pairs))
const uses = fc.array(fc.record({ year: years, days: fc.integer({ min: 1, max: 9 }), pending: fc.boolean() }), { maxLength: 25 }).map(list => list.map((one, i): Charge => ({ ...one, id: String(i) })))
const ledgers = fc.record({
  since: years, entitledFrom: fc.option(years.map(year => `${year}-05-01`)), left: perYear(14), deferred: perYear(14), uses, cleared: fc.array(years, { maxLength: 3 }).map(list => new Set(list)), joint: perYear(9),
})

describe('any account over many years', () => {
  it('never holds more than the rules allow, nor less than nothing', () => {
    fc.assert(fc.property(quotas, ledgers, (quota, one) => {
      for (const year of balances(quota, one, 2033)) {
        expect(year.left).toBeGreaterThanOrEqual(0)
        expect(year.own + year.carried).toBeLessThanOrEqual(quota.mostDeferred)
        if (year.deferred === 0 && !year.idle) {
          expect(year.own + year.carried).toBeLessThanOrEqual(quota.most)
          expect(year.carried).toBeLessThanOrEqual(quota.carry)
        }
        expect(year.lapsed).toBeGreaterThanOrEqual(0)
        if (year.cleared) expect(year.left).toBe(0)
      }
    }))
  })

  it('gives each day of a year to exactly one fate: used, asked for, carried on, or lapsed', () => {
    fc.assert(fc.property(quotas, ledgers, (quota, drawn) => {
      const found = balances(quota, { ...drawn, left: new Map() }, 2033)
      for (const [i, year] of found.entries()) {
        const next = found[i + 1]
        if (year.cleared) continue
        expect(year.own + year.carried + year.over).toBe(year.left + (year.own + year.carried === 0 && year.over === 0 ? 0 : year.used + year.pending))
        if (next) expect(year.left).toBe(next.carried + next.lapsed)
      }
    }))
  })

  it('loses nothing when days are given back, and gains nothing when more are used', () => {
    fc.assert(fc.property(quotas, ledgers, fc.nat(), (quota, one, pick) => {
      if (one.uses.length === 0) return
      const without = { ...one, uses: one.uses.toSpliced(pick % one.uses.length, 1) }
      const before = new Map(balances(quota, one, 2033).map(year => [year.year, year.left]))
      for (const year of balances(quota, without, 2033)) expect(year.left, String(year.year)).toBeGreaterThanOrEqual(before.get(year.year) ?? 0)
    }))
  })

  it('does not depend on the order in which leave was written down', () => {
    fc.assert(fc.property(quotas, ledgers, (quota, one) => {
      expect(balances(quota, { ...one, uses: one.uses.toReversed() }, 2033)).toEqual(balances(quota, one, 2033))
    }))
  })

  it('asks no other year than those before: what comes later changes nothing', () => {
    fc.assert(fc.property(quotas, ledgers, years, (quota, one, year) => {
      const earlier = { ...one, uses: one.uses.filter(used => used.year <= year), cleared: new Set([...one.cleared].filter(cleared => cleared <= year)), deferred: new Map([...one.deferred].filter(([of]) => of < year)) }
      const at = (found: ReturnType<typeof balances>) => found.find(balance => balance.year === year)?.left
      expect(at(balances(quota, earlier, year))).toBe(at(balances(quota, one, year)))
    }))
  })
})
