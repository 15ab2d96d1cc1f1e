import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { startRelay } from '#platform/events/relay.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { pageOwnerChanged, pageReviewing, pagesPort, type BroughtPage } from '#modules/pages/contract.ts'
import { reviewing } from '#modules/publications/contract.ts'
import { aPublication } from '#modules/publications/testing.ts'
import { domainDirectory, sitesPort } from '#modules/sites/contract.ts'
import { checkRound } from './check/round.ts'
import { listens, sweep } from './collect.ts'
import { brokenLinks } from './contract.ts'
import { tables } from './store.ts'
import { countReviews, reviewsDue } from './tended/kinds.ts'

const domain = 'desa-kalisapu.desa.id'
const everything = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }

describe('looking after the pages of a site', () => {
  let installation: Installation
  let place: TestGovernment
  let siteId: string
  let operator: { id: string; username: string }
  let own: Browser
  let stranger: Browser
  let profile: string

  const inside = <T>(work: (tx: Tx) => Promise<T>) => installation.services.database.transaction(place.id, work)
  const hands = () => ({ governmentId: place.id, files: installation.services.files, tables: installation.services.tables, jobs: installation.services.jobs, secret: installation.config.secret })
  const pages = () => installation.services.ask(pagesPort)
  const db = () => installation.services.database.of(place.id)
  const here = () => ({ db: db(), ask: installation.services.ask, governmentId: place.id })
  const list = (browser: Browser, query = '') => browser.get(`/kerja/perawatan${query}`)
  const links = async () => new Map((await tables(db()).selectFrom('upkeep.link').select(['url', 'inside', 'state', 'finding', 'moved_to']).execute()).map(row => [row.url, row]))
  const bring = (title: string, page: Partial<BroughtPage> = {}) =>
    inside(tx => pages().bring(tx, hands(), { unitId: place.units.kalisapu!, slug: title.toLowerCase().replaceAll(' ', '-'), title, summary: '', body: 'Isi.', attachments: [], parentId: null, position: 0, inMenu: false, state: 'published', publishedAt: null, oldPaths: [], by: operator.id, ...page }))
  const owned = async (text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: installation.url })
    await client.connect()
    await client.query(text, values)
    await client.end()
  }

  beforeAll(async () => {
    installation = await openInstallation({ PENDOPO_FETCH_LOCAL: 'yes' })
    place = await aGovernment(installation)
    operator = await anAccount(installation, place, { username: 'operator', name: 'Wati Operator', unit: 'kalisapu', roles: ['village-operator'] })
    await anAccount(installation, place, { username: 'orang.lain', unit: 'slawi', roles: ['writer'] })
    ;[own, stranger] = [await signIn(installation, place, 'operator'), await signIn(installation, place, 'orang.lain')]
    await aPublication(installation.services, place, { unit: 'kalisapu', content: { title: 'Rapat desa' } })
    await bring('Sejarah desa', { oldPaths: ['/sejarah-lama'] })
    siteId = await inside(async tx => {
      const text = [
        '[rapat](/berita/rapat-desa)', '[hilang](/berita/tak-pernah-ada)', '[sini](/profil#visi)', '[kanal](/kanal/pemerintah-lain)', '[daftar](/kanal)', '[situs](/situs/kalisapu/en/profil)', '[situs lain](/situs/entah)', '[peta situs](/situs/kalisapu/sitemap.xml)',
        `[nama sendiri](http://kalisapu.${place.host}/profil)`, `[pindah](http://kalisapu.${place.host}/sejarah-lama)`, `[di portal](http://kalisapu.${place.host}/kanal)`, `[domain](https://${domain}/en/berita/rapat-desa)`, `[domain hilang](https://${domain}/tidak-ada)`, `[bukan kami](http://lpse.${place.host}:1/)`,
      ].join('\n\n')
      await pages().begin(tx, place.units.kalisapu!, [{
        purpose: 'profile', inMenu: true, blocks: [
          { kind: 'text', values: { text } },
          { kind: 'links', values: { rows: [{ label: 'Surat', address: '/surat-hilang', note: '' }] } },
          { kind: 'hero', values: { title: 'Selamat datang', firstLabel: 'Kantor', firstAddress: '/kerja' } },
          { kind: 'services', values: { rows: [{ name: 'KTP', requirements: 'Bawa *KK*.', procedure: '', time: '', cost: '', product: '', basis: '', address: '/ajukan-hilang' }] } },
        ],
      }], operator.id)
      const id = await installation.services.ask(sitesPort).ensure(tx, hands(), { unitId: place.units.kalisapu!, by: null })
      await installation.services.ask(sitesPort).publish(tx, hands(), id, null)
      return id
    })
    await owned(`insert into sites.domain (government_id, site_id, host, token, verified_at) values ($1, $2, $3, 'uji', now())`, [place.id, siteId, domain])
    await installation.services.ask(domainDirectory).ready()
    profile = (await pages().all(db(), place.units.kalisapu!)).find(page => page.slug === 'profil')!.id
  })
  afterAll(() => installation.close())

  test('links lead where the readers of the site are led, and each of its hosts is its own', async () => {
    await checkRound(installation.services, place.id)
    const found = await links()
    const state = (url: string) => [found.get(url)?.inside, found.get(url)?.state, found.get(url)?.finding]
    for (const good of ['/situs/kalisapu/berita/rapat-desa', '/situs/kalisapu/profil', '/kanal', '/situs/kalisapu/en/profil', '/situs/kalisapu/sitemap.xml', `http://kalisapu.${place.host}/profil`, `http://kalisapu.${place.host}/kanal`, `https://${domain}/en/berita/rapat-desa`])
      expect(state(good), good).toEqual([true, 'good', 'answers'])
    for (const gone of ['/situs/kalisapu/berita/tak-pernah-ada', '/kanal/pemerintah-lain', '/situs/entah', `https://${domain}/tidak-ada`])
      expect(state(gone), gone).toEqual([true, 'broken', 'not-found'])
    expect(found.get(`http://kalisapu.${place.host}/sejarah-lama`)).toMatchObject({ state: 'moved', moved_to: `http://kalisapu.${place.host}/sejarah-desa` })
    expect(found.get(`http://lpse.${place.host}:1/`)?.inside).toBe(false)
  }, 30_000)

  test('addresses behind buttons, links and services are checked like those in a text', async () => {
    const found = await links()
    for (const [url, finding] of [['/surat-hilang', 'not-found'], ['/kerja', 'inside-only'], ['/ajukan-hilang', 'not-found']] as const) expect(found.get(url), url).toMatchObject({ state: 'broken', finding })
  })

  test('the owner finds them in the same list with the way to the page, and is told once', async () => {
    const { body } = await list(own, '?daftar=tautan')
    expect(body).toContain('/situs/kalisapu/berita/tak-pernah-ada')
    expect(body).toContain(`href="/kerja/halaman/${profile}"`)
    expect(body).not.toContain(`/kerja/publikasi/${profile}`)
    expect((await list(stranger, '?daftar=tautan&milik=semua')).body).toContain('Tidak ada tautan rusak')
    const told = (await notificationsOf(db(), operator.id)).filter(note => note.text.includes('tautan rusak'))
    expect(told.map(note => note.values.n)).toEqual([7])
    const { id } = await tables(db()).selectFrom('upkeep.link').select('id').where('url', '=', '/surat-hilang').executeTakeFirstOrThrow()
    const address = `/kerja/perawatan/abaikan/${profile}/${id}`
    expect((await own.get(address)).body).toContain(`href="/kerja/halaman/${profile}"`)
    expect((await own.post(address, { alasan: 'Layanannya sedang disiapkan' })).statusCode).toBe(303)
  })

  test('whoever judges the site is told how many there are and which, without those left as they are', async () => {
    const port = installation.services.ask(brokenLinks)
    // Seven lead nowhere and one of them is left as it is; the name that is not ours failed once, which is a doubt.
    expect(await port.brokenIn(db(), place.units.kalisapu!)).toEqual({ n: 6, checked: 17 })
    expect(await port.of(db(), place.units.kalisapu!)).toContainEqual({ url: '/ajukan-hilang', title: 'Profil', href: `/kerja/halaman/${profile}` })
    expect(await port.of(db(), place.units.kalisapu!)).toHaveLength(6)
    expect(await port.brokenIn(db(), place.units.dpu!)).toEqual({ n: 0, checked: 0 })
  })

  test('pages past their date are listed beside publications, earliest first and part by part', async () => {
    const today = dayIn(new Date(), 'Asia/Jakarta')
    const on = (months: number) => addMonths(today, months)
    const ids = { news: await aPublication(installation.services, place, { unit: 'kalisapu', by: operator.id, content: { title: 'Syarat surat' } }), older: await aPublication(installation.services, place, { unit: 'kalisapu', by: operator.id, content: { title: 'Jadwal posyandu' } }), history: await bring('Peta desa'), profile }
    const { ask } = installation.services
    await inside(async tx => {
      for (const [id, day] of [[ids.older, on(-4)], [ids.news, on(-2)]] as const) await ask(reviewing).setReview(tx, everything, id, day)
      for (const [id, day] of [[ids.history, on(-3)], [ids.profile, on(-2)]] as const) await ask(pageReviewing).setReview(tx, everything, id, day)
    })
    const filter = { until: today, owner: operator.id }
    expect(await countReviews(here(), everything, filter)).toBe(4)
    const seen: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const part = await reviewsDue(here(), everything, { ...filter, after, limit: 1 })
      seen.push(...part.items.map(item => item.title))
      more = part.next !== null
      after = part.next ?? undefined
    }
    // The profile was begun before the news was written: on the same day the older one comes first.
    expect(seen).toEqual(['Jadwal posyandu', 'Peta desa', 'Profil', 'Syarat surat'])
    const { body } = await list(own)
    expect(body).toContain('href="/situs/kalisapu/profil"')
    expect(body).toContain('Halaman situs')
    expect((await list(stranger, '?milik=semua')).body).toContain('Tidak ada halaman yang perlu ditinjau')
  })

  test('one press says that a page is still right, which is no change of it', async () => {
    const standing = async () => (await pages().all(db(), place.units.kalisapu!)).find(page => page.id === profile)!
    const before = await standing()
    expect((await stranger.post('/kerja/perawatan', { langkah: 'benar', halaman: profile })).statusCode).toBe(404)
    expect((await own.post('/kerja/perawatan', { langkah: 'benar', halaman: profile })).statusCode).toBe(303)
    const after = await standing()
    expect(after.reviewOn).toBe(addMonths(dayIn(new Date(), 'Asia/Jakarta'), 6))
    expect(after.changedAt).toEqual(before.changedAt)
    expect((await list(own)).body).not.toContain('href="/situs/kalisapu/profil"')
  })

  test('a site that is closed takes its pages from both lists, and from nobody else', async () => {
    await sweep(installation.services, place.id)
    const kinds = async () => (await tables(db()).selectFrom('upkeep.page').select('kind').distinct().orderBy('kind').execute()).map(row => row.kind)
    expect(await kinds()).toEqual(['page', 'publication'])
    expect((await own.post('/kerja/situs/kalisapu', { step: 'close' })).statusCode).toBe(303)
    await sweep(installation.services, place.id)
    expect(await kinds()).toEqual(['publication'])
    expect((await links()).size).toBe(0)
    expect(await countReviews(here(), everything, { until: addMonths(dayIn(new Date(), 'Asia/Jakarta'), 12) })).toBe(2)
  })

  test('a page is read when it is published or changes hands, and forgotten when it is hidden', async () => {
    const { services } = installation
    await sql`update upkeep.round set swept_to = 'ffffffff-ffff-ffff-ffff-ffffffffffff'`.execute(db())
    await inside(tx => services.ask(sitesPort).publish(tx, hands(), siteId, null))
    await installation.work()
    const stop = startRelay(services, listens, async () => [place])
    const id = await bring('Wisata', { body: '[peta](/kanal/entah)' })
    const owner = async () => (await tables(db()).selectFrom('upkeep.page').select('owner_id').where('id', '=', id).executeTakeFirst())?.owner_id
    await expect.poll(owner, { timeout: 15_000 }).toBe(operator.id)
    expect((await links()).has('/kanal/entah')).toBe(true)
    const heir = await anAccount(installation, place, { username: 'pengganti', unit: 'kalisapu', roles: ['village-operator'] })
    await owned('update pages.page set page_owner = $1 where id = $2', [heir.id, id])
    await inside(tx => tell(tx, pageOwnerChanged, { id, unitId: place.units.kalisapu! }))
    await expect.poll(owner, { timeout: 15_000 }).toBe(heir.id)
    await inside(tx => pages().withdraw(tx, hands(), id, null))
    await expect.poll(owner, { timeout: 15_000 }).toBeUndefined()
    expect((await links()).has('/kanal/entah')).toBe(false)
    await stop()
  }, 60_000)
})
