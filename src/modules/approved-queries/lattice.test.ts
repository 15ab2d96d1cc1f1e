import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dimension, Question } from './contract.ts'
import { answerOf, blocksOf, type BaseCell, type Bounds } from './lattice.ts'
import { Attacker, toldBy } from './testing/attack.ts'

const bounds: Bounds = { fewest: 5, share: 0.8 }
const dimension = (column: string, size: number): Dimension => ({ column, title: column, values: Array.from({ length: size - 1 }, (_, i) => `${column}${i}`) })
const cell = (at: number[], count: number, sums: BaseCell['sums'] = []): BaseCell => ({ at, count, people: count, sums })

describe('blocks', () => {
  it('join what is too small with its neighbours, and say nothing of which of them are empty', () => {
    const blocks = blocksOf([cell([0], 12), cell([1], 2), cell([3], 4), cell([4], 1)], [5], 0, bounds, false)
    expect(blocks.map(({ within, count }) => [within, count])).toEqual([[[[0]], 12], [[[1, 2, 3, 4]], 7]])
  })

  it('lie within one block of each dimension before', () => {
    const blocks = blocksOf([cell([0, 0], 3), cell([0, 1], 9), cell([1, 0], 8), cell([1, 1], 8)], [2, 2], 0, bounds, false)
    expect(blocks.map(({ within, count }) => [within, count])).toEqual([[[[0], [0, 1]], 12], [[[1], [0]], 8], [[[1], [1]], 8]])
  })

  it('do not stand on one who makes up most of a sum, or on few who have the value at all', () => {
    const rich = (largest: number, filled = 10) => [{ filled, sum: 100, largest }]
    expect(blocksOf([cell([0], 10, rich(95)), cell([1], 10, rich(20))], [2], 1, bounds, false).map(({ within }) => within)).toEqual([[[0, 1]]])
    expect(blocksOf([cell([0], 10, rich(20, 2)), cell([1], 10, rich(20))], [2], 1, bounds, false).map(({ within }) => within)).toEqual([[[0, 1]]])
    expect(blocksOf([cell([0], 10, rich(20)), cell([1], 10, rich(20))], [2], 1, bounds, false)).toHaveLength(2)
  })

  it('count people, not rows, where somebody may have several', () => {
    const visits = (at: number[], count: number, people: number): BaseCell => ({ at, count, people, sums: [] })
    expect(blocksOf([visits([0], 40, 2), visits([1], 9, 9)], [2], 0, bounds, true).map(({ within }) => within)).toEqual([[[0, 1]]])
    expect(blocksOf([visits([0], 40, 2), visits([1], 9, 4)], [2], 0, bounds, true)).toEqual([])
  })

  it('are none where the whole table is too small', () => {
    expect(blocksOf([cell([0], 4)], [3], 0, bounds, false)).toEqual([])
  })
})

describe('answers', () => {
  const dimensions = [dimension('desa', 4), dimension('jk', 3), dimension('umur', 4)]
  const sizes = dimensions.map(({ values }) => values.length + 1)
  const table = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.nat({ max: 1000 })), { minLength: 5, maxLength: 120 }).map(rows => {
    const cells = new Map<string, BaseCell>()
    for (const [a, b, c, amount] of rows) {
      const key = `${a} ${b} ${c}`
      const before = cells.get(key) ?? cell([a, b, c], 0, [{ filled: 0, sum: 0, largest: 0 }])
      const { filled, sum, largest } = before.sums[0]!
      cells.set(key, cell([a, b, c], before.count + 1, [{ filled: filled + 1, sum: sum + amount, largest: Math.max(largest, amount) }]))
    }
    return [...cells.values()]
  })
  const question = fc.record({
    by: fc.subarray(dimensions.map(({ column }) => column)),
    only: fc.tuple(...dimensions.map(one => fc.option(fc.subarray([...one.values, '…'], { minLength: 1 }), { nil: undefined }))).map(lists => Object.fromEntries(lists.flatMap((list, i) => (list ? [[dimensions[i]!.column, list]] : [])))),
  }).map(({ by, only }): Question => ({ period: '2026', by, only, sum: ['uang'] }))
  const measures = [{ column: 'uang', title: 'Uang', unit: null }]

  it('stand for at least the smallest number of people each, however they are narrowed, and lose nobody unless they say so', () => {
    fc.assert(fc.property(table, question, (cells, asked) => {
      const blocks = blocksOf(cells, sizes, 1, bounds, false)
      const { rows, leftOut } = answerOf(blocks, dimensions, measures, asked, '…')
      for (const { count, sums } of rows) {
        expect(count).toBeGreaterThanOrEqual(bounds.fewest)
        expect(sums[0]!.filled).toBeGreaterThanOrEqual(bounds.fewest)
      }
      const inside = cells.filter(({ at }) => dimensions.every((one, i) => !asked.only[one.column] || asked.only[one.column]!.includes(one.values[at[i]!] ?? '…')))
      if (blocks.length > 0 && !leftOut) expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(inside.reduce((sum, one) => sum + one.count, 0))
    }), { numRuns: 500 })
  })

  it('together give no cell of fewer people to whoever solves all of them as equations', () => {
    fc.assert(fc.property(table, fc.array(question, { minLength: 2, maxLength: 12 }), (cells, asked) => {
      const blocks = blocksOf(cells, sizes, 1, bounds, false)
      const attacker = new Attacker(cells.length)
      for (const one of asked) for (const told of toldBy(one, blocks, dimensions, cells)) attacker.learns(told)
      for (const [i, { count }] of cells.entries()) if (count < bounds.fewest) expect(attacker.knows([i])).toBe(false)
      // Nor any few cells that have fewer people together.
      for (const [i, a] of cells.entries()) for (const [j, b] of cells.entries()) if (i < j && a.count + b.count < bounds.fewest) expect(attacker.knows([i, j])).toBe(false)
    }), { numRuns: 200 })
  })
})

describe('the attacker', () => {
  const dimensions = [dimension('desa', 3), dimension('jk', 3)]
  const cells = [cell([0, 0], 20), cell([0, 1], 2), cell([1, 0], 30), cell([1, 1], 17)]

  it('finds a cell of two where small cells are only left out and totals are given', () => {
    const attacker = new Attacker(cells.length)
    // By desa and jk with the small cell left out; then by desa alone.
    for (const told of [[0], [2], [3], [0, 1], [2, 3]]) attacker.learns(told)
    expect(attacker.knows([1])).toBe(true)
  })

  it('does not where both are sums of blocks', () => {
    const blocks = blocksOf(cells, [3, 3], 0, bounds, false)
    const attacker = new Attacker(cells.length)
    for (const by of [[], ['desa'], ['jk'], ['desa', 'jk']]) for (const told of toldBy({ period: '2026', by, only: {}, sum: [] }, blocks, dimensions, cells)) attacker.learns(told)
    expect([attacker.knows([1]), attacker.knows([0]), attacker.knows([0, 1]), attacker.knows([3])]).toEqual([false, false, true, true])
  })
})
