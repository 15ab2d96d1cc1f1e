import { HtmlValidate } from 'html-validate'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { missingTranslations, withLocale, type Language } from '#platform/i18n/locale.ts'
import { FrameContext } from '#platform/web/frame.ts'
import type { Context } from '#platform/web/page.ts'
import { governmentDirectory, officials, posts, unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import { sampleFrame } from '#ui/gallery/sample.ts'
import { dataViews, showing, type Block, type BlockKind, type DataView, type Point, type Value } from '../contract.ts'
import type { Around, BlockContext } from './block.ts'
import { BlockFields, Blocks, blockSpecs, fillBlock, loadBlocks, openingOf, specOf, topicsOf, wordsOf } from './index.ts'

const now = new Date('2026-06-15T03:00:00Z')
const id = (n: number) => `019aa000-0000-7000-8000-00000000000${n}`
const picture = (n: number, alt: string) => ({ fileId: id(n), alt, width: 1000, height: 700 })

/** Every part of every kind, as somebody diligent fills it. */
const filled: Record<BlockKind, Record<string, Value>> = {
  hero: { headline: 'Desa Kalisapu', lead: 'Kampung perajin tahu.', picture: [picture(1, 'Balai desa')], firstLabel: 'Layanan desa', firstAddress: '/layanan', secondLabel: 'Lapor', secondAddress: 'https://lapor.go.id/', englishHeadline: 'Kalisapu Village', englishLead: 'Home of tofu makers.' },
  text: { heading: 'Asal nama', text: '## Dahulu\n\nLihat [kabar](/berita/rapat), [izin](/perizinan) dan ![peta](/gambar/019aa000-0000-7000-8000-000000000002/640.webp).', english: '## Once\n\nSee [news](/berita/rapat).' },
  facts: { heading: 'Wilayah', rows: [{ label: 'Luas', value: '214 hektare' }] },
  latest: { heading: 'Kabar kami', sort: 'semua', count: 3 },
  links: { heading: 'Sering dicari', rows: [{ label: 'Surat pengantar', address: '/layanan', note: 'Selesai 15 menit' }] },
  services: { heading: 'Layanan kantor', rows: [{ name: 'Surat domisili', requirements: '- KTP\n- Kartu keluarga', procedure: 'Datang ke loket.', time: '15 menit', cost: 'Gratis', product: 'Surat keterangan', basis: 'Perdes 3/2024', address: 'https://izin.contoh.id/' }] },
  officials: { heading: 'Perangkat', rows: [{ name: 'Warsito', position: 'Kepala Dusun I', period: '2020–2026' }] },
  structure: { heading: 'Susunan' },
  contact: { heading: 'Hubungi kami', hours: [{ days: 'Senin–Kamis', hours: '08.00–15.00', note: 'istirahat 12.00' }], whatsapp: '0812 3456 7890', complaints: 'https://www.lapor.go.id/', complaintsLabel: 'SP4N-LAPOR!' },
  map: { heading: 'Letak kami', name: 'Balai Desa', point: { latitude: -6.9735, longitude: 109.1334 }, places: [{ name: 'Pasar', latitude: '-6.98', longitude: '109.14', note: 'buka pagi' }] },
  documents: { heading: 'Unduhan', documents: [{ fileId: id(3), name: 'apbdes 2026.pdf', mediaType: 'application/pdf', bytes: 1_400_000, title: 'APB Desa 2026', category: 'anggaran', year: 2026 }] },
  gallery: { heading: 'Foto kegiatan', pictures: [picture(4, 'Kerja bakti'), picture(5, 'Panen raya')] },
  population: { heading: 'Menurut dusun', date: '2025-12-31', source: 'Disdukcapil', rows: [{ label: 'Krajan', men: '412', women: '398', total: '' }, { label: 'Sambeng', men: '1204', women: '1190', total: '2394' }] },
  potential: { heading: 'Curug Cantel', category: 'wisata', text: 'Air terjun di kaki gunung.', english: 'A waterfall.', pictures: [picture(6, 'Curug'), picture(7, 'Jalan ke curug')], point: { latitude: -7.1, longitude: 109.1 }, contact: 'Pokdarwis', phone: '0812 0000 1111', address: 'https://wisata.contoh.id/' },
  budget: { heading: 'APB Desa', year: 2026, source: 'Perdes 4/2025', rows: [{ group: 'pendapatan', label: 'Dana desa', budgeted: '1250000000', realised: '625000000' }, { group: 'belanja', label: 'Pembangunan', budgeted: '800000000', realised: '' }] },
  data: { heading: 'Jalan menurut kecamatan', address: '/data/jalan/jelajah/019aa000-0000-7000-8000-000000000008?kel=kecamatan', show: 'bagan', text: 'Paling panjang di **Slawi**.', english: 'Longest in **Slawi**.' },
  villages: { heading: 'Wilayah kami' },
  school: { heading: 'Sekilas', levels: 'SMP kelas 7–9', accreditation: 'A (2024)', curriculum: 'Merdeka', pupils: 640, teachers: 38, rooms: 20, date: '2026-07-15' },
  admissions: { heading: 'PPDB', year: '2026/2027', from: '2026-06-01', to: '2026-06-30', quota: 224, ways: [{ name: 'Domisili', quota: '112', note: 'terdekat dahulu' }], requirements: 'Bawa **ijazah**.', english: 'Bring your **diploma**.', address: 'https://ppdb.contoh.id/' },
}

const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'], rules: { 'no-inline-style': 'error', 'void-style': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'long-title': 'off', 'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }] } })

