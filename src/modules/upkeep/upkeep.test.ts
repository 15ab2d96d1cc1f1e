import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { publicationsPort, reviewing, type Content } from '#modules/publications/contract.ts'
import { checkJob, checkOneJob, checkRound } from './check/round.ts'
import { evidence, indicators } from './exports.ts'
import { sweep } from './collect.ts'
import { tables } from './store.ts'

const blank: Omit<Content, 'title' | 'body'> = { summary: 'Ringkasan untuk uji.', tags: [], cover: null, gallery: [], attachments: [], placeCode: null, latitude: null, longitude: null, activityFrom: null, activityTo: null, languages: {} }
const everything = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }

describe('looking after pages', () => {
  let installation: Installation
  let place: TestGovernment
  let server: Server
  let base: string
  let healed = false
  let writer: { id: string; username: string }
  let admin: Browser
  let own: Browser
  let stranger: Browser
  beforeAll(async () => {
    installation = await openInstallation({ PENDOPO_FETCH_LOCAL: 'yes' })
    place = await aGovernment(installation)
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://x')
      if (pathname === '/pindah') return response.writeHead(301, { location: '/baru' }).end()
      response.writeHead(pathname === '/hilang' && !healed ? 404 : 200).end()
    })
    await new Promise<void>(resolve => server.listen(0, '0.0.0.0', resolve))
    base = `:${(server.address() as AddressInfo).port}`
    writer = await anAccount(installation, place, { username: 'penulis', unit: 'dpu', roles: ['writer'], name: 'Sari Penulis' })
    await anAccount(installation, place, { username: 'admin', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    await anAccount(installation, place, { username: 'orang.lain', unit: 'slawi', roles: ['writer'] })
    ;[admin, own, stranger] = [await signIn(installation, place, 'admin'), await signIn(installation, place, 'penulis'), await signIn(installation, place, 'orang.lain')]
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await installation.close()
  })

  const publish = (title: string, body: string, by: string | null = writer.id, id?: string) =>
    installation.services.database.transaction(place.id, tx =>
      installation.services.ask(publicationsPort).bring(tx, { id, unitId: place.units.dpu!, kind: 'berita', slug: title.toLowerCase().replaceAll(' ', '-'), content: { ...blank, title, body }, state: 'published', private: false, publishedAt: new Date('2026-11-01T00:00:00Z'), scheduledAt: null, oldPaths: title === 'Jalan lama' ? ['/2015/01/jalan/'] : [], by }),
    )
  const links = async () => new Map((await tables(installation.services.database.of(place.id)).selectFrom('upkeep.link').select(['url', 'state', 'finding', 'moved_to', 'failures', 'id']).execute()).map(row => [row.url, row]))
  /** Lets the time of every link come. */
  const later = () => sql`update upkeep.link set check_at = now()`.execute(installation.services.database.of(place.id))
  const list = (browser: Browser, query = '') => browser.get(`/kerja/perawatan${query}`)

  test('own addresses are looked up and others asked; two failures make one broken', async () => {
    await publish('Jalan lama', 'Tanpa tautan.', null)
    await publish('Jalan baru', [
      '[ada](/kanal/dpu)', '[tidak ada](/kanal/tidak-ada)', '[berita](/berita/jalan-lama)', '[alamat lama](/2015/01/jalan/)', '[kerja](/kerja/publikasi)', '[hilang](/berita/tak-pernah-ada)',
      `[sendiri](http://${place.host}/kanal)`, `[rusak](http://127.0.0.1${base}/hilang)`, `[pindah](http://127.0.0.2${base}/pindah)`, `[baik](http://127.0.0.3${base}/)`, '<mailto:a@contoh.id>',
    ].join('\n\n'))
    await checkRound(installation.services, place.id)
    const first = await links()
    const state = (url: string) => [first.get(url)?.state, first.get(url)?.finding]
    expect(state('/kanal/dpu')).toEqual(['good', 'answers'])
    expect(state('/berita/jalan-lama')).toEqual(['good', 'answers'])
    expect(state('/kanal')).toEqual(['good', 'answers'])
    expect(state('/kanal/tidak-ada')).toEqual(['broken', 'not-found'])
    expect(state('/berita/tak-pernah-ada')).toEqual(['broken', 'not-found'])
    expect(state('/kerja/publikasi')).toEqual(['broken', 'inside-only'])
    expect(first.get('/2015/01/jalan/')).toMatchObject({ state: 'moved', moved_to: '/berita/jalan-lama' })
    expect(state(`http://127.0.0.1${base}/hilang`)).toEqual(['doubtful', 'not-found'])
    expect(first.get(`http://127.0.0.2${base}/pindah`)).toMatchObject({ state: 'moved', moved_to: `http://127.0.0.2${base}/baru` })
    expect(state(`http://127.0.0.3${base}/`)).toEqual(['good', 'answers'])
    expect(first.size).toBe(10)

    await later()
    await checkRound(installation.services, place.id)
    expect((await links()).get(`http://127.0.0.1${base}/hilang`)).toMatchObject({ state: 'broken', failures: 2 })
  }, 30_000)

  test('the owner sees them with the reason and the new address; a stranger sees nothing', async () => {
    const page = await list(own, '?daftar=tautan')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(`127.0.0.1${base}/hilang`)
    expect(page.body).toContain('Halaman itu tidak ada')
    expect(page.body).toContain('Alamat baru:')
    expect(page.body).toContain('Pindah')
    expect((await list(stranger, '?daftar=tautan&milik=semua')).body).toContain('Tidak ada tautan rusak')
    expect((await list(admin, '?daftar=tautan')).body).toContain('Lihat semua dalam jangkauan saya')
    expect((await list(admin, '?daftar=tautan&milik=semua')).body).toContain('Sari Penulis')
    expect((await list(own, '?daftar=tautan&bahasa=en')).body).toContain('New address')
  })

  test('the owner is told once, not once per link and not again within the week', async () => {
    const notes = () => notificationsOf(installation.services.database.of(place.id), writer.id)
    const told = (await notes()).filter(note => note.text.includes('tautan rusak'))
    expect(told).toHaveLength(1)
    expect(told[0]!.values.n).toBe(3)
    await publish('Jembatan', `[hilang](/kanal/juga-tidak-ada)`)
    await checkRound(installation.services, place.id)
    expect((await notes()).filter(note => note.text.includes('tautan rusak'))).toHaveLength(1)
    await sql`update upkeep.told set at = at - interval '8 days'`.execute(installation.services.database.of(place.id))
    await checkRound(installation.services, place.id)
    const again = (await notes()).filter(note => note.text.includes('tautan rusak'))
    expect(again).toHaveLength(2)
  })

  test('a link can be left as it is with a reason, and taken back', async () => {
    const { id } = (await links()).get('/kanal/tidak-ada')!
    const pageId = (await tables(installation.services.database.of(place.id)).selectFrom('upkeep.mention').select('page_id').where('link_id', '=', id).executeTakeFirstOrThrow()).page_id
    const address = `/kerja/perawatan/abaikan/${pageId}/${id}`
    expect((await own.post(address, { alasan: 'x' })).statusCode).toBe(422)
    expect((await stranger.get(address)).statusCode).toBe(404)
    expect((await own.post(address, { alasan: 'Kanalnya sedang disiapkan' })).statusCode).toBe(303)
    expect((await list(own, '?daftar=tautan')).body).not.toContain('/kanal/tidak-ada')
    expect((await list(own, '?daftar=tautan&milik=diabaikan')).body).toContain('Kanalnya sedang disiapkan')
    await sweep(installation.services, place.id)
    expect((await list(own, '?daftar=tautan')).body).not.toContain('/kanal/tidak-ada')
    expect((await own.post('/kerja/perawatan?daftar=tautan&milik=diabaikan', { langkah: 'pulihkan', halaman: pageId, tautan: id })).statusCode).toBe(303)
    expect((await list(own, '?daftar=tautan')).body).toContain('/kanal/tidak-ada')
    const token = /name="_csrf" value="([^"]+)"/.exec((await stranger.get('/kerja/perawatan')).body)![1]!
    const forged = await installation.web.server.inject({ method: 'POST', url: '/kerja/perawatan', headers: { host: place.host, cookie: stranger.header(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf: token, langkah: 'periksa', halaman: pageId, tautan: id }).toString() })
    expect(forged.statusCode).toBe(404)
  })

  test('a link is checked again when asked, and disappears when it opens', async () => {
    healed = true
    const { id } = (await links()).get(`http://127.0.0.1${base}/hilang`)!
    await checkOneJob.run({ services: installation.services, governmentId: place.id, db: installation.services.database.of(place.id), now: new Date() }, { link: id })
    expect((await links()).get(`http://127.0.0.1${base}/hilang`)).toMatchObject({ state: 'good', failures: 0 })
  })

  test('a text that no longer has the link, and a page taken down, leave nothing behind', async () => {
    const id = await publish('Taman', '[hilang](/kanal/entah)')
    await sweep(installation.services, place.id)
    expect((await links()).has('/kanal/entah')).toBe(true)
    await publish('Taman', 'Sudah diperbaiki.', writer.id, id)
    await sweep(installation.services, place.id)
    expect((await links()).has('/kanal/entah')).toBe(false)
  })

  test('pages past their date are listed for their owner and stay right for six months more with one press', async () => {
    const id = await publish('Syarat izin', 'Syaratnya tiga.')
    const today = dayIn(new Date(), 'Asia/Jakarta')
    const set = (on: string) => installation.services.database.transaction(place.id, tx => installation.services.ask(reviewing).setReview(tx, everything, id, on))
    await set(addMonths(today, 1))
    expect((await list(own)).body).toContain('Tidak ada halaman yang perlu ditinjau')
    await set(addMonths(today, -1))
    const page = await list(own)
    expect(page.body).toContain('Syarat izin')
    expect(page.body).toContain('Terlewat')
    expect((await own.post('/kerja/perawatan', { langkah: 'benar', halaman: id })).statusCode).toBe(303)
    expect((await list(own)).body).toContain('Tidak ada halaman yang perlu ditinjau')
    const due = await installation.services.ask(reviewing).due(installation.services.database.of(place.id), everything, { until: addMonths(today, 6), limit: 5 })
    expect(due.items).toMatchObject([{ id, reviewOn: addMonths(today, 6) }])
  })

  test('a stranger cannot say that a page is right', async () => {
    await publish('Halaman Slawi', 'Isi.', null)
    const id = await publish('Milik DPU', 'Isi.')
    const answer = await installation.services.database.transaction(place.id, tx => installation.services.ask(reviewing).setReview(tx, { ...everything, government: false, units: new Set([place.units.slawi!]) }, id, '2027-01-01'))
    expect(answer).toBeNull()
  })

  test('only one round runs at a time', async () => {
    const db = installation.services.database.of(place.id)
    await later()
    await sql`update upkeep.round set busy_until = now() + interval '5 minutes'`.execute(db)
    await checkJob.run({ services: installation.services, governmentId: place.id, db, now: new Date() }, {})
    const { n } = await tables(db).selectFrom('upkeep.link').select(eb => eb.fn.countAll<bigint>().as('n')).where(sql<boolean>`check_at > now()`).executeTakeFirstOrThrow()
    expect(Number(n)).toBe(0)
    await sql`update upkeep.round set busy_until = now()`.execute(db)
  })

  test('leaders see how many pages have broken links, and the months are evidence', async () => {
    const context = { db: installation.services.database.of(place.id), now: new Date(), ask: installation.services.ask, government: { zone: 'Asia/Jakarta' } as never }
    const measured = await indicators[0]!.measure(context)
    expect(measured.value).toBe(2)
    expect(measured.of).toBeGreaterThan(3)
    const [month] = await evidence[0]!.collect(context)
    expect(month!.text).toMatch(/^1 halaman ditinjau dan [1-9]\d* tautan diperiksa/)
    expect((await installation.web.server.inject({ url: '/', headers: { host: place.host } })).body).not.toContain('tautan rusak')
  })
})

describe('what publications tell', () => {
  test('a page is read when it is published and forgotten when it is withdrawn', async () => {
    const installation = await openInstallation()
    const { startRelay } = await import('#platform/events/relay.ts')
    const { listens } = await import('./collect.ts')
    const place = await aGovernment(installation)
    const { services } = installation
    await installation.work()
    const stop = startRelay(services, listens, async () => [place])
    const links = () => tables(services.database.of(place.id)).selectFrom('upkeep.link').select('url').execute()
    const publications = services.ask(publicationsPort)
    const id = await services.database.transaction(place.id, tx => publications.bring(tx, { unitId: place.units.dpu!, kind: 'berita', slug: 'jalan', content: { ...blank, title: 'Jalan', body: '[peta](/kanal/dpu)' }, state: 'published', private: false, publishedAt: null, scheduledAt: null, oldPaths: [], by: null }))
    await expect.poll(links, { timeout: 15_000 }).toEqual([{ url: '/kanal/dpu' }])
    await services.database.transaction(place.id, tx => publications.withdraw(tx, id, null))
    await expect.poll(links, { timeout: 15_000 }).toEqual([])
    await stop()
    await installation.close()
  }, 60_000)
})
