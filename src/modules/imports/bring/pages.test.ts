import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPdf } from '#platform/files/testing.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser } from '#modules/identity/testing.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { noChoices, type Choices } from '../import-run.ts'
import { openMediaFolder } from '../media/folder.ts'
import type { MediaOrigin } from '../media/gather.ts'
import { readSource } from '../source.ts'
import { insertRun, itemsOf } from '../store.ts'
import { anExport, type ExportedEntry, type ExportedPost } from '../testing.ts'
import { undo } from '../undo/undo.ts'
import { bringIn, preview, type Importing } from './bring.ts'

let installation: Installation
let place: TestGovernment
beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
})
afterAll(() => installation.close())

type Exported = ExportedPost | ExportedEntry
const db = () => installation.services.database.of(place.id)
const ask = <T>(port: Parameters<typeof installation.services.ask<T>>[0]) => installation.services.ask(port)
const aPage = (id: number, title: string, more: Partial<ExportedPost> = {}): ExportedPost => ({ id, title, slug: title.toLowerCase().replaceAll(' ', '-'), type: 'page', categories: [], ...more })

async function importing(unit: string, items: Exported[], choices: Partial<Choices> = {}, origin?: MediaOrigin): Promise<Importing> {
  return { governmentId: place.id, unitId: place.units[unit]!, zone: 'Asia/Jakarta', source: await readSource(Buffer.from(anExport(...items))), choices: { ...noChoices, ...choices }, by: null, origin }
}
async function bring(unit: string, items: Exported[], choices: Partial<Choices> = {}, origin?: MediaOrigin) {
  const runId = await insertRun(db(), { unitId: place.units[unit]!, name: 'ekspor.xml', state: 'bringing', by: null })
  const result = await bringIn(installation.services, runId, await importing(unit, items, choices, origin))
  return { ...result, runId, rows: (await itemsOf(db(), runId, { limit: 1000 })).items }
}
/** Pages of a unit in the order of the tree, e.g. `profil/sejarah published`. */
async function standingIn(unit: string): Promise<string[]> {
  const pages = await ask(pagesPort).all(db(), place.units[unit]!)
  const path = (id: string): string => {
    const page = pages.find(one => one.id === id)!
    return page.parentId ? `${path(page.parentId)}/${page.slug}` : page.slug
  }
  return pages.map(page => `${path(page.id)} ${page.state}${page.inMenu ? '' : ' aside'}`)
}
const pageOf = async (unit: string, slug: string) => (await ask(pagesPort).all(db(), place.units[unit]!)).find(page => page.slug === slug)
const bodyOf = async (unit: string, slug: string) => (await ask(pagesPort).texts(db(), { unitId: place.units[unit]!, limit: 2000 })).find(page => page.slug === slug)?.body
const versions = async () => Number((await sql<{ n: string }>`select count(*)::text as n from pages.version`.execute(db())).rows[0]!.n)
const siteOf = async (unit: string) => (await ask(siteDirectory).of(place.id)).byUnit(place.units[unit]!)