let demo: Demo
let units: UnitTree
let context: (unit: Unit) => BlockContext
let district: Unit
let agency: Unit

/** Ports of the installation, with somebody in office and sites on the map. */
const points = new Map<string, { base: string; point: Point | null }>()
const leaders = [{ title: 'Kepala', name: 'Siti Mahmudah', kind: 'plt' as const }]

beforeAll(async () => {
  demo = await openDemo()
  const government = (await demo.services.ask(governmentDirectory).byId(demo.government.id))!
  units = await demo.services.ask(unitDirectory).of(government.id)
  district = units.all.find(({ kind }) => kind === 'subdistrict')!
  agency = units.all.find(unit => unit.kind === 'agency' && units.children(unit.id).some(({ kind }) => kind === 'division'))!
  const [first, second] = units.children(district.id)
  points.set(first!.id, { base: '/situs/desa-pertama', point: { latitude: -7, longitude: 109.1 } }).set(second!.id, { base: '/situs/desa-kedua', point: { latitude: -7.02, longitude: 109.14 } })
  const jalan: DataView = { href: '/data/jalan/jelajah/019aa000-0000-7000-8000-000000000008?kel=kecamatan', title: 'Panjang menurut kecamatan', source: 'Jalan, 2026. DPU', columns: [{ name: 'kecamatan', title: 'Kecamatan', type: 'text' }, { name: 'sum_panjang', title: 'Panjang', type: 'integer' }], answer: { columns: [{ name: 'kecamatan', type: 'text' }, { name: 'sum_panjang', type: 'integer' }], rows: [['Slawi', 120], ['Bojong', 80]], total: 2 }, chart: { light: '/gambar/bagan/terang.svg', dark: '/gambar/bagan/gelap.svg', narrowLight: '/gambar/bagan/sempit-terang.svg', narrowDark: '/gambar/bagan/sempit-gelap.svg' } }
  const offered = new Map<string, unknown>([[dataViews.name, { at: async (_: unknown, address: string) => (address.startsWith('/data/jalan/') ? jalan : null) }], [showing.name, { baseOf: async () => null, all: async () => points }], [officials.name, { of: async () => leaders }],
    [posts.name, { heads: async (_: unknown, ids: readonly string[]) => new Map(ids.map(id => [id, { postId: id, title: 'Kepala', inCharge: leaders[0] }])) }]])
  const ask: Context['ask'] = port => (offered.get(port.name) as ReturnType<typeof demo.services.ask<never>>) ?? demo.services.ask(port)
  context = unit => ({ db: demo.services.database.of(government.id), ask, government, now, unit, units })
})
afterAll(() => demo.close())

const around = (unit: Unit, over: Partial<Around> = {}): Around => ({ unit, units, href: path => `/situs/x${path}`, portal: path => `https://portal.example${path}`, file: address => address, ...over })

function render(language: Language, view: () => VNode): string {
  return withLocale({ language, zone: 'Asia/Jakarta', vocabulary: {}, now }, () => renderToString(<FrameContext.Provider value={{ ...sampleFrame, language }}>{view()}</FrameContext.Provider>))
}

async function shown(blocks: Block[], unit = district, language: Language = 'id', over: Partial<Around> = {}): Promise<string> {
  const loaded = await loadBlocks(context(unit), blocks)
  return render(language, () => <Blocks loaded={loaded} around={around(unit, over)} />)
}

const aBlock = (kind: BlockKind, values: Record<string, Value> = filled[kind]): Block => ({ id: kind, kind, values })

/** Whom each kind is shown for, so that what fills itself has something. */
const unitFor = (kind: BlockKind) => (kind === 'structure' || kind === 'latest' ? agency : district)

