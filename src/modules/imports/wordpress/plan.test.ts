import { describe, expect, it } from 'vitest'
import { MediaIndex } from '#platform/text/wxr/addresses.ts'
import { UNDESCRIBED, type DraftPublication, type Known, type PlannedItem } from '../draft.ts'
import words from '../words.en.ts'
import { kindByName, mappingOf, proposeKinds } from './kinds.ts'
import { planWordpress, type WordpressPlanOptions } from './plan.ts'
import type { WordpressItem, WordpressSite } from '#platform/text/wxr/wxr.ts'

const anItem = (over: Partial<WordpressItem> = {}): WordpressItem => ({
  kind: 'post', wordpressId: 380, title: 'Rapat koordinasi', link: 'https://old.go.id/2015/01/rapat/', slug: 'rapat', status: 'publish',
  dateLocal: '2015-01-08 15:30:00', dateGmt: '2015-01-08 08:30:00', author: 'admin', html: '<p>Rapat dihadiri seluruh camat di kabupaten ini. Kalimat kedua.</p>', excerpt: '',
  categories: [{ slug: 'agenda', name: 'Agenda' }], tags: ['spbe'], menuOrder: 0, sticky: false, password: '', ...over,
})
const aSite = (...items: WordpressItem[]): WordpressSite => ({ title: 'Lama', baseUrl: 'https://old.go.id', language: 'id', authors: [], categories: [], tags: [], menuEntries: [], items })
const options = (over: Partial<WordpressPlanOptions> = {}): WordpressPlanOptions => ({ mapping: {}, zone: 'Asia/Jakarta', known: new Map(), media: new MediaIndex([]), now: new Date('2026-11-21T00:00:00Z'), ...over })
const planOf = (...given: Parameters<typeof planWordpress>) => [...planWordpress(...given)]
const actions = (items: PlannedItem[]) => items.map(item => item.action)
const planned = (item: WordpressItem, over: Partial<WordpressPlanOptions> = {}, ...others: WordpressItem[]): PlannedItem & { draft: DraftPublication } => {
  const found = planOf(aSite(item, ...others), options(over))[0]
  if (!found || !('draft' in found)) throw new Error('skipped')
  return found
}
const said = (item: PlannedItem): string[] => item.needsLook.map(message => message.text)

describe('a published post', () => {
  it('becomes a publication with its date, kind, summary and old addresses', () => {
    expect(planned(anItem())).toMatchObject({
      sourceId: 'wordpress:old.go.id:380', action: 'create', needsLook: [],
      draft: {
        title: 'Rapat koordinasi', slug: 'rapat', kind: 'kegiatan', tags: ['spbe'], summary: 'Rapat dihadiri seluruh camat di kabupaten ini.', state: 'published', private: false,
        publishedAt: new Date('2015-01-08T08:30:00Z'), oldPaths: ['/2015/01/rapat/', '/?p=380'],
      },
    })
  })

  it('takes its local time in the zone of the government when WordPress knows no other', () => {
    expect(planned(anItem({ dateGmt: undefined })).draft.publishedAt).toEqual(new Date('2015-01-08T08:30:00Z'))
    expect(planned(anItem({ dateGmt: undefined }), { zone: 'Asia/Jayapura' }).draft.publishedAt).toEqual(new Date('2015-01-08T06:30:00Z'))
  })

  it('keeps links inside the old site as paths that redirects know', () => {
    expect(planned(anItem({ html: '<a href="http://www.old.go.id/profil/">Profil</a> <a href="https://lain.id/x">x</a>' })).draft.body).toBe('[Profil](/profil/) [x](https://lain.id/x)')
  })
})

