import { connect, type AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readHost } from '#platform/web/host.ts'
import type { Web } from '#platform/web/serve.ts'
import { aPublication } from '#modules/publications/testing.ts'
import { sitesPort } from '#modules/sites/contract.ts'
import { aGovernment } from './testing/government.ts'
import { openInstallation, type Installation } from './testing/installation.ts'
import { openWeb } from './web.ts'

const governments = [['tegalkab', 'Kabupaten Tegal'], ['purbalinggakab', 'Kabupaten Purbalingga']] as const
const hosts = governments.flatMap(([slug]) => [`${slug}.localhost`, `kalisapu.${slug}.localhost`])
const paths = ['/', '/berita', '/kanal', '/situs/kalisapu', '/situs/kalisapu/en', '/en', '/sitemap.xml', '/robots.txt', '/masuk', '/tidak/ada']

/** Words that only one government's answers may hold. */
const marks: Record<string, RegExp> = { tegalkab: /tegal/i, purbalinggakab: /purbalingga/i }
const others = (slug: string) => governments.filter(([other]) => other !== slug).map(([other]) => marks[other]!)

interface Answer {
  status: number
  headers: string
  body: string
}

/** Sends bytes as they are and reads all that comes back. */
function send(port: number, lines: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`, 'latin1'))
    const chunks: Buffer[] = []
    socket.on('data', chunk => chunks.push(Buffer.from(chunk))).on('error', reject).on('end', () => {
      const [head = '', ...rest] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n')
      resolve({ status: Number(head.split(' ')[1]), headers: head, body: rest.join('\r\n\r\n') })
    })
  })
}

const spelt = fc
  .tuple(fc.constantFrom(...hosts, ...hosts, ...hosts, 'jahat.example', 'a.kalisapu.tegalkab.localhost', 'localhost', '127.0.0.1'), fc.array(fc.boolean(), { maxLength: 20 }), fc.constantFrom('', '', '', '', '.', '.', '..'), fc.constantFrom('', '', '', '', ':80', ':', ':8080', ':99999'))
  .map(([host, upper, dot, port]) => host.split('').map((letter, i) => (upper[i] ? letter.toUpperCase() : letter)).join('') + dot + port)

/** A request that says more than one thing about whom it is for. */
const hostile = fc.record({
  path: fc.constantFrom(...paths),
  target: fc.option(spelt, { freq: 1 }),
  host: fc.oneof({ arbitrary: fc.array(spelt, { minLength: 1, maxLength: 1 }), weight: 4 }, { arbitrary: fc.array(spelt, { maxLength: 2 }), weight: 1 }),
  version: fc.constantFrom('1.1', '1.1', '1.0'),
  method: fc.constantFrom('GET', 'GET', 'HEAD', 'POST'),
  header: fc.array(
    fc.tuple(fc.constantFrom('X-Forwarded-Host', 'X-Forwarded-Host', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-Port', 'X-Forwarded-Server', 'Forwarded', 'X-Host', 'X-Original-URL', 'X-Rewrite-URL', 'X-HTTP-Host-Override', 'Cookie'), spelt, fc.constantFrom('https', 'http', 'javascript')).map(
      ([name, host, proto]) => `${name}: ${name === 'X-Forwarded-Proto' ? proto : name === 'Forwarded' ? `host=${host};proto=${proto}` : name === 'Cookie' ? 'bahasa=en' : name.endsWith('URL') ? '/kerja' : host}`,
    ),
    { maxLength: 4 },
  ),
})
type Hostile = typeof hostile extends fc.Arbitrary<infer R> ? R : never

const written = ({ path, target, host, version, method, header }: Hostile, n: number) => [
  `${method} ${target === null ? '' : `http://${target}`}${path}?n=${n} HTTP/${version}`, ...host.map(name => `Host: ${name}`), ...header, ...(method === 'POST' ? ['Content-Length: 0'] : []),
]

describe.each(['no', 'yes'])('kept pages, with proxies believed: %s', trusted => {
  let installation: Installation
  let fresh: { web: Web; close(): Promise<void> }
  let attacked: number
  let untouched: number
  let n = 0

  beforeAll(async () => {
    installation = await openInstallation({ PENDOPO_TRUST_PROXY: trusted })
    for (const [slug, name] of governments) {
      const place = await aGovernment(installation, slug, name)
      await aPublication(installation.services, place, { content: { title: `Kabar dari ${slug}` } })
      const { database, files, tables, jobs, ask } = installation.services
      const hands = { governmentId: place.id, files, tables, jobs, secret: installation.config.secret }
      await database.transaction(place.id, async tx => {
        const id = await ask(sitesPort).ensure(tx, hands, { unitId: place.units.kalisapu!, template: 'village', name: `Desa Kalisapu ${slug}`, by: null })
        await ask(sitesPort).publish(tx, hands, id, null)
      })
    }
    // The same installation twice: one is attacked, the other only ever hears honest requests.
    fresh = await openWeb(installation.services)
    for (const { server } of [installation.web, fresh.web]) await server.listen({ host: '127.0.0.1', port: 0 })
    attacked = (installation.web.server.server.address() as AddressInfo).port
    untouched = (fresh.web.server.server.address() as AddressInfo).port
  })
  afterAll(async () => {
    await fresh.close()
    await installation.close()
  })

  const believed = ({ host, header }: Hostile) => {
    const forwarded = trusted === 'yes' ? header.filter(line => line.startsWith('X-Forwarded-Host: ')).at(-1) : undefined
    return readHost(forwarded?.slice('X-Forwarded-Host: '.length) ?? host[0] ?? '')?.name ?? null
  }

  test('hold nothing that a hostile request put there, and no answer mixes two governments', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...hosts), async (request, host) => {
        n++
        const forged = await send(attacked, written(request, n))
        const name = believed(request)
        for (const [slug] of governments) {
          // A shadow answers only for whom it was asked; a machine's name shows the first government.
          const theirs = name !== null && (name.endsWith(`${slug}.localhost`) || (slug === 'tegalkab' && ['localhost', '127.0.0.1'].includes(name)))
          if (!theirs) expect(forged.body, `${forged.headers.split('\r\n')[0]} names ${slug}`).not.toMatch(marks[slug]!)
        }
        for (const path of [request.path, '/kanal']) {
          // The mark of one browser, so that forms which are never kept carry one token as well.
          const clean = [`GET ${path}?n=${n} HTTP/1.1`, `Host: ${host}`, 'Cookie: pendopo_tamu=jujur']
          for (const visit of ['made', 'kept']) {
            const [answer, expected] = [await send(attacked, clean), await send(untouched, clean)]
            expect([visit, answer.status, answer.body]).toEqual([visit, expected.status, expected.body])
            const location = /^location: .*$/im
            expect(location.exec(answer.headers)?.[0]).toBe(location.exec(expected.headers)?.[0])
            for (const other of others(host.includes('tegal') ? 'tegalkab' : 'purbalinggakab')) expect(answer.headers + answer.body).not.toMatch(other)
          }
        }
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  test('are one per address, however the host is spelt', async () => {
    const { cache } = installation.web
    await send(attacked, ['GET /kanal?satu HTTP/1.1', 'Host: tegalkab.localhost'])
    const { pages, hits } = cache.stats()
    const spellings = ['TEGALKAB.localhost', 'tegalkab.localhost.', 'tegalkab.LOCALHOST:80', 'TegalKab.Localhost.:80']
    for (const host of spellings) await send(attacked, ['GET /kanal?satu HTTP/1.1', `Host: ${host}`])
    for (const line of ['X-Forwarded-Host: purbalinggakab.localhost', 'X-Forwarded-Proto: https', 'Forwarded: host=purbalinggakab.localhost']) if (trusted === 'no') await send(attacked, ['GET /kanal?satu HTTP/1.1', 'Host: tegalkab.localhost', line])
    expect(cache.stats()).toMatchObject({ pages, hits: hits + spellings.length + (trusted === 'no' ? 3 : 0) })
  })

  test('are not made for endless addresses or for hosts of nobody', async () => {
    const { pages } = installation.web.cache.stats()
    await send(attacked, [`GET /kanal?${'x'.repeat(4000)} HTTP/1.1`, 'Host: tegalkab.localhost'])
    for (let i = 0; i < 20; i++) expect((await send(attacked, ['GET /kanal HTTP/1.1', `Host: ${i}.jahat.example`])).status).toBe(421)
    expect(installation.web.cache.stats().pages).toBe(pages)
  })
})
