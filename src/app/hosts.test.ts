import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#platform/db/database.ts'
import { addHost, HostRefused, removeHost } from '#modules/organisation/setup/hosts.ts'
import { aPublication } from '#modules/publications/testing.ts'
import { aGovernment, type TestGovernment } from './testing/government.ts'
import { openInstallation, type Installation } from './testing/installation.ts'

describe('a host', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
    await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
  })
  afterAll(() => installation.close())

  const ask = (host: string, url = '/kanal', headers: Record<string, string> = {}) => installation.web.server.inject({ url, headers: { host, ...headers } })

  test.each(['tegalkab.localhost', 'TegalKab.LOCALHOST', 'tegalkab.localhost.', 'tegalkab.localhost:3000'])('%s is the portal of its government', async host => {
    const { statusCode, body } = await ask(host)
    expect(statusCode).toBe(200)
    expect(body).toContain('Kabupaten Tegal')
    expect(body).toContain(`href="http://tegalkab.localhost${host.includes(':') ? ':3000' : ''}/kanal"`)
  })

  test.each(['127.0.0.1', '[::1]:3000', 'localhost', 'web'])('%s, by which nobody is found, shows the first portal', async host => {
    expect((await ask(host)).body).toContain('Kabupaten Tegal')
  })

  test.each(['jahat.example', 'a.b.tegalkab.localhost', 'xtegalkab.localhost', 'tegalkab.localhost.jahat.example', 'brebeskab.localhost'])('%s is nobody’s', async host => {
    for (const url of ['/', '/kanal', '/masuk', '/api/docs', '/aset/jakarta.woff2', '/tidak/ada', '/%E0%A4%A']) {
      const { statusCode, body, headers } = await ask(host, url)
      expect(statusCode, url).toBe(421)
      expect(body, url).not.toMatch(/Tegal|Purbalingga/)
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    }
    const { body, headers } = await ask(host)
    expect(body).toContain('Tidak ada situs di alamat ini')
    expect(body).toContain('pendopo host add')
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('that belongs to nobody takes no form either', async () => {
    expect((await installation.web.server.inject({ method: 'POST', url: '/masuk', headers: { host: 'jahat.example', 'content-type': 'application/x-www-form-urlencoded' }, payload: 'nama=a' })).statusCode).toBe(421)
  })

  test.each(['tegalkab.localhost..', 'tegalkab.localhost@jahat.example', 'tegalkab.localhost/x', 'tegalkab.localhost, jahat.example', '%74egalkab.localhost'])('%j is refused', async host => {
    expect((await ask(host)).statusCode).toBe(400)
  })

  test('of a monitor may be any', async () => {
    for (const url of ['/healthz', '/readyz']) expect((await ask('jahat.example', url)).statusCode).toBe(200)
  })

  test('with www leads to the one without, with all that was asked', async () => {
    const { statusCode, headers } = await ask('www.tegalkab.localhost:3000', '/berita?jenis=program')
    expect([statusCode, headers.location]).toEqual([301, 'http://tegalkab.localhost:3000/berita?jenis=program'])
  })

  test('that a proxy names counts only when proxies are believed', async () => {
    const forged = await ask(tegal.host, '/kanal', { 'x-forwarded-host': 'purbalinggakab.localhost', 'x-forwarded-proto': 'https' })
    expect(forged.body).toContain('href="http://tegalkab.localhost/kanal"')
    expect(forged.body).not.toContain('Purbalingga')
  })

  test('is known as soon as it was given, and no longer when it was taken', async () => {
    const owner = openDatabase({ url: installation.url, max: 1 })
    expect(await addHost(owner, 'Portal.Tegal.Example.', 'tegalkab')).toBe(true)
    await expect.poll(async () => (await ask('portal.tegal.example')).statusCode).toBe(200)
    expect(await addHost(owner, 'portal.tegal.example', 'tegalkab')).toBe(false)
    for (const [host, slug] of [['portal.tegal.example', 'purbalinggakab'], ['portal.tegal.example', 'brebeskab'], ['https://portal', 'tegalkab'], ['10.0.0.1', 'tegalkab']] as const) await expect(addHost(owner, host, slug)).rejects.toThrow(HostRefused)
    expect(await removeHost(owner, 'PORTAL.tegal.example')).toBe('tegalkab')
    await expect.poll(async () => (await ask('portal.tegal.example')).statusCode).toBe(421)
    for (const host of ['portal.tegal.example', 'tegalkab.localhost']) await expect(removeHost(owner, host)).rejects.toThrow(HostRefused)
    await owner.close()
  })
})

describe('a site on its own host', () => {
  let installation: Installation
  let tegal: TestGovernment
  let article: string
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
    await aPublication(installation.services, tegal, { content: { title: 'Jembatan baru dibuka' } })
    article = /href="(\/berita\/[^"?]+)"/.exec((await installation.web.server.inject({ url: '/berita', headers: { host: tegal.host } })).body)![1]!
  })
  afterAll(() => installation.close())

  const ask = (url: string, method: 'GET' | 'POST' = 'GET') => installation.web.server.inject({ method, url, headers: { host: 'kalisapu.tegalkab.localhost:3000' } })

  test('shares the files of its government', async () => {
    expect((await ask('/aset/jakarta.woff2')).statusCode).toBe(200)
    expect((await ask('/.well-known/security.txt')).statusCode).toBe(200)
  })

  test('has no door for officers and leads them to the portal', async () => {
    for (const url of ['/masuk?kembali=%2Fkerja', '/kerja', '/kerja/publikasi/baru'])
      for (const method of ['GET', 'POST'] as const) {
        const { statusCode, headers } = await ask(url, method)
        expect([statusCode, headers.location]).toEqual([303, `http://tegalkab.localhost:3000${url}`])
      }
  })

  test('leads on to what only the portal has', async () => {
    expect((await ask(`${article}?x=1`)).headers.location).toBe(`http://tegalkab.localhost:3000${article}?x=1`)
    expect((await ask(`/en${article}`)).headers.location).toBe(`http://tegalkab.localhost:3000${article}?bahasa=en`)
  })

  test('opens nothing of the portal under its own name', async () => {
    for (const url of ['/akun', '/%6berja', '/tidak/ada', '/kerja%2Fpublikasi']) expect((await ask(url)).statusCode, url).toBe(404)
  })
})