describe('other states', () => {
  it.each([
    ['draft', 'draft', false], ['pending', 'draft', false], ['private', 'draft', true],
  ] as const)('%s becomes %s, private: %s', (status, state, hidden) => {
    expect(planned(anItem({ status })).draft).toMatchObject({ state, private: hidden })
    expect(planned(anItem({ status })).draft.publishedAt).toBeUndefined()
  })

  it('a protected post is never shown', () => {
    expect(planned(anItem({ password: 'rahasia' }))).toMatchObject({ draft: { state: 'draft', private: true }, needsLook: [{ text: 'Dahulu dilindungi kata sandi; menjadi draf pribadi.' }] })
  })

  it('a planned post is scheduled, or published when its day has passed', () => {
    const future = anItem({ status: 'future', dateGmt: '2031-01-01 01:00:00' })
    expect(planned(future).draft).toMatchObject({ state: 'scheduled', scheduledAt: new Date('2031-01-01T01:00:00Z') })
    const late = planned(future, { now: new Date('2032-01-01') })
    expect(late.draft).toMatchObject({ state: 'published', publishedAt: new Date('2031-01-01T01:00:00Z') })
    expect(said(late)).toEqual(['Jadwal terbit sudah lewat; langsung terbit dengan tanggal itu.'])
  })

  it('a post without any date waits as a draft', () => {
    expect(planned(anItem({ dateGmt: undefined, dateLocal: undefined })).draft.state).toBe('draft')
  })

  it('the trash, menus and empty posts are left out with the reason', () => {
    const plan = planOf(aSite(anItem({ status: 'trash' }), anItem({ wordpressId: 2, kind: 'other' }), anItem({ wordpressId: 3, title: '', html: ' ' }), anItem({ wordpressId: 4 }), anItem({ wordpressId: 4 })), options())
    expect(plan.map(item => 'reason' in item && item.reason.text)).toEqual(['Ada di tempat sampah WordPress.', 'Bukan tulisan atau halaman.', 'Tidak berisi apa pun.', false, 'Tulisan ini sudah ada di berkas yang sama.'])
    expect(actions(plan)).toEqual(['skip', 'skip', 'skip', 'create', 'skip'])
  })
})

describe('doing it again', () => {
  const items = [anItem(), anItem({ wordpressId: 2, status: 'future', dateGmt: '2027-01-01 00:00:00' }), anItem({ wordpressId: 3, slug: 'profil' })]
  const before = (over: Partial<Known> = {}) => new Map(planOf(aSite(...items), options()).flatMap(item => ('draft' in item ? [[item.sourceId, { fingerprint: item.draft.fingerprint, id: '', touched: false, withdrawn: false, ...over }] as const] : [])))
  const changedSite = aSite({ ...anItem(), html: '<p>Baru</p>' }, ...items.slice(1))

  it('changes nothing, even after a scheduled day has come', () => {
    expect(actions(planOf(aSite(...items), options({ known: before(), now: new Date('2028-01-01') })))).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })

  it('renews what changed at the source', () => {
    expect(actions(planOf(changedSite, options({ known: before() })))).toEqual(['update', 'unchanged', 'unchanged'])
  })

  it('never writes over what people changed here, and says so', () => {
    const [item] = planOf(changedSite, options({ known: before({ touched: true }) }))
    expect(item).toMatchObject({ action: 'keep', needsLook: [{ text: 'Berubah di sumbernya, tetapi di sini sudah disunting; tidak ditimpa.' }] })
  })

  it('brings back what an undone import had taken away', () => {
    expect(actions(planOf(aSite(...items), options({ known: before({ withdrawn: true }) })))).toEqual(['create', 'create', 'create'])
  })
})

describe('pictures and files', () => {
  const photo = anItem({ kind: 'attachment', wordpressId: 9, status: 'inherit', parentId: 380, attachmentUrl: 'https://old.go.id/wp-content/uploads/2015/01/foto.jpg', alt: 'Camat' })
  const letter = anItem({ kind: 'attachment', wordpressId: 10, title: 'Surat edaran', status: 'inherit', parentId: 380, attachmentUrl: 'https://old.go.id/wp-content/uploads/2015/01/surat.pdf' })
  const media = new MediaIndex([photo.attachmentUrl ?? '', letter.attachmentUrl ?? ''])

  it('smaller sizes, covers, galleries and files find what they came from', () => {
    const html = '<img src="http://old.go.id/wp-content/uploads/2015/01/foto-300x200.jpg">[gallery ids="9"]<a href="/wp-content/uploads/2015/01/surat.pdf">unduh</a>'
    const found = planned(anItem({ html, featuredImageId: 9 }), { media }, photo, letter)
    expect(found).toMatchObject({
      needsLook: [],
      draft: { cover: { src: photo.attachmentUrl, alt: 'Camat' }, images: [{ src: photo.attachmentUrl, alt: 'Camat' }], attachments: [{ src: letter.attachmentUrl, name: 'surat.pdf' }] },
    })
    expect(found.draft.body).toContain(`[unduh](${letter.attachmentUrl})`)
  })

  it('a picture nobody described says so, and is pointed out', () => {
    const found = planned(anItem({ html: '<img src="/wp-content/uploads/2015/01/foto.jpg">' }), { media }, { ...photo, alt: undefined })
    expect(found.draft.body).toContain(`![${UNDESCRIBED}]`)
    expect(said(found)).toEqual(['Gambar {name} belum berketerangan'])
  })

  it('what is not there is named once', () => {
    const html = '<img src="https://old.go.id/wp-content/uploads/hilang%20ini.jpg"><img src="https://old.go.id/wp-content/uploads/hilang%20ini.jpg">'
    expect(planned(anItem({ html })).needsLook).toEqual([{ text: 'Gambar {name} tidak tersedia', values: { name: 'hilang ini.jpg' } }])
  })
})

