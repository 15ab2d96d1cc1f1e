import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wantedBy } from './solr.ts'
import { ActionFailure } from './failure.ts'

const dinkes = { id: 'unit-1', slug: 'dinkes' }
const units = { bySlug: (slug: string) => (slug === 'dinkes' ? dinkes : undefined), byId: (id: string) => (id === 'unit-1' ? dinkes : undefined) } as never
const now = new Date('2026-11-22T00:00:00Z')
const wanted = (query: string) => wantedBy(query, { units }, now)
const words = (value: string) => ({ field: 'words', is: 'has', value })

test('everything', () => {
  for (const query of ['', '*:*', '*', 'state:active', 'dataset_type:dataset', '+capacity:public']) expect(wanted(query)).toEqual({ all: [] })
})

test('words and phrases', () => {
  expect(wanted('puskesmas')).toEqual(words('puskesmas'))
  expect(wanted('jumlah penduduk')).toEqual({ all: [words('jumlah'), words('penduduk')] })
  expect(wanted('"jumlah penduduk"')).toEqual(words('jumlah penduduk'))
  expect(wanted('covid-19')).toEqual(words('covid-19'))
})

test('fields, with what CKAN calls them', () => {
  expect(wanted('title:penduduk')).toEqual({ field: 'title', is: 'has', value: 'penduduk' })
  expect(wanted('organization:dinkes')).toEqual({ field: 'unitId', is: 'eq', value: 'unit-1' })
  expect(wanted('owner_org:unit-1')).toEqual({ field: 'unitId', is: 'eq', value: 'unit-1' })
  expect(wanted('organization:tak-ada')).toEqual({ field: 'unitId', is: 'eq', value: '-' })
  expect(wanted('tags:"satu data"')).toEqual({ field: 'tag', is: 'eq', value: 'satu data' })
  expect(wanted('res_format:CSV')).toEqual({ field: 'format', is: 'eq', value: 'CSV' })
  expect(wanted('name:jumlah*')).toEqual({ field: 'slug', is: 'has', value: 'jumlah' })
  expect(wanted('kolom_asing:1')).toEqual({ any: [] })
  expect(wanted('title:data\\:2026')).toEqual({ field: 'title', is: 'has', value: 'data:2026' })
})

test('and, or, not, parentheses', () => {
  const [a, b, c] = [words('a'), words('b'), words('c')]
  expect(wanted('a AND b OR c')).toEqual({ any: [{ all: [a, b] }, c] })
  expect(wanted('a AND (b OR NOT c)')).toEqual({ all: [a, { any: [b, { not: c }] }] })
  expect(wanted('+a -b')).toEqual({ all: [a, { not: b }] })
  expect(wanted('groups:(kesehatan OR pendidikan)')).toEqual({ any: [{ field: 'theme', is: 'eq', value: 'kesehatan' }, { field: 'theme', is: 'eq', value: 'pendidikan' }] })
})

test('ranges of time, also from now', () => {
  expect(wanted('metadata_modified:[2026-01-01 TO 2026-01-31]')).toEqual({ all: [{ field: 'updated', is: 'from', value: '2026-01-01T00:00:00Z' }, { field: 'updated', is: 'to', value: '2026-01-31T23:59:59.999Z' }] })
  expect(wanted('metadata_modified:[2026-11-01T08:00:00Z TO *]')).toEqual({ all: [{ field: 'updated', is: 'from', value: '2026-11-01T08:00:00Z' }] })
  expect(wanted('metadata_modified:[NOW-7DAYS TO NOW]')).toEqual({ all: [{ field: 'updated', is: 'from', value: '2026-11-15T00:00:00.000Z' }, { field: 'updated', is: 'to', value: now.toISOString() }] })
})

test('what cannot be read is said, and nothing else happens', () => {
  for (const query of ['(a', 'a)', 'title:', 'a AND (', '"a', '[1']) expect(() => wanted(query), query).toThrow(ActionFailure)
  fc.assert(fc.property(fc.string(), query => {
    try {
      wanted(query)
    } catch (error) {
      expect(error).toBeInstanceOf(ActionFailure)
    }
  }))
})
