import { describe, expect, it } from 'vitest'
import type { StoredFile } from '#platform/files/files.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Block } from '../contract.ts'
import { blockSpecs, fillBlock, filesOf, isEmpty, readBlock, specOf, wordsOf } from './index.ts'

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