describe('titles and addresses', () => {
  it('a draft gets a slug from its title, an encoded one is read, the same one is never given twice', () => {
    const plan = planOf(aSite(anItem({ slug: '' }), anItem({ wordpressId: 2, slug: 'rapat-koordinasi' }), anItem({ wordpressId: 3, slug: 'caf%c3%a9' })), options())
    expect(plan.map(item => 'draft' in item && item.draft.slug)).toEqual(['rapat-koordinasi', 'rapat-koordinasi-2', 'cafe'])
    expect(plan[1]?.needsLook).toEqual([{ text: 'Alamat {slug} dipakai dua kali; menjadi {other}.', values: { slug: 'rapat-koordinasi', other: 'rapat-koordinasi-2' } }])
  })

  it('a title that is too long is cut at a word, a missing one is taken from the text', () => {
    const long = planned(anItem({ title: 'Sosialisasi keterbukaan informasi '.repeat(8).trim() }))
    expect(long.draft.title.length).toBeLessThanOrEqual(160)
    expect(long.draft.title).toMatch(/(?:Sosialisasi|keterbukaan|informasi)…$/)
    expect(said(long)).toEqual(['Judul lebih dari {n} huruf dan dipotong.'])
    expect(planned(anItem({ title: '' })).draft.title).toBe('Rapat dihadiri seluruh camat di kabupaten ini.')
  })

  it('a summary comes from the excerpt, without markup, and has at most 200 characters', () => {
    expect(planned(anItem({ excerpt: '<p>Singkat &amp; jelas</p>' })).draft.summary).toBe('Singkat & jelas')
    expect(planned(anItem({ html: `<p>${'kata '.repeat(100)}</p>` })).draft.summary.length).toBeLessThanOrEqual(200)
  })
})

describe('kinds', () => {
  it.each([
    ['Agenda', 'kegiatan'], ['Uncategorized', 'berita'], ['Tak Berkategori', 'berita'], ['Press Release', 'siaran-pers'], ['Siaran Pers', 'siaran-pers'], ['Berita Terkini', 'berita'],
    ['Pengumuman Lelang', 'pengumuman'], ['Produk Hukum', 'dokumen'], ['Infografis', 'infografis'], ['Program Unggulan', 'program'], ['Kesehatan', undefined],
  ])('%s speaks of %s', (name, kind) => expect(kindByName(name)).toBe(kind))

  it('a person sees what is proposed and what is only a guess; an unknown category becomes a tag', () => {
    const item = anItem({ categories: [{ slug: 'kesehatan', name: 'Kesehatan' }, { slug: 'berita', name: 'Berita' }], tags: [] })
    const proposals = proposeKinds(aSite(item))
    expect(proposals).toEqual([{ slug: 'kesehatan', name: 'Kesehatan', kind: 'berita', certain: false, posts: 1 }, { slug: 'berita', name: 'Berita', kind: 'berita', certain: true, posts: 1 }])
    expect(planned(item, { mapping: mappingOf(proposals) }).draft).toMatchObject({ kind: 'berita', tags: ['kesehatan'] })
    expect(planned(item, { mapping: { kesehatan: 'tag', berita: 'pengumuman' } }).draft).toMatchObject({ kind: 'pengumuman', tags: ['kesehatan'] })
    expect(planned(item, { mapping: { kesehatan: 'program' } }).draft).toMatchObject({ kind: 'program', tags: ['kesehatan'] })
  })
})

describe('words', () => {
  it('everything that is said to people has its English', () => {
    const html = '<script>x</script><form></form><div hidden>x</div><iframe src="https://a.id"></iframe>[a_b]<a href="javascript:x">y</a><img src="data:x">'
    for (const message of planned(anItem({ html, password: 'x', title: '' })).needsLook) expect(words).toHaveProperty([message.text])
  })
})