const problemsIn = async (html: string) =>
  (await validator.validateString(`<!DOCTYPE html>\n<html lang="id"><head><title>x</title></head><body><main><h1>x</h1>${html}</main></body></html>`)).results.flatMap(r => r.messages).map(m => `${m.ruleId}: ${m.message}`)

const allText = (value: Value): string[] =>
  value === null ? [] : typeof value === 'string' ? [value] : typeof value === 'number' ? [] : Array.isArray(value) ? value.flatMap(entry => Object.entries(entry).flatMap(([key, cell]) => (['fileId', 'mediaType'].includes(key) ? [] : allText(cell as Value)))) : []

describe.each(blockSpecs.map(spec => spec.kind))('%s', kind => {
  it('filled is valid HTML in both languages and wholly translated, with its heading under the page’s title', async () => {
    for (const language of ['id', 'en'] as const) {
      missingTranslations.clear()
      const html = await shown([aBlock(kind)], unitFor(kind), language)
      expect(html.length).toBeGreaterThan(60)
      expect(await problemsIn(html)).toEqual([])
      expect([...missingTranslations]).toEqual([])
      expect(html).not.toMatch(/<h1|<h[4-6]| style=/)
      const { heading } = filled[kind]
      if (typeof heading === 'string') expect(html).toMatch(new RegExp(`<h2[^>]*>${heading}</h2>`))
    }
  })

  it('without words shows nothing but what fills itself', async () => {
    const odd = Object.fromEntries(Object.keys(specOf(kind)!.parts).map((key, i) => [key, ([null, [{ a: 'b' }], Number.NaN, 5.5, { latitude: 400, longitude: 0 }] as Value[])[i % 5]!]))
    for (const values of [{}, kind === 'text' ? {} : odd]) {
      const html = await shown([aBlock(kind, values)], unitFor(kind))
      if (!specOf(kind)!.filled) expect(html).toBe('')
      expect(await problemsIn(html)).toEqual([])
    }
  })

  it('has a form that is valid HTML, translated, and says what is wrong at its inputs', async () => {
    for (const language of ['id', 'en'] as const) {
      missingTranslations.clear()
      const spec = specOf(kind)!
      const names = Object.keys(fillBlock(aBlock(kind)))
      const fields = fieldsOf(fillBlock(aBlock(kind)), names.map(name => ({ name, message: { text: 'Isi “{label}”.', values: { label: name } } })))
      const html = render(language, () => <form method="post"><BlockFields spec={spec} fields={fields} stored={aBlock(kind)} kept={{ picture: [{ id: id(9), name: 'baru.webp', mediaType: 'image/webp', bytes: 10, width: 3, height: 2 }], pictures: [], documents: [{ id: id(8), name: 'baru.pdf', mediaType: 'application/pdf', bytes: 10, width: null, height: null }] }} /><button type="submit">Simpan</button></form>)
      expect(await problemsIn(html)).toEqual([])
      expect([...missingTranslations]).toEqual([])
      for (const name of names) expect(html, name).toContain(`id="f-${name}-error"`)
    }
  })

  it('tells all its words for search and comparison', () => {
    const words = wordsOf(aBlock(kind))
    const choices = Object.entries(specOf(kind)!.parts).filter(([, part]) => part.beside && part.label !== 'Judul bagian').map(([name]) => name)
    const typed = Object.entries(filled[kind]).filter(([name]) => !choices.includes(name)).flatMap(([, value]) => allText(value))
    // Numbers and keys of choices are told as people read them.
    expect(typed.filter(said => !/^\d{4,}$|^-?\d+\.\d+$|^(?:pendapatan|belanja|anggaran)$/.test(said) && !words.includes(said))).toEqual([])
  })
})

