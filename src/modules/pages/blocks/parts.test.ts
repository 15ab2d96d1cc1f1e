import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredFile } from '#platform/files/files.ts'
import { asAddress, asDegrees, asLine, asRupiah, asText, asWhole, type Reader } from '#platform/forms/typed.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Attachment, Block, Picture, Value } from '../contract.ts'
import type { Part } from './block.ts'
import { choice, day, line, link, markdown, money, number, phone, point } from './inputs.tsx'
import { blockSpecs, fillBlock, filesOf, isEmpty, readBlock, specOf, wordsOf } from './index.ts'
import { rows } from './rows.tsx'
import { documents, pictures } from './uploads.tsx'

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
  ['Markdown', markdown('Isi'), stored(asText(100_000), fc.array(fc.string(), { maxLength: 5 }).map(lines => lines.join('\r\n')))],
  ['a choice', choice('Jenis', { a: 'Satu', b: 'Dua' }), fc.constantFrom('a', 'b')],
  ['a number', number('Jumlah'), fc.option(fc.integer({ min: 0, max: 999_999_999_999 }))],
  ['rupiah', money('Biaya'), fc.oneof(digits(15), digits(14).filter(n => n !== '0').map(n => `-${n}`), fc.constant(''))],
  ['a day', day('Tanggal'), fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map(at => at.toISOString().slice(0, 10))],
  ['an address', link('Tautan'), address],
  ['a telephone number', phone('Telepon'), fc.constantFrom('', '0812 3456 7890', '+62 283 491 112', '(0283) 491-112')],
  ['a place', point('Letak'), fc.option(fc.record({ latitude: degrees(90), longitude: degrees(180) }))],
  ['pictures', pictures('Foto', { many: true }), files.map(list => list.map(({ fileId, alt, width, height }) => ({ fileId, alt, width, height })))],
  ['documents', documents('Dokumen'), files.map(list => list.map(({ alt: _, width: __, height: ___, ...document }) => document))],
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

  it('may be both degrees in one input, as maps give them', () => {
    const read = (typed: string, second = '') => point('Letak').read('p', { input: { 'p-lintang': typed, 'p-bujur': second }, files: {}, wrong: (name, text) => { throw new Error(`${name} ${text}`) } }, null)
    for (const typed of ['-6.98, 109.13', '-6,98, 109,13', '-6.98 109.13', '-6.98;109.13']) expect(read(typed)).toEqual({ latitude: -6.98, longitude: 109.13 })
    expect(() => read('-6,98')).toThrow('p-bujur')
    expect(() => read('seratus', '109')).toThrow('p-lintang')
  })
})

/** Sends a form of a kind and answers what is wrong. */
function problemsOf(kind: string, input: Record<string, unknown>, files: Record<string, StoredFile[]> = {}, stored: Block | null = null) {
  try {
    readBlock(specOf(kind)!, input, files, stored)
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.problems.map(({ name, message }) => [name, message.text, message.values])
  }
}

const photo = (id: string, name = 'balai.webp'): StoredFile => ({ id, name, mediaType: 'image/webp', bytes: 1000, width: 800, height: 600 })
const [one, two] = ['019aa000-0000-7000-8000-00000000000a', '019aa000-0000-7000-8000-00000000000b'] as const

