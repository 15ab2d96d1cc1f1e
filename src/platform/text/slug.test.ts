import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, slugFrom, slugOf } from './slug.ts'

test('a slug is short, ASCII and never empty', () => {
  expect(slugOf("Jum'at Bersih & Sehat di Slawi – 2026!")).toBe('jumat-bersih-dan-sehat-di-slawi-2026')
  expect(slugOf('日本')).toBe('tanpa-judul')
  fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), title => {
    expect(slugOf(title)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    expect(slugOf(title).length).toBeLessThanOrEqual(80)
  }))
})

test('an encoded slug is read, even one cut in the middle of a letter', () => {
  expect(slugFrom('caf%c3%a9', 'x')).toBe('cafe')
  expect(slugFrom('rapat-%e', 'x')).toBe('rapat')
})

test('the same slug is never given twice', () => {
  const taken = new Set(['peta'])
  expect([freeSlug('peta', taken), freeSlug('peta', taken), freeSlug('visi', taken)]).toEqual(['peta-2', 'peta-3', 'visi'])
})
