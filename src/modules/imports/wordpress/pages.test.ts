import { describe, expect, it } from 'vitest'
import { MediaIndex } from '#platform/text/wxr/addresses.ts'
import { readWxr } from '#platform/text/wxr/wxr.ts'
import type { DraftPage, Known, PlannedItem } from '../draft.ts'
import { anExport, type ExportedEntry, type ExportedPost } from '../testing.ts'
import words from '../words.en.ts'
import type { PageHere } from './pages.ts'
import { planWordpress } from './plan.ts'

const aPage = (id: number, title: string, more: Partial<ExportedPost> = {}): ExportedPost => ({ id, title, slug: title.toLowerCase().replaceAll(' ', '-'), type: 'page', categories: [], ...more })
const anEntry = (id: number, to: number | string, more: Partial<ExportedEntry['entry']> = {}): ExportedEntry => ({ id, entry: { to, ...more } })
const aTemplate = (purpose: PageHere['purpose'], more: Partial<PageHere> = {}): PageHere => ({ id: `template ${purpose}`, slug: purpose === 'home' ? '' : String(purpose), purpose, untouched: true, sourceId: null, ...more })

interface Around { here?: PageHere[]; known?: Map<string, Known>; withoutPages?: { text: string } }
const planOf = async (items: (ExportedPost | ExportedEntry)[], { here = [], known = new Map<string, Known>(), ...rest }: Around = {}): Promise<PlannedItem[]> =>
  [...planWordpress(await readWxr(anExport(...items)), { mapping: {}, zone: 'Asia/Jakarta', known, here, media: new MediaIndex([]), now: new Date('2026-11-21T00:00:00Z'), ...rest })]
const pagesOf = async (...given: Parameters<typeof planOf>): Promise<(DraftPage & { notes: string[] })[]> => (await planOf(...given)).flatMap(item => ('page' in item ? [{ ...item.page, notes: item.needsLook.map(note => note.text) }] : []))

