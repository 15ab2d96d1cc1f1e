import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { query as querySchema } from '#platform/columnar/query.ts'
import type { Column } from '#platform/columnar/table.ts'
import { comparisons, charts, viewOf, viewQuery } from './view.ts'

const columns: Column[] = [
  { name: 'kode', title: 'Kode', type: 'region' }, { name: 'kecamatan', title: 'Kecamatan', type: 'text' }, { name: 'bulan', title: 'Bulan', type: 'text' },
  { name: 'kunjungan', title: 'Kunjungan', type: 'integer' }, { name: 'bentuk', title: 'Bentuk', type: 'geometry' },
]
const names = columns.map(({ name }) => name)
const anyName = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 20 }), fc.constant('"; drop table'))
const address = fc.record({
  q: fc.string({ maxLength: 50 }), k1: anyName, o1: fc.constantFrom(...Object.keys(comparisons), 'aneh'), v1: fc.string({ maxLength: 30 }), k2: anyName, v2: fc.oneof(fc.string(), fc.integer().map(String)),
  kel: anyName, kel2: anyName, ukur: fc.oneof(fc.tuple(fc.constantFrom('jumlah', 'rerata', 'berbeda', 'aneh'), anyName).map(parts => parts.join(':')), fc.constant('banyak')),
  bagan: fc.constantFrom(...charts, 'aneh'), urut: anyName.map(name => `-${name}`), hal: fc.oneof(fc.integer(), fc.string()),
}, { requiredKeys: [] })

describe('the address of a view', () => {
  it('whatever it says asks only for what the table has', () => {
    fc.assert(fc.property(address, typed => {
      const parsed = viewQuery.safeParse(typed)
      if (!parsed.success) return
      const { query, chart, grouped } = viewOf(parsed.data, columns)
      expect(querySchema.safeParse(query).success).toBe(true)
      for (const { column } of query.where ?? []) expect(names).toContain(column)
      for (const column of query.group?.by ?? query.columns ?? []) expect(names).toContain(column)
      expect(query.columns ?? []).not.toContain('bentuk')
      if (chart === 'peta' && grouped) expect(grouped.by.map(({ type }) => type)).toEqual(['region'])
    }), { numRuns: 2000 })
  })

  it('reads Indonesian and plain numbers alike, and says what it could not read', () => {
    const of = (v1: string) => viewOf(viewQuery.parse({ k1: 'kunjungan', o1: 'lebih', v1 }), columns)
    for (const typed of ['1.500', '1500', '1500,0']) expect(of(typed).query.where, typed).toEqual([{ column: 'kunjungan', is: 'gt', value: 1500 }])
    expect(of('banyak sekali')).toMatchObject({ ignored: ['banyak sekali'], conditions: [] })
    expect(viewOf(viewQuery.parse({ k1: 'tidak_ada', v1: 'x' }), columns).ignored).toEqual(['tidak_ada'])
  })

  it('groups, measures and draws what suits the groups', () => {
    expect(viewOf(viewQuery.parse({ kel: 'kecamatan', ukur: 'jumlah:kunjungan' }), columns)).toMatchObject({
      query: { group: { by: ['kecamatan'], measures: [{ of: 'sum', column: 'kunjungan' }] }, sort: [{ column: 'sum_kunjungan', down: true }] }, chart: 'batang',
    })
    expect(viewOf(viewQuery.parse({ kel: 'bulan' }), columns)).toMatchObject({ chart: 'garis', query: { sort: [{ column: 'bulan', down: false }] } })
    expect(viewOf(viewQuery.parse({ kel: 'kecamatan', bagan: 'peta' }), columns).chart).toBe('batang')
    expect(viewOf(viewQuery.parse({ kel: 'kode', bagan: 'peta' }), columns).chart).toBe('peta')
    expect(viewOf(viewQuery.parse({ kel: 'kecamatan', ukur: 'jumlah:kecamatan' }), columns).grouped?.label).toBe('banyak')
  })
})
