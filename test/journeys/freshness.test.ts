import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { makeLog } from '#platform/observability/log.ts'
import { makeServices } from '#app/services.ts'
import { openWeb } from '#app/web.ts'
import { publicationsPort, type Content } from '#modules/publications/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ask } from './asking.ts'

let demo: Demo
/** A second web process's worth of everything: its own pool, its own memory of pages, its own listener. */
let other: { origin: string; close(): Promise<void> }

beforeAll(async () => {
  demo = await openDemo()
  const services = await makeServices(demo.config, demo.serveUrl, makeLog('error'))
  const { web, close } = await openWeb(services)
  const address = await web.server.listen({ host: '127.0.0.1', port: 0 })
  other = {
    origin: `http://tegalkab.localhost:${new URL(address).port}`,
    close: async () => {
      await close()
      await services.close()
    },
  }
})

afterAll(async () => {
  await other?.close()
  await demo?.close()
})

const aContent = (title: string): Content => ({ title, summary: `${title} untuk semua warga.`, body: title, tags: [], cover: null, gallery: [], attachments: [], placeCode: null, latitude: null, longitude: null, activityFrom: null, activityTo: null, languages: {} })

async function bring(title: string, slug: string, id?: string): Promise<string> {
  const unit = (await demo.services.ask(unitDirectory).of(demo.government.id)).bySlug('dinkes')!
  return demo.services.database.transaction(demo.government.id, tx =>
    demo.services.ask(publicationsPort).bring(tx, { id, unitId: unit.id, kind: 'berita', slug, content: aContent(title), state: 'published', private: false, publishedAt: new Date(), scheduledAt: null, oldPaths: [], by: null }))
}

/** Milliseconds until an address on the other process says what it should; the page was in its memory before. */
async function until(path: string, right: (text: string, status: number) => boolean, since: number): Promise<number> {
  for (;;) {
    const answer = await ask(other.origin, path)
    const waited = performance.now() - since
    if (right(answer.text, answer.status)) return waited
    if (waited > 5000) throw new Error(`${path} is still old after ${Math.round(waited)} ms`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const places = ['/', '/berita', '/berita?jenis=berita', '/kanal', '/kanal/dinkes', '/keaktifan', '/feed.atom', '/feed.rss', '/feed.json', '/kanal/dinkes/feed.atom', '/kanal/dinkes/feed.json', '/sitemap.xml', '/cari?q=vaksinasi', '/berita?q=vaksinasi']

describe('two web processes on one database', () => {
  it('show on the one what was published on the other within a second, wherever it appears', async () => {
    const before = new Map<string, string>()
    for (const path of places) {
      await ask(other.origin, path)
      before.set(path, (await ask(other.origin, path)).text)
    }
    await bring('Vaksinasi gratis di alun-alun Slawi', 'vaksinasi-gratis')
    const since = performance.now()
    const waited = await Promise.all(places.map(async path => [path, await until(path, text => text !== before.get(path) && (path === '/kanal' || path === '/keaktifan' || text.includes('vaksinasi-gratis')), since)] as const))
    console.info(`published: current on the other process after ${Math.round(Math.max(...waited.map(([, ms]) => ms)))} ms`)
    for (const [path, ms] of waited) expect(ms, path).toBeLessThan(1000)
  })

  it('show a change of the text, and its end in the archive, within a second too', async () => {
    const id = await bring('Donor darah hari Jumat', 'donor-darah')
    await until('/berita/donor-darah', text => text.includes('Donor darah hari Jumat'), performance.now())
    await ask(other.origin, '/berita/donor-darah')
    await bring('Donor darah hari Sabtu', 'donor-darah', id)
    const changed = await until('/berita/donor-darah', text => text.includes('Donor darah hari Sabtu'), performance.now())
    await demo.services.database.transaction(demo.government.id, tx => demo.services.ask(publicationsPort).withdraw(tx, id, null))
    const since = performance.now()
    const gone = await until('/berita/donor-darah', (_, status) => status === 404, since)
    const unlisted = await until('/berita', text => !text.includes('donor-darah'), since)
    console.info(`changed after ${Math.round(changed)} ms, archived after ${Math.round(Math.max(gone, unlisted))} ms`)
    for (const ms of [changed, gone, unlisted]) expect(ms).toBeLessThan(1000)
  })
})
