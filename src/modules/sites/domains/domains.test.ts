import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { missingTranslations } from '#platform/i18n/locale.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { sitesPort } from '../contract.ts'
import type { Tables } from '../tables.ts'
import { checkDomains } from './check.ts'
import { aNameServer, type NameServer } from './testing.ts'

const domain = 'desa-kalisapu.desa.id'
const address = '/kerja/situs/kalisapu/domain'
const day = 86_400_000

describe('a domain of a site', () => {
  let installation: Installation
  let names: NameServer
  let tegal: TestGovernment
  let purbalingga: TestGovernment
  let operator: Browser
  let operatorId: string

  beforeAll(async () => {
    names = await aNameServer()
    installation = await openInstallation({ PENDOPO_DNS: names.address })
    tegal = await aGovernment(installation)
    purbalingga = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
    for (const place of [tegal, purbalingga]) {
      const { database, files, tables, jobs, ask } = installation.services
      const hands = { governmentId: place.id, files, tables, jobs, secret: installation.config.secret }
      await database.transaction(place.id, async tx => {
        const id = await ask(sitesPort).ensure(tx, hands, { unitId: place.units.kalisapu!, template: 'village', name: `Kalisapu di ${place.slug}`, by: null })
        await ask(sitesPort).publish(tx, hands, id, null)
      })
      await anAccount(installation, place, { username: `op.${place.slug}`, unit: 'kalisapu', roles: ['village-operator'] })
    }
    operator = await signIn(installation, tegal, 'op.tegalkab')
    operatorId = (await row<{ id: string }>(`select id from identity.account where username = 'op.tegalkab'`)).id
  })
  afterAll(async () => {
    await installation.close()
    await names.close()
  })

  async function row<R>(text: string): Promise<R> {
    const { Client } = (await import('pg')).default
    const client = new Client({ connectionString: installation.url })
    await client.connect()
    try {
      return (await client.query(text)).rows[0] as R
    } finally {
      await client.end()
    }
  }
  const open = (host: string, url = '/') => installation.web.server.inject({ url, headers: { host } })
  const stored = (place: TestGovernment = tegal) => installation.services.database.of(place.id).withTables<Tables>().selectFrom('sites.domain').selectAll().executeTakeFirstOrThrow()
  const check = async (browser: Browser, place: TestGovernment = tegal) => {
    const answer = await browser.post(address, { step: 'check', domain: (await stored(place)).id })
    expect(answer.statusCode).toBe(303)
    return (await browser.get(address)).body
  }

  test('is refused where it leads nowhere, is not the unit’s own, or belongs to the installation', async () => {
    for (const host of ['10.0.0.1', 'kalisapu', 'kalisapu.local', 'desa.id', 'tegalkab.localhost', 'a.purbalinggakab.localhost', 'kalisapu desa id', 'x'.repeat(300)]) {
      const answer = await operator.post(address, { step: 'add', host })
      expect({ host, status: answer.statusCode }).toEqual({ host, status: 422 })
      expect(answer.body).not.toContain('Purbalingga')
    }
  })

  test('is added with the records that prove it, and leads nowhere before', async () => {
    expect((await operator.post(address, { step: 'add', host: ` https://${domain.toUpperCase()}/ ` })).statusCode).toBe(303)
    const { body } = await operator.get(address)
    const { token } = await stored()
    for (const text of [`_pendopo.${domain}`, token, 'CNAME', 'tegalkab.localhost', 'Menunggu bukti']) expect(body).toContain(text)
    expect((await operator.post(address, { step: 'add', host: domain })).body).toContain('sudah ada di daftar')
    expect((await open(domain)).statusCode).toBe(421)
  })

  test('waits while its record is missing or another one, and while the name server fails', async () => {
    expect(await check(operator)).toContain('Catatan TXT tidak ditemukan')
    names.records.set(`TXT _pendopo.${domain}`, ['v=spf1 -all'])
    expect(await check(operator)).toContain('isinya lain')
    names.broken = true
    expect(await check(operator)).toContain('tidak menjawab')
    names.broken = false
    missingTranslations.clear()
    expect((await operator.get(address, { cookie: `${operator.header()}; bahasa=en` })).body).toContain('do not answer')
    expect([...missingTranslations]).toEqual([])
    expect((await open(domain)).statusCode).toBe(421)
  })

  test('leads to its site as soon as it is proved, in both languages and to no other government', async () => {
    names.records.set(`TXT _pendopo.${domain}`, ['v=spf1 -all', (await stored()).token])
    expect(await check(operator)).toContain('Terbukti sejak')
    await expect.poll(async () => (await open(domain)).statusCode, { timeout: 1000 }).toBe(200)
    const [home, english] = [await open(`${domain.toUpperCase()}.`), await open(domain, '/en')]
    expect(home.body).toContain('Kalisapu di tegalkab')
    expect(home.body).toContain('<html lang="id"')
    expect(english.body).toContain('<html lang="en"')
    expect(home.body).not.toContain('purbalingga')
    expect((await open(domain, '/kerja')).headers.location).toBe('http://tegalkab.localhost/kerja')
    // On the portal as well a site speaks the language of its address, whatever its reader chose elsewhere.
    const chosen = await installation.web.server.inject({ url: '/situs/kalisapu?bahasa=en', headers: { host: tegal.host, cookie: 'bahasa=en' } })
    expect(chosen.body).toContain('<html lang="id"')
    expect((await open(tegal.host, '/situs/kalisapu/en?bahasa=id')).body).toContain('<html lang="en"')
  })

  test('of somebody else is refused without a word about whose it is', async () => {
    const other = await signIn(installation, purbalingga, 'op.purbalinggakab')
    const refused = await other.post(address, { step: 'add', host: domain })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('sudah dipakai sebuah situs')
    // Claimed before the other proved it, and proved afterwards: the first proof stands.
    await installation.services.database.transaction(purbalingga.id, async tx => {
      const site = await tx.withTables<Tables>().selectFrom('sites.site').select('id').executeTakeFirstOrThrow()
      await tx.withTables<Tables>().insertInto('sites.domain').values({ site_id: site.id, host: domain, token: 'pendopo-lain' }).execute()
    })
    names.records.get(`TXT _pendopo.${domain}`)!.push('pendopo-lain')
    const body = await check(other, purbalingga)
    expect(body).toContain('sudah dipakai situs lain')
    expect(body).not.toMatch(/Kabupaten Tegal|tegalkab/)
    expect((await open(domain)).body).toContain('Kalisapu di tegalkab')
  })

  test('is nobody’s business for officers of other units', async () => {
    await anAccount(installation, tegal, { username: 'op.slawi', unit: 'slawi', roles: ['village-operator'] })
    const stranger = await signIn(installation, tegal, 'op.slawi')
    expect((await stranger.get(address)).statusCode).toBe(404)
    await anAccount(installation, tegal, { username: 'penulis', unit: 'kalisapu', roles: ['writer'] })
    expect((await (await signIn(installation, tegal, 'penulis')).get(address)).statusCode).toBe(403)
  })

  test('gets a certificate only when it is proved; so do portals and published sites', async () => {
    const ask = async (name: string) => (await open('127.0.0.1', `/.well-known/pendopo/domain?domain=${encodeURIComponent(name)}`)).statusCode
    for (const name of [domain, 'tegalkab.localhost', 'www.tegalkab.localhost', 'kalisapu.tegalkab.localhost', 'KALISAPU.purbalinggakab.localhost.']) expect(await ask(name), name).toBe(200)
    for (const name of ['', 'jahat.example', 'dpu.tegalkab.localhost', 'a.kalisapu.tegalkab.localhost', `www.${domain}`, '127.0.0.1', 'localhost', `${domain}:443`]) expect(await ask(name), name).toBe(404)
  })

  test('stays for a week when its record is gone, is then taken away, and its people hear of both', async () => {
    names.records.set(`TXT _pendopo.${domain}`, ['v=spf1 -all'])
    const now = Date.now()
    const news = async () => (await notificationsOf(installation.services.database.of(tegal.id), operatorId)).map(({ text }) => text)
    for (const days of [0, 1, 6.9]) {
      await checkDomains(installation.services, tegal.id, new Date(now + days * day))
      expect((await open(domain)).statusCode, `after ${days} days`).toBe(200)
    }
    expect((await operator.get(address)).body).toContain('Bukti hilang sejak')
    expect(await news()).toEqual(['Catatan DNS bukti domain {host} hilang. Pasang lagi dalam {days} hari.'])
    await checkDomains(installation.services, tegal.id, new Date(now + 7 * day))
    await expect.poll(async () => (await open(domain)).statusCode, { timeout: 1000 }).toBe(421)
    expect((await news())[0]).toContain('dilepas')
  })

  test('returns by itself once its record is back, and goes with its site', async () => {
    names.records.set(`TXT _pendopo.${domain}`, [(await stored()).token])
    await checkDomains(installation.services, tegal.id, new Date())
    await expect.poll(async () => (await open(domain)).statusCode, { timeout: 1000 }).toBe(200)
    await operator.post('/kerja/situs/kalisapu', { step: 'close' })
    await expect.poll(async () => (await open(domain)).statusCode, { timeout: 1000 }).toBe(421)
    await operator.post('/kerja/situs/kalisapu', { step: 'publish' })
    await expect.poll(async () => (await open(domain)).statusCode, { timeout: 1000 }).toBe(200)
    await operator.post(address, { step: 'remove', domain: (await stored()).id })
    await expect.poll(async () => (await open(domain)).statusCode, { timeout: 1000 }).toBe(421)
  })
})
