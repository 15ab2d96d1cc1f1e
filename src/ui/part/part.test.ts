import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asAddress, asDegrees, asLine, asRupiah, asText, asWhole, type Reader } from '#platform/forms/typed.ts'
import type { Attachment, Picture, Value } from '#platform/forms/values.ts'
import { documents } from './documents.tsx'
import { choice, day, line, link, markdown, money, number, phone, point } from './inputs.tsx'
import type { Part } from './part.ts'
import { pictures } from './pictures.tsx'
import { rows } from './rows.tsx'

/** Sends the form that shows `value` back as it is. */
function again<V extends Value>(part: Part<V>, value: V): { value: V; wrong: string[] } {
  const wrong: string[] = []
  const input = Object.fromEntries(Object.entries(part.fill('x', value)).map(([name, typed]) => [name, typed === null || typed === undefined ? '' : String(typed)]))
  return { value: part.read('x', { input, files: {}, wrong: (name, text) => void wrong.push(`${name}: ${text}`) }, value), wrong }
}

const said = (read: Reader, typed: string) => {
  const reading = read(typed)
  return 'value' in reading ? reading.value : null
}
/** Only what the reader lets through unchanged can be stored. */
const stored = (read: Reader, from: fc.Arbitrary<string> = fc.string({ unit: 'grapheme' })) => from.map(typed => said(read, typed)).filter(value => value !== null)
const digits = (max: number) => fc.bigInt({ min: 0n, max: 10n ** BigInt(max) - 1n }).map(String)
const address = stored(asAddress, fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.webPath().map(path => `/${path}`), fc.constantFrom('mailto:desa@contoh.id', 'tel:+62283123456', '/profil?a=1#b', '')))
const degrees = (limit: 90 | 180) => fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map(n => n / 1e6 || 0)
const file: fc.Arbitrary<Picture & Attachment> = fc.record({
  fileId: fc.uuid(), alt: stored(asLine(300)).filter(Boolean), width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }),
  name: fc.string({ minLength: 1 }), mediaType: fc.constant('application/pdf'), bytes: fc.integer({ min: 1 }), title: stored(asLine(160)), category: fc.constantFrom('', 'anggaran', 'laporan'), year: fc.option(fc.integer({ min: 1, max: 9999 })),
})
const files = fc.uniqueArray(file, { maxLength: 4, selector: one => one.fileId })

const kept: [string, Part, fc.Arbitrary<Value>][] = [
  ['a line', line('Judul'), stored(asLine(160))],
  ['Markdown', markdown('Isi'), stored(asText(200_000), fc.array(fc.string(), { maxLength: 5 }).map(lines => lines.join('\r\n')))],
  ['a choice', choice('Jenis', { a: 'Satu', b: 'Dua' }), fc.constantFrom('a', 'b')],
  ['a number', number('Jumlah'), fc.option(fc.integer({ min: 0, max: 999_999_999_999 }))],
  ['rupiah', money('Biaya'), fc.oneof(digits(15), digits(14).filter(n => n !== '0').map(n => `-${n}`), fc.constant(''))],
  ['a day', day('Tanggal'), fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map(at => at.toISOString().slice(0, 10))],
  ['an address', link('Tautan'), address],
  ['a telephone number', phone('Telepon'), fc.constantFrom('', '0812 3456 7890', '+62 283 491 112', '(0283) 491-112')],
  ['a place', point('Letak'), fc.option(fc.record({ latitude: degrees(90), longitude: degrees(180) }))],
  ['pictures', pictures('Foto', { many: true }), files.map(list => list.map(({ fileId, alt, width, height }) => ({ fileId, alt, width, height })))],
  ['documents', documents('Dokumen', { '': 'Lainnya', anggaran: 'Anggaran', laporan: 'Laporan' }), files.map(list => list.map(({ alt: _, width: __, height: ___, ...document }) => document))],
  [
    'rows', rows('Rincian', { columns: { group: { label: 'Kelompok', options: { a: 'Satu', b: 'Dua' } }, label: { label: 'Uraian', required: true }, note: { label: 'Catatan', as: 'lines' }, amount: { label: 'Anggaran', as: 'money' }, count: { label: 'Jumlah', as: 'number' }, address: { label: 'Alamat', as: 'link' }, north: { label: 'Lintang', as: 'latitude' } } }),
    fc.array(fc.record({ group: fc.constantFrom('a', 'b'), label: stored(asLine(160)).filter(Boolean), note: stored(asText(4000)), amount: stored(asRupiah, digits(15)), count: stored(asWhole, digits(12)), address, north: stored(asDegrees(90), degrees(90).map(String).filter(n => !n.includes('e'))) }), { maxLength: 8 }),
  ],
]

describe('a stored value', () => {
  it.each(kept)('of %s is shown and sent back unchanged', (_name, part, values) => {
    fc.assert(fc.property(values, value => {
      expect(again(part, value)).toEqual({ value, wrong: [] })
      expect(part.take(structuredClone(value))).toEqual(value)
    }))
  })

  it.each(kept)('of another shape counts as none of %s, and is never an error', (name, part) => {
    for (const odd of [undefined, null, 17.5, Number.NaN, 'javascript:alert(1)', '\0', {}, { latitude: Number.NaN, longitude: 400 }, [null, 3, 'x'], [{ fileId: '../../etc', alt: 4 }], [{ label: 5 }]]) {
      const taken = part.take(odd)
      if (name === 'an address' || name === 'rows') expect(part.text(taken)).toBe('')
      expect(part.files?.(taken) ?? []).toEqual([])
      expect(again(part, taken).value).toEqual(taken)
    }
  })
})

describe('what came from elsewhere', () => {
  it('keeps its words, however long or untidy, and its numbers and addresses as they were meant', () => {
    const long = 'kata '.repeat(50_000)
    expect(markdown('Isi').take(long)).toBe(long)
    expect(markdown('Isi').take('Baris satu  \r\nbaris dua\n')).toBe('Baris satu\nbaris dua')
    expect(money('Biaya').take('Rp1.250.000')).toBe('1250000')
    expect(link('Tautan').take('https://contoh.id')).toBe('https://contoh.id/')
    const list = rows('Rincian', { columns: { label: { label: 'Uraian', max: 10 }, amount: { label: 'Anggaran', as: 'money' } } })
    expect(list.take([{ label: 'lebih dari sepuluh', amount: '1.000' }, { label: 'x', amount: 'banyak' }])).toEqual([{ label: 'lebih dari sepuluh', amount: '1000' }, { label: 'x', amount: '' }])
  })
})

describe('a place', () => {
  it('may be both degrees in one input, as maps give them', () => {
    const read = (typed: string, second = '') => point('Letak').read('p', { input: { 'p-lintang': typed, 'p-bujur': second }, files: {}, wrong: (name, text) => { throw new Error(`${name} ${text}`) } }, null)
    for (const typed of ['-6.98, 109.13', '-6,98, 109,13', '-6.98 109.13', '-6.98;109.13']) expect(read(typed)).toEqual({ latitude: -6.98, longitude: 109.13 })
    expect(() => read('-6,98')).toThrow('p-bujur')
    expect(() => read('seratus', '109')).toThrow('p-lintang')
  })
})