describe('what fills itself', () => {
  it('names the villages with their sites and draws where they are', async () => {
    const html = await shown([aBlock('villages', {})])
    expect(html.match(/<li>/g)!.length).toBeGreaterThanOrEqual(units.children(district.id).length)
    expect(html).toContain('href="https://portal.example/situs/desa-pertama"')
    expect(html).toMatch(/<svg[^>]*role="img"/)
  })

  it('draws what stands under a unit, schools apart, and who leads it', async () => {
    const html = await shown([aBlock('structure', {})], agency)
    for (const { name, kind } of units.children(agency.id)) expect(html.includes(name), name).toBe(kind !== 'school')
    expect(html.match(/Plt\. Siti Mahmudah, Kepala/g)!.length).toBeGreaterThan(units.children(agency.id).filter(({ kind }) => kind !== 'school').length)
  })

  it('says whether admission is open today', async () => {
    const on = async (from: string, to: string) => /badge[^>]*>([^<]*)/.exec(await shown([aBlock('admissions', { ...filled.admissions, from, to })]))?.[1]
    expect(await on('2026-06-01', '2026-06-15')).toBe('Pendaftaran dibuka')
    expect(await on('2026-06-16', '2026-06-30')).toBe('Dibuka mulai 16 Juni 2026')
    expect(await on('2026-06-01', '2026-06-14')).toBe('Pendaftaran ditutup')
    expect(await on('', '')).toBeUndefined()
  })

  it('shows the news of the unit within the site', async () => {
    const html = await shown([aBlock('latest', { count: 2 })], agency)
    expect(html.match(/href="\/situs\/x\/berita\/[\w-]+"/g)!.length).toBeGreaterThan(0)
    expect(html).toContain('href="/situs/x/berita"')
    expect(html).not.toContain('href="/berita')
  })

  it('names the topics that change it, each once', () => {
    const topics = topicsOf([aBlock('latest'), aBlock('officials'), aBlock('structure'), aBlock('admissions'), aBlock('text')], { government: context(agency).government, unit: agency })
    expect(topics.toSorted()).toEqual([`channel:${agency.id}`, 'day', `officials:${agency.id}`, `posts:${demo.government.id}`, `units:${demo.government.id}`].toSorted())
  })

  it('shows where the site is, when the map has no place of its own', async () => {
    const [first] = units.children(district.id)
    expect(await shown([aBlock('map', {})], first)).toContain('mlat=-7&amp;mlon=109.1')
  })
})

describe('a page of blocks', () => {
  it('lets only its first picture load at once, and skips no heading', async () => {
    const html = await shown([aBlock('text'), aBlock('gallery'), aBlock('hero'), aBlock('potential')])
    expect(html.match(/loading="eager"/g)).toHaveLength(1)
    expect(html.indexOf('loading="eager"')).toBeLessThan(html.indexOf('loading="lazy"', html.indexOf('photos')))
    expect(await problemsIn(html)).toEqual([])
  })

  it('opens with a hero that brings the page’s title', async () => {
    const loaded = await loadBlocks(context(district), [aBlock('hero'), aBlock('facts')])
    const { hero, rest } = openingOf(loaded, around(district))
    expect(render('id', () => hero!)).toContain('<h1>Desa Kalisapu</h1>')
    expect(render('en', () => openingOf(loaded, around(district)).hero!)).toContain('<h1>Kalisapu Village</h1>')
    expect(rest.map(one => one.block.kind)).toEqual(['facts'])
    expect(openingOf(await loadBlocks(context(district), [aBlock('hero', {}), aBlock('facts')]), around(district)).hero).toBeNull()
  })

  it('keeps links of the site within it, and leads the others to the portal', async () => {
    const links = async (over: Partial<Around>) => {
      const text = '[a](/berita/rapat) [b](/perizinan) [c](/profil#sejarah) [d](/situs/desa-x/profil?a=1) [e](https://contoh.id) [f](/berkas/1/a.pdf) [g](/situs/desa-xy)'
      return [...(await shown([aBlock('text', { text })], district, 'id', over)).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    }
    expect(await links({})).toEqual(['/situs/x/berita/rapat', 'https://portal.example/perizinan', 'https://portal.example/profil#sejarah', 'https://portal.example/situs/desa-x/profil?a=1', 'https://contoh.id', '/berkas/1/a.pdf', 'https://portal.example/situs/desa-xy'])
    expect(await links({ home: '/situs/desa-x', slugs: new Set(['profil']), file: address => `/kerja${address}` })).toEqual(['/situs/x/berita/rapat', 'https://portal.example/perizinan', '/situs/x/profil#sejarah', '/situs/x/profil?a=1', 'https://contoh.id', '/kerja/berkas/1/a.pdf', 'https://portal.example/situs/desa-xy'])
  })

  it('says in which language its words are', async () => {
    expect(await shown([aBlock('facts')], district, 'en')).toContain('<div lang="id">')
    expect(await shown([aBlock('text')], district, 'en')).toContain('<h2>Once</h2>')
    expect(await shown([aBlock('facts')])).not.toContain('lang=')
  })

  it('leaves out kinds nobody knows', async () => {
    expect(await loadBlocks(context(district), [{ id: 'a', kind: 'video' as BlockKind, values: {} }])).toEqual([])
    expect(wordsOf({ id: 'a', kind: 'video' as BlockKind, values: { x: 'y' } })).toBe('')
  })
})
