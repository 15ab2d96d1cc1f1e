import { createECDH, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { startRelay } from '#platform/events/relay.ts'
import { aBrowser } from '#modules/identity/testing.ts'
import { subscriptions } from '../module.ts'
import { aPublication, until } from '../testing.ts'

describe('news on a phone', () => {
  let installation: Installation
  let tegal: TestGovernment
  let service: Server
  let base: string
  let stopRelay: () => Promise<void>
  /** Paths that were pushed to; what `answers` says for a path, else 201. */
  const pushed: string[] = []
  const answers = new Map<string, number[]>()
  beforeAll(async () => {
    service = createServer((request, response) => {
      request.resume().on('end', () => {
        pushed.push(request.url!)
        response.writeHead(answers.get(request.url!)?.shift() ?? 201).end()
      })
    })
    await new Promise<void>(resolve => service.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
    installation = await openInstallation({ PENDOPO_FETCH_LOCAL: 'yes', LOG_LEVEL: 'silent' })
    tegal = await aGovernment(installation)
    stopRelay = startRelay(installation.services, subscriptions.listens!, async () => [{ id: tegal.id }])
    await installation.work()
  })
  afterAll(async () => {
    await stopRelay()
    await installation.close()
    service.closeAllConnections()
    service.close()
  })

  const addressAt = (path: string) => {
    const curve = createECDH('prime256v1')
    return { endpoint: base + path, keys: { p256dh: curve.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') } }
  }
  let connections = 0
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    installation.web.server.inject({ method: 'POST', url: '/api/langganan/ponsel', headers: { host: tegal.host, 'content-type': 'application/json', ...headers }, payload: JSON.stringify(body), remoteAddress: `10.8.0.${++connections}` })
  const known = async () => (await sql<{ n: number }>`select count(*)::int as n from subscriptions.subscriber where channel = 'push'`.execute(installation.services.database.of(tegal.id))).rows[0]!.n

  test('arrives once, for what was chosen, and can be changed or stopped under its own link', async () => {
    const answer = await send({ address: addressAt('/a'), unit: 'dpu', jenis: '', kecamatan: '', tagar: '' })
    expect(answer.statusCode).toBe(200)
    const { manage } = answer.json<{ manage: string }>()
    const page = await aBrowser(installation, tegal).get(manage)
    expect(page.body).toContain('Dinas Pekerjaan Umum')
    expect(page.body).toContain('Pemberitahuan di ponsel')
    await aPublication(installation, tegal, { unit: 'dpu' })
    await aPublication(installation, tegal, { unit: 'slawi' })
    await until(async () => pushed.includes('/a'))
    await installation.web.server.inject({ method: 'POST', url: manage.replace('kelola', 'berhenti'), headers: { host: tegal.host } })
    expect(await known()).toBe(0)
    expect(pushed.filter(path => path === '/a')).toHaveLength(1)
  })

  test('knows the same browser again', async () => {
    const address = addressAt('/b')
    const first = (await send({ address, unit: 'slawi' })).json<{ manage: string }>()
    const second = (await send({ address, jenis: 'pengumuman' })).json<{ manage: string }>()
    expect(second).toEqual(first)
    expect(await known()).toBe(1)
    expect((await aBrowser(installation, tegal).get(first.manage)).body).toContain('Pengumuman')
  })

  test('forgets a browser that is gone, and tries again while the service is busy', async () => {
    answers.set('/c', [410])
    answers.set('/d', [503])
    await send({ address: addressAt('/c'), unit: 'kalisapu' })
    await send({ address: addressAt('/d'), unit: 'kalisapu' })
    const before = await known()
    await aPublication(installation, tegal, { unit: 'kalisapu' })
    await until(async () => pushed.filter(path => path === '/d').length === 2, 18)
    expect(await known()).toBe(before - 1)
    expect(pushed.filter(path => path === '/c')).toHaveLength(1)
  }, 30_000)

  test.each([
    [{}], [null], ['teks'], [{ address: { endpoint: 'http://169.254.169.254/', keys: { p256dh: 'x', auth: 'y' } } }], [{ address: { endpoint: 'file:///etc/passwd', keys: {} } }], [{ address: [] }],
  ])('refuses %j with a reason', async body => {
    const answer = await send(body)
    expect(answer.statusCode).toBe(422)
    expect(answer.json<{ error: { code: string } }>().error.code).toBe('bad-request')
  })

  test('refuses what is not on the list, another site, and a flood', async () => {
    expect((await send({ address: addressAt('/e'), unit: 'tidak-ada' })).statusCode).toBe(422)
    expect((await send({ address: addressAt('/e') }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await send({ address: addressAt('/e') }, { host: '10.9.8.7' })).statusCode).toBe(403)
    const many = await Promise.all(Array.from({ length: 35 }, () => installation.web.server.inject({ method: 'POST', url: '/api/langganan/ponsel', headers: { host: tegal.host, 'content-type': 'application/json' }, payload: '{}', remoteAddress: '10.6.6.6' })))
    expect(many.filter(answer => answer.statusCode === 429).length).toBeGreaterThan(0)
  })
})

describe('the service worker', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  test('answers for the whole portal, and has a page to show without a network', async () => {
    const worker = await aBrowser(installation, tegal).get('/sw.js')
    expect([worker.statusCode, worker.headers['service-worker-allowed'], worker.headers['cache-control']]).toEqual([200, '/', 'no-cache'])
    expect(worker.headers['content-type']).toContain('javascript')
    expect(worker.body).toContain('/luring')
    expect((await aBrowser(installation, tegal).get('/luring')).body).toContain('Sedang tidak tersambung')
  })

  test('is registered from the page of subscriptions only', async () => {
    for (const path of ['/', '/berita', '/kanal', '/langganan/terkirim']) expect((await aBrowser(installation, tegal).get(path)).body).not.toContain('<script')
    expect((await aBrowser(installation, tegal).get('/langganan')).body).toMatch(/<script type="module" src="\/aset\/phone-news-/)
  })
})