describe('pages of an old site', () => {
  it('come in as a tree with their addresses', async () => {
    const [profile, history] = await pagesOf([aPage(7, 'Sejarah Desa', { parent: 2, path: '/profil/sejarah-desa/' }), aPage(2, 'Profil')])
    expect(profile).toMatchObject({ slug: 'profil', title: 'Profil', state: 'published', purpose: 'profile', under: null, inMenu: true, oldPaths: ['/profil/', '/?page_id=2'], notes: [] })
    expect(history).toMatchObject({ slug: 'sejarah-desa', purpose: 'history', under: { sourceId: 'wordpress:lama.example.go.id:2', title: 'Profil' }, oldPaths: ['/profil/sejarah-desa/', '/?page_id=7'] })
    expect(history!.position).toBeGreaterThan(profile!.position)
  })

  it.each([
    ['draft', {}, { state: 'draft', private: false }], ['pending', {}, { state: 'draft', private: false }], ['private', {}, { state: 'draft', private: true }],
    ['publish', { password: 'x' }, { state: 'draft', private: true }], ['future', { date: '2031-01-01 00:00:00' }, { state: 'draft', private: false }],
  ] as const)('that were %s are not shown', async (status, more, expected) => {
    expect(await pagesOf([aPage(2, 'Profil', { status, ...more })])).toMatchObject([{ ...expected, purpose: null }])
  })

  it('in the trash stay there, and what stood under them moves up', async () => {
    const plan = await planOf([aPage(1, 'Profil'), aPage(2, 'Lama', { parent: 1, status: 'trash' }), aPage(3, 'Visi', { parent: 2 })])
    expect(plan.map(item => item.action)).toEqual(['create', 'create', 'skip'])
    expect(plan[1]).toMatchObject({ title: 'Visi', page: { under: { title: 'Profil' } }, needsLook: [{ text: 'Halaman induknya tidak ikut; tempatnya naik.' }] })
  })

  it('with the same name get different addresses, told apart by what they stand under', async () => {
    const pages = await pagesOf([aPage(1, 'Profil'), aPage(2, 'Desa'), aPage(3, 'Peta', { parent: 1 }), aPage(4, 'Peta', { parent: 2 }), aPage(5, 'Peta'), aPage(6, 'Berita')])
    expect(pages.map(page => page.slug).toSorted()).toEqual(['berita-2', 'desa', 'peta', 'peta-2', 'profil', 'profil-peta'].toSorted())
  })

  it('that say nothing open their section, or wait', async () => {
    const pages = await pagesOf([aPage(1, 'Pemerintahan', { html: '' }), aPage(2, 'RT [RW]', { parent: 1 }), aPage(3, 'Rahasia', { parent: 1, status: 'private' }), aPage(4, 'Nanti', { html: ' ' })])
    expect(pages.find(page => page.title === 'Pemerintahan')).toMatchObject({ state: 'published', body: '', notes: [] })
    expect(pages.find(page => page.title === 'Nanti')).toMatchObject({ state: 'draft', notes: ['Kosong di situs lama; menjadi konsep.'] })
  })

  it('that only stood for the news are left to the site', async () => {
    const plan = await planOf([aPage(1, 'Berita', { html: '' }), aPage(2, 'Profil'), anEntry(11, 2), anEntry(12, 1)])
    expect(plan.map(item => [item.title, item.action, item.needsLook.length])).toEqual([['Berita', 'skip', 0], ['Profil', 'create', 0]])
  })

  it('show their cover first', async () => {
    const file = 'https://lama.example.go.id/wp-content/uploads/a.jpg'
    const site = await readWxr(anExport(aPage(1, 'Profil', { cover: 9 }), { id: 9, type: 'attachment', file, alt: 'Kantor' }))
    const [item] = planWordpress(site, { mapping: {}, zone: 'Asia/Jakarta', known: new Map(), media: new MediaIndex([file]) })
    expect(item).toMatchObject({ page: { body: `![Kantor](${file})\n\nRapat dihadiri seluruh camat di kabupaten ini.`, images: [{ src: file }] } })
  })

  it('stay out, with the reason, when the person may not publish pages', async () => {
    expect(await planOf([aPage(1, 'Profil')], { withoutPages: { text: 'Belum.' } })).toMatchObject([{ action: 'skip', reason: { text: 'Belum.' } }])
  })
})

describe('the menu of an old site', () => {
  it('keeps its headings as pages of links and names its other links where they stood', async () => {
    const pages = await pagesOf([
      aPage(1, 'Tentang Kami'), aPage(2, 'Visi'), aPage(3, 'Peta Situs'),
      anEntry(10, 'https://lama.example.go.id/', { label: 'Beranda' }), anEntry(11, '#', { label: 'Kecamatan' }), anEntry(12, 1, { under: 11 }), anEntry(13, 2, { under: 12 }), anEntry(14, 'https://www.lapor.go.id/', { label: 'LAPOR!', under: 11 }),
    ])
    expect(pages.map(page => [page.title, page.under?.title, page.inMenu])).toEqual([['Kecamatan', undefined, true], ['Tentang Kami', 'Kecamatan', true], ['Visi', 'Tentang Kami', true], ['Peta Situs', undefined, false]])
    expect(pages[0]).toMatchObject({ state: 'published', body: '', oldPaths: [], notes: ['Hanya judul menu di situs lama; menjadi halaman pembuka bagian itu.', 'Menu lama memuat tautan {label} ({address}); tambahkan di sini bila masih perlu.'] })
    expect(pages[1]!.purpose).toBe('profile')
  })
})