describe('the pages of an old site', () => {
  const old = [
    aPage(1, 'Tentang Kecamatan', { html: '<p>Lihat <a href="https://lama.example.go.id/profil/visi/">visi</a>, <a href="/?page_id=3">peta</a> dan <a href="/2015/01/rapat-50/">rapat</a>.</p>' }),
    aPage(2, 'Visi', { parent: 1, path: '/profil/visi/' }),
    aPage(3, 'Peta', { order: 5 }),
    aPage(4, 'Rancangan', { status: 'draft' }),
    aPage(5, 'Rahasia', { status: 'private' }),
    { id: 50, html: '<p>Baca <a href="https://lama.example.go.id/peta/">peta</a> kami.</p>' },
  ]

  test('become a public site in one run, filling what its template made', async () => {
    const { counts } = await bring('slawi', old, { site: true })
    expect(counts).toMatchObject({ create: 6, pages: { create: 5 } })
    await expect.poll(() => siteOf('slawi')).toMatchObject({ published: true, template: 'subdistrict' })
    const pages = await standingIn('slawi')
    const profile = await pageOf('slawi', 'profil')
    expect(profile).toMatchObject({ title: 'Tentang Kecamatan', purpose: 'profile', state: 'published', visible: true })
    expect(pages).toEqual(expect.arrayContaining(['profil published', 'profil/visi published', 'peta published', 'rancangan draft', 'rahasia hidden']))
    // The old site's menu comes before what the template adds.
    expect(pages.findIndex(one => one.startsWith('peta '))).toBeLessThan(pages.findIndex(one => one.startsWith('kontak ')))
  })

  test('lead to each other and to posts where these are now', async () => {
    const post = (await ask(publicationsPort).visible(db(), { unitId: place.units.slawi, limit: 1 })).items[0]!
    expect(await bodyOf('slawi', 'profil')).toContain(`[visi](/visi), [peta](/peta) dan [rapat](/berita/${post.slug})`)
    const { body } = (await ask(publicationsPort).textOf(db(), post.id))!
    expect(body).toContain(`[peta](/situs/${(await siteOf('slawi'))!.slug}/peta)`)
  })

  test('are found under their old addresses, as long as the public sees them', async () => {
    for (const path of ['/tentang-kecamatan/', '/?page_id=1']) expect(await ask(pagesPort).formerly(db(), path, place.units.slawi)).toMatchObject({ slug: 'profil' })
    expect(await ask(pagesPort).formerly(db(), '/profil/visi/')).toMatchObject({ slug: 'visi', unitId: place.units.slawi })
    for (const path of ['/rahasia/', '/?page_id=4']) expect(await ask(pagesPort).formerly(db(), path)).toBeNull()
  })

  test('answer on the site, also under their old addresses, there and on the portal', async () => {
    const { slug } = (await siteOf('slawi'))!
    const base = `/situs/${slug}`
    const reader = aBrowser(installation, place)
    const shown = await reader.get(`${base}/profil`)
    expect(shown.statusCode).toBe(200)
    expect(shown.body).toContain(`href="${base}/visi"`)
    for (const [old, page] of [['/tentang-kecamatan/', 'profil'], ['/profil/visi/', 'visi'], ['/?page_id=3', 'peta']])
      for (const address of [old, `${base}${old}`]) expect([address, (await reader.get(address!)).headers.location]).toEqual([address, `${base}/${page}`])
  })

  test('are found by the search', async () => {
    const { rows } = await sql<{ href: string }>`select href from platform.search_entry where kind = 'page' and unit_id = ${place.units.slawi}`.execute(db())
    const { slug } = (await siteOf('slawi'))!
    expect(rows.map(row => row.href)).toEqual(expect.arrayContaining([`/situs/${slug}/profil`, `/situs/${slug}/peta`]))
  })

  test('are unchanged the second time', async () => {
    const [before, tree] = [await versions(), await standingIn('slawi')]
    expect((await bring('slawi', old, { site: true })).counts).toMatchObject({ create: 0, update: 0, keep: 0, unchanged: 6, pages: { unchanged: 5 } })
    expect([await versions(), await standingIn('slawi')]).toEqual([before, tree])
  })

  test('are renewed when they changed, unless people went on with them', async () => {
    const { id } = (await pageOf('slawi', 'peta'))!
    await sql`insert into pages.version (page_id, number, title, summary, blocks) select page_id, 2, title, summary, blocks from pages.version where page_id = ${id}`.execute(db())
    await sql`update pages.page set working_version = 2 where id = ${id}`.execute(db())
    const changed = old.map(item => (item.id === 2 || item.id === 3 ? { ...item, html: '<p>Baru dari sumbernya.</p>' } : item))
    expect((await bring('slawi', changed)).counts).toMatchObject({ update: 1, keep: 1, unchanged: 4 })
    expect(await bodyOf('slawi', 'visi')).toContain('Baru dari sumbernya')
    expect(await bodyOf('slawi', 'peta')).not.toContain('Baru dari sumbernya')
  })

  test('leave the public when their site hides them, and come back', async () => {
    await bring('slawi', [aPage(2, 'Visi', { parent: 1, path: '/profil/visi/', status: 'private' })])
    expect(await pageOf('slawi', 'visi')).toMatchObject({ state: 'hidden', visible: false })
    await bring('slawi', [aPage(2, 'Visi', { parent: 1, path: '/profil/visi/' })])
    expect(await pageOf('slawi', 'visi')).toMatchObject({ state: 'published', visible: true })
  })
})

