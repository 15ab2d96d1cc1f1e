import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asAddress, asDegrees, asRupiah, asWhole, type Reader } from './typed.ts'

const said = (read: Reader, typed: string) => {
  const reading = read(typed)
  return 'value' in reading ? reading.value : null
}

describe('what people type', () => {
  const meant: [string, Reader, [typed: string, value: string | null][]][] = [
    ['rupiah', asRupiah, [['Rp1.250.000', '1250000'], ['Rp 1.250.000,00', '1250000'], ['1.250.000,-', '1250000'], ['1250000', '1250000'], ['-500', '-500'], ['-0', '0'], ['1,250,000', null], ['12.50', null], ['1e9', null], ['9'.repeat(16), null], ['Infinity', null]]],
    ['a whole number', asWhole, [['1.204', '1204'], ['007', '7'], ['12,5', null], ['1.20', null], ['0x10', null], ['-3', null], ['9'.repeat(13), null]]],
    ['degrees', asDegrees(90), [['-6,98', '-6.98'], ['-6.98', '-6.98'], ['91', null], ['NaN', null], ['Infinity', null], ['1e1', null], ['6° 58', null]]],
    ['an address', asAddress, [
      ['https://contoh.go.id', 'https://contoh.go.id/'], ['mailto:Desa@Contoh.id', 'mailto:desa@contoh.id'], ['tel:+62283', 'tel:+62283'], ['/profil', '/profil'],
      ['javascript:alert(1)', null], ['JaVaScRiPt:alert(1)', null], [' java\nscript:alert(1)', null], ['data:text/html,x', null], ['//jahat.example', null], ['/\\jahat.example', null], ['/..//jahat.example', null], ['/./\\jahat.example', null],
      ['https://', null], ['https://a:b@contoh.id', null], ['mailto:a@b.id?cc=x@y.id', null], ['www.contoh.id', null], [`https://contoh.id/${'a'.repeat(500)}`, null],
    ]],
  ]
  it.each(meant)('as %s is understood or refused', (_name, read, cases) => {
    expect(cases.map(([typed]) => [typed, said(read, typed)])).toEqual(cases)
  })

  it('never becomes an address that leads to another host than it says', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('/', '\\', '.', '@', ':', 'a', '?', '#', '\t', '%2f', 'http') }), tail => {
      const value = said(asAddress, `/${tail}`)
      if (value) expect(new URL(value, 'https://sini.example').host).toBe('sini.example')
    }), { numRuns: 2000 })
  })
})