describe('pages that a template made', () => {
  it('are filled by the pages of the old site', async () => {
    const pages = await pagesOf([aPage(1, 'Profil Kecamatan Slawi'), aPage(2, 'Tentang Kami')], { here: [aTemplate('profile'), aTemplate('contact')] })
    expect(pages).toMatchObject([{ title: 'Profil Kecamatan Slawi', purpose: 'profile', fills: 'template profile', slug: 'profile' }, { title: 'Tentang Kami', purpose: null, fills: null, slug: 'tentang-kami' }])
  })

  it('are left alone once a person wrote in them; the old page stands beside', async () => {
    const pages = await pagesOf([aPage(1, 'Kontak'), aPage(2, 'Beranda', { path: '/' })], { here: [aTemplate('contact', { untouched: false, slug: 'kontak' }), aTemplate('home', { untouched: false })] })
    expect(pages).toMatchObject([{ title: 'Beranda', slug: 'beranda', purpose: null, fills: null, notes: ['Beranda sudah disusun di sini; isinya menjadi halaman sendiri.'] }, { title: 'Kontak', slug: 'kontak-2', purpose: null, fills: null }])
    expect(pages[0]!.position).toBeGreaterThan(0)
  })

  it('open the site with what it opened with before, said when only the name tells', async () => {
    expect(await pagesOf([aPage(1, 'Selamat Datang', { path: '/' })], { here: [aTemplate('home')] })).toMatchObject([{ purpose: 'home', fills: 'template home', slug: '', notes: [] }])
    expect(await pagesOf([aPage(1, 'Beranda')])).toMatchObject([{ purpose: 'home', fills: null, slug: '', notes: ['Dianggap halaman depan karena namanya.'] }])
  })
})

describe('doing it again', () => {
  const items = [aPage(1, 'Profil'), aPage(2, 'Visi', { parent: 1 })]
  const before = async (more: Partial<Known> = {}) => {
    const plan = await planOf(items)
    const known = new Map(plan.flatMap(item => ('page' in item ? [[item.sourceId, { id: item.sourceId, fingerprint: item.page.fingerprint, touched: false, withdrawn: false, ...more }] as const] : [])))
    const here = plan.flatMap(item => ('page' in item ? [{ id: item.sourceId, slug: `${item.page.slug}-kami`, purpose: item.page.purpose, untouched: false, sourceId: item.sourceId }] : []))
    return { known, here }
  }
  const actions = async (...given: Parameters<typeof planOf>) => (await planOf(...given)).map(item => item.action)

  it('changes nothing, and pages keep the address they have here', async () => {
    expect(await actions(items, await before())).toEqual(['unchanged', 'unchanged'])
    expect((await pagesOf(items, await before())).map(page => page.slug)).toEqual(['profil-kami', 'visi-kami'])
  })

  it('changes nothing elsewhere when a page is added in front', async () => {
    expect(await actions([aPage(9, 'Awal', { order: -1 }), ...items], await before())).toEqual(['create', 'unchanged', 'unchanged'])
  })

  it('renews what changed or moved at the source, but not what people changed here', async () => {
    const moved = [items[0]!, { ...items[1]!, parent: undefined }]
    expect((await actions(moved, await before())).toSorted()).toEqual(['unchanged', 'update'])
    expect((await actions(moved, await before({ touched: true }))).toSorted()).toEqual(['keep', 'unchanged'])
  })
})

it('everything that is said of pages has its English', async () => {
  const said = [
    ...(await planOf([aPage(1, 'A', { parent: 2 }), aPage(2, 'B', { parent: 1 }), aPage(3, 'C', { parent: 99 }), aPage(4, 'Beranda'), aPage(5, 'Kosong', { html: '' }), aPage(6, 'D', { status: 'future', date: '2031-01-01 00:00:00' }), aPage(7, 'Berita', { html: '' })])),
    ...(await planOf([aPage(1, 'A'), anEntry(11, '#', { label: 'Judul' }), anEntry(12, 1, { under: 11 }), anEntry(13, 'https://x.go.id/', { label: 'X' })])),
    ...(await planOf([aPage(1, 'Beranda')], { here: [aTemplate('home', { untouched: false })] })),
  ].flatMap(item => ('reason' in item ? [item.reason] : item.needsLook))
  expect(new Set(said.map(note => note.text)).size).toBe(9)
  for (const note of said) expect(words).toHaveProperty([note.text])
})
