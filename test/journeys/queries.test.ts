import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { aBrowser, type Browser } from '#modules/identity/testing.ts'

let demo: Demo
let officer: Browser

beforeAll(async () => {
  demo = await openDemo()
  officer = aBrowser(demo, demo.government)
  expect((await officer.post('/masuk', { nama: 'kabid.ikp', sandi: 'pendopo-peragaan' })).statusCode).toBe(303)
})

afterAll(() => demo?.close())

const paths = ['/', '/berita', '/berita?jenis=berita', '/berita?q=warga', '/cari?q=warga', '/berita/uji-0', '/kanal', '/kanal/rsud-soeselo', '/kanal/rsud-soeselo/feed.atom', '/feed.json', '/sitemap.xml', '/keaktifan', '/kerja', '/kerja/publikasi', '/kerja/publikasi?unit=rsud-soeselo', '/kerja/kanal-senyap', '/kerja/rilis']

async function bringUpTo(total: number): Promise<void> {
  const unit = (await demo.services.ask(unitDirectory).of(demo.government.id)).bySlug('rsud-soeselo')!
  await demo.services.database.transaction(demo.government.id, async tx => {
    for (let i = total === 10 ? 0 : 10; i < total; i++)
      await demo.services.ask(publicationsPort).bring(tx, {
        unitId: unit.id, kind: 'berita', slug: `uji-${i}`, state: 'published', private: false, publishedAt: new Date(Date.now() - i * 60_000), scheduledAt: null, oldPaths: [], by: null,
        content: { title: `Kabar warga nomor ${i}`, summary: 'Kabar untuk warga.', body: 'Isi.', tags: ['warga'], cover: null, gallery: [], attachments: [], placeCode: null, latitude: null, longitude: null, activityFrom: null, activityTo: null, languages: {} },
      })
  })
}

/** Queries of each page, asked afresh: a mark in the address keeps it apart from pages in memory. */
async function count(mark: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const path of paths) {
    // Once before, so that directories and rights are in memory both times.
    await officer.get(path)
    let queries = 0
    demo.services.database.observe(() => void queries++)
    const answer = await officer.get(`${path}${path.includes('?') ? '&' : '?'}_=${mark}`)
    demo.services.database.observe(null)
    expect(answer.statusCode, path).toBe(200)
    counts[path] = queries
  }
  return counts
}

it('a page makes the same number of queries for 10 items and for 100', async () => {
  await bringUpTo(10)
  const few = await count(10)
  await bringUpTo(100)
  const many = await count(100)
  console.info('queries per page:', Object.entries(many).map(([path, n]) => `${path} ${n}`).join(' · '))
  expect(many).toEqual(few)
  for (const [path, n] of Object.entries(many)) expect(n, path).toBeGreaterThan(0)
})