describe('a form of a block', () => {
  it('says everything that is wrong, each at its input, named and by row', () => {
    expect(problemsOf('budget', { year: '2026', source: 'Perdes 4/2025', 'rows-0-label': 'Dana desa', 'rows-0-budgeted': 'banyak', 'rows-2-budgeted': '1.000' })).toEqual([
      ['rows-0-budgeted', '“{label}”: tulis rupiah seperti 1.250.000.', { label: 'Anggaran, baris 1' }],
      ['rows-2-label', 'Isi “{label}”.', { label: 'Uraian, baris 2' }],
    ])
  })

  it('refuses ten thousand rows at once, without reading them', () => {
    const input = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`rows-${i}-label`, 'x']))
    expect(problemsOf('facts', input)).toEqual([['rows', '“{label}”: paling banyak {max} baris.', { label: 'Fakta', max: 60 }]])
  })

  it('asks for what a picture shows, keeps stored ones, and carries over nobody else’s', () => {
    expect(problemsOf('gallery', {}, { pictures: [photo(one)] })).toEqual([[`alt_${one}`, 'Tulis keterangan “{label}”, untuk yang tidak dapat melihatnya.', { label: 'balai.webp' }]])
    const stored: Block = { id: 'a', kind: 'gallery', values: { pictures: [{ fileId: one, alt: 'Balai', width: 800, height: 600 }] } }
    const values = readBlock(specOf('gallery')!, { [`alt_${one}`]: 'Balai desa', [`alt_${two}`]: 'Rapat', pictures_kept: 'milik-orang' }, { pictures: [photo(two)] }, stored)
    expect(values.pictures).toEqual([{ fileId: one, alt: 'Balai desa', width: 800, height: 600 }, { fileId: two, alt: 'Rapat', width: 800, height: 600 }])
    expect(readBlock(specOf('gallery')!, { pictures_remove: one }, {}, stored).pictures).toEqual([])
  })

  it('replaces a single picture by the one sent', () => {
    const stored: Block = { id: 'a', kind: 'hero', values: { headline: 'Desa', picture: [{ fileId: one, alt: 'Balai', width: 800, height: 600 }] } }
    expect(readBlock(specOf('hero')!, { headline: 'Desa', [`alt_${one}`]: 'Balai', [`alt_${two}`]: 'Sawah' }, { picture: [photo(two)] }, stored).picture).toEqual([{ fileId: two, alt: 'Sawah', width: 800, height: 600 }])
  })

  it('finds what does not add up', () => {
    expect(problemsOf('population', { date: '2025-12-31', source: 'Disdukcapil', 'rows-0-label': 'Krajan', 'rows-0-men': '10', 'rows-0-women': '12', 'rows-0-total': '22', 'rows-4-label': 'Sambeng', 'rows-4-men': '1', 'rows-4-women': '1', 'rows-4-total': '3' }).map(([name]) => name)).toEqual(['rows-4-total'])
    expect(problemsOf('population', { 'rows-0-label': 'Krajan', 'rows-0-total': '21' }).map(([name]) => name)).toEqual(['date', 'source'])
    expect(problemsOf('admissions', { from: '2026-06-10', to: '2026-06-01' }).map(([name]) => name)).toEqual(['to'])
    expect(problemsOf('hero', { headline: 'Desa', firstLabel: 'Profil' }).map(([name]) => name)).toEqual(['firstAddress'])
  })

  it('starts from what is stored', () => {
    expect(fillBlock({ id: 'a', kind: 'budget', values: { year: 2026, rows: [{ group: 'belanja', label: 'Jalan', budgeted: '1250000', realised: '' }] } })).toMatchObject({ year: '2026', 'rows-0-group': 'belanja', 'rows-0-budgeted': '1.250.000', 'rows-0-realised': '' })
  })
})

describe('a block', () => {
  it('without words is empty, unless it fills itself', () => {
    for (const { kind, filled } of blockSpecs) expect(isEmpty({ id: 'a', kind, values: {} }), kind).toBe(!filled)
    expect(isEmpty({ id: 'a', kind: 'text', values: { heading: 'Sejarah', english: 'History' } })).toBe(true)
    expect(isEmpty({ id: 'a', kind: 'potential', values: { heading: 'Curug', category: 'wisata' } })).toBe(true)
    expect(isEmpty({ id: 'a', kind: 'text', values: { text: 'Dahulu kala' } })).toBe(false)
    expect(isEmpty({ id: 'a', kind: 'map', values: { point: { latitude: 0, longitude: 109 } } })).toBe(false)
  })

  it('knows its files, those inside its text included', () => {
    expect(filesOf({ id: 'a', kind: 'potential', values: { text: `![Curug](/gambar/${two}/640.webp)`, pictures: [{ fileId: one, alt: 'Curug', width: 3, height: 2 }] } }).toSorted()).toEqual([one, two])
  })

  it('tells its addresses so that a link check finds them', () => {
    expect(wordsOf({ id: 'a', kind: 'links', values: { rows: [{ label: 'Lapor', address: 'https://lapor.go.id/', note: '' }] } })).toContain('(<https://lapor.go.id/>)')
  })
})
