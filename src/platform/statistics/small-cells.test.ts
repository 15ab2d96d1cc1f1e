import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutSmallCells, type Measured } from './small-cells.ts'

const columns: Measured[] = [
  { name: 'unit', people: false, number: false },
  { name: 'orang', people: true, number: true },
  { name: 'jam', people: false, number: true },
]

describe('cells that tell of too few people', () => {
  it('are left out together with the numbers beside them, and nothing else is', () => {
    fc.assert(fc.property(fc.array(fc.record({ unit: fc.string(), orang: fc.nat(12), jam: fc.nat(500) })), fc.integer({ min: 2, max: 8 }), (rows, fewest) => {
      const { rows: kept, suppressed } = withoutSmallCells(rows, columns, fewest)
      expect(kept).toHaveLength(rows.length)
      let few = 0
      for (const [i, row] of rows.entries()) {
        if (row.orang > 0 && row.orang < fewest) {
          few++
          expect(kept[i]).toEqual({ unit: row.unit, orang: null, jam: null })
        } else expect(kept[i]).toEqual(row)
      }
      expect(suppressed).toBe(few)
    }))
  })

  it('are no concern of a table that counts nobody', () => {
    expect(withoutSmallCells([{ ruas: 3 }], [{ name: 'ruas', people: false, number: true }], 5)).toEqual({ rows: [{ ruas: 3 }], suppressed: 0 })
  })
})
