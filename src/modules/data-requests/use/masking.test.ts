import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked } from './masking.ts'

describe('a masked sample', () => {
  it('shows how a value looks and not what it is', () => {
    expect(masked('Siti Aminah', { type: 'text' })).toBe('Sxxx xxxxxx')
    expect(masked('3328016504870001', { type: 'text', key: true })).toBe('9999999999999999')
    expect(masked(3328016504870001, { type: 'integer', key: true })).toBe('9999999999999999')
    expect(masked('1987-04-25', { type: 'date' })).toBe('1987')
    expect(masked('33.28.10.2004', { type: 'region' })).toBe('33.28.10')
    expect(masked('L', { type: 'text', codes: [{ code: 'L', label: 'Laki-laki' }] })).toBe('L')
    expect([masked(12, { type: 'integer' }), masked(null, { type: 'text' }), masked('{"type":"Point"}', { type: 'geometry' })]).toEqual([12, null, null])
  })

  it('lets no digit and no letter after the first through', () => {
    fc.assert(fc.property(fc.string(), text => {
      const veil = String(masked(text, { type: 'text', key: true }))
      expect(Array.from(veil).length).toBe(Array.from(text).length)
      expect(Array.from(veil).slice(1).every(sign => sign === 'x' || sign === '9' || !/[\p{L}\p{N}]/u.test(sign))).toBe(true)
      expect(/\p{N}/u.test(Array.from(veil)[0] ?? '') && veil[0] !== '9').toBe(false)
    }))
  })
})