test('what a template made of a page stays around the words that fill it', async () => {
  const kinds = async (slug: string) => (await sql<{ kinds: string[] }>`select jsonb_path_query_array(v.blocks, '$[*].kind') as kinds from pages.page p join pages.version v on v.page_id = p.id and v.number = p.live_version where p.unit_id = ${place.units.diskominfo} and p.slug = ${slug}`.execute(db())).rows[0]?.kinds
  const old = [aPage(601, 'Struktur Organisasi'), aPage(602, 'Selamat datang', { path: '/', html: '<p>Kantor kami buka setiap hari kerja.</p>' }), aPage(603, 'Profil')]
  await bring('diskominfo', old, { site: true })
  expect(await kinds('struktur-organisasi')).toEqual(['text', 'structure'])
  expect(await kinds('')).toEqual(['hero', 'text', 'latest', 'links', 'officials', 'contact', 'map'])
  expect(await kinds('profil')).toEqual(['text', 'text'])
  expect(await bodyOf('diskominfo', '')).toContain('Kantor kami buka')
  await bring('diskominfo', old.map(page => (page.id === 602 ? { ...page, html: '<p>Pindah ke gedung baru.</p>' } : page)))
  expect((await bodyOf('diskominfo', ''))!.match(/Kantor kami buka|Pindah ke gedung baru/g)).toEqual(['Pindah ke gedung baru'])
})

test('undoing hides the pages again, and importing again shows them', async () => {
  const old = [aPage(101, 'Layanan KTP'), aPage(102, 'Syarat', { parent: 101 })]
  const { runId } = await bring('dpu', old, { site: true })
  await sql`update imports.run set state = 'undoing' where id = ${runId}`.execute(db())
  await undo(installation.services, place.id, runId, null)
  expect(await standingIn('dpu')).toEqual(expect.arrayContaining(['layanan-ktp hidden', 'layanan-ktp/syarat hidden']))
  expect((await bring('dpu', old)).counts).toMatchObject({ create: 2 })
  expect(await standingIn('dpu')).toEqual(expect.arrayContaining(['layanan-ktp published', 'layanan-ktp/syarat published']))
})

test('without a site they wait under their unit, and the preview changes nothing', async () => {
  const items = [aPage(201, 'Profil'), aPage(202, 'Visi', { parent: 201 }), aPage(203, 'Rumah', { path: '/' })]
  const before = await versions()
  const plan = await preview(installation.services, await importing('kalisapu', items))
  expect(plan.map(item => [item.title, item.action, 'page' in item && item.page.under?.title])).toEqual([['Profil', 'create', undefined], ['Visi', 'create', 'Profil'], ['Rumah', 'create', undefined]])
  expect(await versions()).toBe(before)
  expect(await siteOf('kalisapu')).toBeUndefined()
})

test('a failure half-way leaves no page and no site', async () => {
  const before = await versions()
  const pages = ask(pagesPort)
  const original = pages.bring
  let calls = 0
  pages.bring = (...given) => (++calls === 2 ? Promise.reject(new Error('the disk is full')) : original(...given))
  try {
    await expect(bring('kalisapu', [aPage(301, 'Satu'), aPage(302, 'Dua'), { id: 303 }], { site: true })).rejects.toThrow('the disk is full')
  } finally {
    pages.bring = original
  }
  expect(await versions()).toBe(before)
  expect(await siteOf('kalisapu')).toBeUndefined()
})

test('pictures of pages come along with them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-media-'))
  await writeFile(join(folder, 'kantor.jpg'), await sharp({ create: { width: 900, height: 600, channels: 3, background: '#0b5a55' } }).jpeg().toBuffer())
  await writeFile(join(folder, 'sk.pdf'), aPdf())
  const at = 'https://lama.example.go.id/wp-content/uploads/2015/01/'
  const { counts } = await bring('kalisapu', [aPage(401, 'Kantor kami', { html: `<img src="${at}kantor.jpg" alt="Kantor"> <a href="${at}sk.pdf">SK</a>` })], { site: true }, { folder: await openMediaFolder(folder) })
  expect(counts).toMatchObject({ media: 2, missing: 0 })
  const body = await bodyOf('kalisapu', 'kantor-kami')
  expect(body).toMatch(/!\[Kantor\]\(\/gambar\/[0-9a-f-]{36}\/besar\.webp\)/)
  const { rows } = await sql<{ public: boolean }>`select public from platform.file where id = ${/gambar\/([0-9a-f-]{36})/.exec(body!)![1]}`.execute(db())
  expect(rows).toEqual([{ public: true }])
})

test('five hundred pages below each other come in', async () => {
  const { counts } = await bring('kalisapu', Array.from({ length: 500 }, (_, n) => aPage(1000 + n, `Bagian ${n}`, n > 0 ? { parent: 999 + n } : {})))
  expect(counts).toMatchObject({ create: 500, pages: { create: 500 } })
  const pages = await ask(pagesPort).all(db(), place.units.kalisapu!)
  expect(pages.filter(page => page.slug.startsWith('bagian-') && (page.slug === 'bagian-0') === (page.parentId === null))).toHaveLength(500)
}, 60_000)
