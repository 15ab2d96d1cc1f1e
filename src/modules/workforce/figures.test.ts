import fc from 'fast-check'
import { expect, it } from 'vitest'
import { suppressed } from './exports.ts'
import { figuresOf } from './statistics/figures.ts'

const cells = fc.array(fc.record({ unit: fc.constantFrom('a', 'b'), trait: fc.constantFrom('sex', 'grade'), value: fc.constantFrom('m', 'f', 'x', 'y', null), n: fc.integer({ min: 1, max: 40 }) }), { maxLength: 20 })
  .map(list => [...new Map(list.map(cell => [`${cell.unit} ${cell.trait} ${cell.value}`, cell])).values()])

it('no published cell points at fewer than five people, nor can the one that is missing be reckoned', () => {
  fc.assert(fc.property(cells, list => {
    const told = suppressed(list)
    expect(told).toHaveLength(list.length)
    for (const { n } of told) if (n !== null) expect(n).toBeGreaterThanOrEqual(5)
    for (const group of Map.groupBy(told, ({ unit, trait }) => unit + trait).values()) if (group.length > 1) expect(group.filter(({ n }) => n === null).length).not.toBe(1)
  }))
})

it('figures count everybody once, and those overdue for retirement into this year', () => {
  const none = { kind: null, grade: null, education: null, unitId: null, level: null, bornIn: null }
  const born = (bornIn: string, n: number) => ({ ...none, by: 'born' as const, kind: 'pns' as const, level: 'pelaksana', bornIn, sex: 'm' as const, n })
  const units = { all: [], byId: () => undefined, bySlug: () => undefined, byRegion: () => undefined, below: () => [], ancestors: () => [], children: () => [] }
  const rules = { terms: {}, ages: new Map([['pelaksana', { age: 58, legalBasis: '', verified: false }]]), grades: [] }
  const figures = figuresOf([born('1960-01', 2), born('1970-12', 3), born('1999-05', 4), { ...none, by: 'kind', kind: 'pns', sex: 'm', n: 9 }], { units, rules, today: '2026-11-21' })
  expect(figures.total).toBe(9)
  expect(figures.retiring[0]).toEqual({ code: '2026', m: 2, f: 0 })
  expect(figures.retiring.find(({ code }) => code === '2029')).toEqual({ code: '2029', m: 3, f: 0 })
  expect(figures.retiring.reduce((sum, { m }) => sum + m, 0)).toBe(5)
  expect(figures.ages.map(({ code, m }) => [code, m])).toEqual([['25–29', 4], ['55–59', 3], ['≥ 60', 2]])
})
