import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packFlash } from '#platform/web/cookies.ts'
import { aPublication } from '#modules/publications/testing.ts'
import { aGovernment, type TestGovernment } from './testing/government.ts'
import { openInstallation, type Installation } from './testing/installation.ts'

describe('pages kept for everyone', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  const get = (url: string, headers: Record<string, string> = {}) => installation.web.server.inject({ url, headers: { host: tegal.host, ...headers } })

  test('carry nothing of the visitor who happened to ask first', async () => {
    const first = await get('/', { cookie: `pendopo_pesan=${packFlash({ text: 'Pesan untuk satu orang' })}; pendopo_tamu=rahasia` })
    expect(first.statusCode).toBe(200)
    expect(first.body).not.toContain('Pesan untuk satu orang')
    expect(first.body).not.toContain('name="_csrf"')
    expect(first.headers['set-cookie']).toBeUndefined()
  })

  test('are not mixed up between languages, whatever the cookie looks like', async () => {
    await get('/kanal', { cookie: 'lain=bahasa=en' })
    expect((await get('/kanal', { cookie: 'bahasa=en' })).body).toContain('<html lang="en"')
    expect((await get('/kanal')).body).toContain('<html lang="id"')
  })

  test('show a new publication as soon as the database has told', async () => {
    expect((await get('/berita')).body).not.toContain('Jembatan baru dibuka')
    await aPublication(installation.services, tegal, { content: { title: 'Jembatan baru dibuka' } })
    await expect.poll(async () => (await get('/berita')).body.includes('Jembatan baru dibuka'), { timeout: 1000, interval: 20 }).toBe(true)
  })

  test('answer unchanged to whoever has them already', async () => {
    const address = await installation.web.server.listen({ host: '127.0.0.1', port: 0 })
    await fetch(`${address}/kanal`)
    const kept = await fetch(`${address}/kanal`)
    const again = await fetch(`${address}/kanal`, { headers: { 'if-none-match': kept.headers.get('etag')! } })
    expect([kept.status, again.status, await again.text()]).toEqual([200, 304, ''])
    expect(installation.web.cache.stats().hits).toBeGreaterThanOrEqual(2)
  })
})
