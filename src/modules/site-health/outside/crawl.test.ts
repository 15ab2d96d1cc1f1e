import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { crawl, type Bounds } from './crawl.ts'

const page = (body: string, title = 'Dinas Contoh') => `<!doctype html><html lang="id"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`
const link = (href: string, text = href) => `<a href="${href}">${text}</a>`

describe('visiting a site elsewhere', () => {
  let server: Server
  let base: string
  let answers: Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>
  let seen: { path: string; at: number; agent: string }[] = []
  let atOnce = 0
  let mostAtOnce = 0

  beforeAll(async () => {
    server = createServer((request, response) => {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce)
      response.on('close', () => atOnce--)
      const path = request.url!
      seen.push({ path, at: Date.now(), agent: String(request.headers['user-agent']) })
      const answer = answers[path] ?? answers[path.split('?')[0]!]
      if (!answer) return response.writeHead(404, { 'content-type': 'text/html' }).end('tidak ada')
      response.setHeader('content-type', 'text/html; charset=utf-8')
      answer(request, response)
    })
    await new Promise<void>(resolve => server.listen(0, '0.0.0.0', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  beforeEach(() => {
    seen = []
    mostAtOnce = 0
    answers = {}
  })

  const html = (body: string) => (_: IncomingMessage, response: ServerResponse) => response.end(page(body))
  const visit = (bounds: Partial<Bounds> = {}, options: { start?: string; allowPrivate?: boolean } = {}) =>
    crawl(options.start ?? base, { userAgent: 'Pendopo/1.0 (uji; portal@contoh.id)', allowPrivate: options.allowPrivate ?? true, topicOf: ({ text }) => (/profil|ppid/i.exec(text)?.[0] ?? null), bounds: { pauseMs: 0, ...bounds } })
  const paths = () => seen.map(({ path }) => path)

  test('asks for robots.txt first, says who it is, one request at a time with a pause after each answer', async () => {
    answers = { '/': html(link('/a') + link('/b')), '/a': html(''), '/b': html('') }
    const { pages } = await visit({ pauseMs: 120 })
    expect(paths()).toEqual(['/robots.txt', '/', '/a', '/b'])
    expect(pages.map(({ url }) => url.replace(base, ''))).toEqual(['/', '/a', '/b'])
    expect(seen.every(({ agent }) => agent.startsWith('Pendopo/') && agent.includes('portal@contoh.id'))).toBe(true)
    expect(mostAtOnce).toBe(1)
    for (let i = 1; i < seen.length; i++) expect(seen[i]!.at - seen[i - 1]!.at).toBeGreaterThanOrEqual(115)
  })

  test('leaves alone what robots.txt forbids, and the whole site when it says so', async () => {
    answers = { '/robots.txt': (_, r) => r.end('User-agent: *\nDisallow: /rahasia'), '/': html(link('/rahasia/1') + link('/a')), '/a': html(''), '/rahasia/1': html('') }
    expect(await visit()).toMatchObject({ spared: 1, failure: null })
    expect(paths()).not.toContain('/rahasia/1')
    answers['/robots.txt'] = (_, r) => r.end('User-agent: Pendopo\nDisallow: /')
    expect(await visit()).toMatchObject({ pages: [], failure: { reason: 'robots' } })
  })

  test('a robots.txt that fails forbids everything, one that is missing nothing', async () => {
    answers = { '/robots.txt': (_, r) => r.writeHead(500).end(), '/': html('') }
    expect((await visit()).failure).toMatchObject({ reason: 'robots' })
    expect(paths()).toEqual(['/robots.txt'])
  })

  test('a wish for more distance is granted', async () => {
    answers = { '/robots.txt': (_, r) => r.end('User-agent: *\nCrawl-delay: 0.3'), '/': html('') }
    await visit()
    expect(seen[1]!.at - seen[0]!.at).toBeGreaterThanOrEqual(290)
  })

  test('looks for one page of every topic first, and at no more pages than it may', async () => {
    answers = { '/': html([1, 2, 3, 4, 5].map(n => link(`/berita/${n}`)).join('') + link('/x', 'Profil') + link('/y', 'Profil lain') + link('/z', 'PPID')) }
    for (const path of ['/x', '/y', '/z', ...[1, 2, 3, 4, 5].map(n => `/berita/${n}`)]) answers[path] = html('')
    expect((await visit({ pages: 4 })).cut).toBe('pages')
    expect(paths()).toEqual(['/robots.txt', '/', '/x', '/z', '/y'])
  })

  test('a calendar without end and pages that link in a circle come to an end', async () => {
    answers = { '/': html(link('/?bulan=0') + link('/#atas')) }
    for (let n = 0; n < 50; n++) answers[`/?bulan=${n}`] = html(link(`/?bulan=${n + 1}`) + link('/'))
    const { pages, cut } = await visit()
    expect(pages).toHaveLength(20)
    expect(cut).toBe('pages')
    expect(new Set(paths()).size).toBe(paths().length)
    answers = { '/': (_, r) => r.writeHead(302, { location: '/putar' }).end(), '/putar': (_, r) => r.writeHead(302, { location: '/' }).end() }
    expect((await visit()).failure).toMatchObject({ reason: 'too-many-redirects' })
  })

  test('slow answers cost no more than the time there is', async () => {
    answers = { '/': html(link('/lambat') + link('/a')), '/lambat': () => {}, '/a': html('') }
    const began = Date.now()
    expect(await visit({ totalMs: 600 })).toMatchObject({ cut: 'time', pages: [{ status: 200 }] })
    expect(Date.now() - began).toBeLessThan(1500)
    answers = { '/': () => {} }
    expect((await visit({ totalMs: 300 })).failure).toMatchObject({ reason: 'timeout' })
  })

  test('one slow page does not keep the others from being seen', async () => {
    answers = { '/': html(link('/lambat') + link('/a')), '/lambat': () => {}, '/a': html('') }
    expect((await visit({ answerMs: 150 })).pages.map(({ url }) => url.replace(base, ''))).toEqual(['/', '/a'])
  })

  test('huge pages are not read, packed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'a'))
    answers = { '/': html(link('/besar') + link('/bom') + link('/a')), '/besar': (_, r) => r.end(Buffer.alloc(3_000_000, 'a')), '/bom': (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb), '/a': html('') }
    const before = process.memoryUsage().rss
    const { pages } = await visit()
    expect(pages.map(({ url, html: text }) => [url.replace(base, ''), text.length > 0])).toEqual([['/', true], ['/bom', false], ['/a', true]])
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000)
    answers = { '/': (_, r) => r.end(Buffer.alloc(3_000_000, 'a')) }
    expect((await visit()).failure).toMatchObject({ reason: 'too-large' })
  })

  test('another host is not visited, neither by link nor by redirect', async () => {
    const other = base.replace('127.0.0.1', '127.0.0.2')
    answers = { '/': html(link(`${other}/a`) + link('/keluar')), '/keluar': (_, r) => r.writeHead(302, { location: `${other}/b` }).end() }
    await visit()
    expect(paths()).toEqual(['/robots.txt', '/', '/keluar'])
    answers = { '/': (_, r) => r.writeHead(301, { location: `${other}/` }).end() }
    expect((await visit()).failure).toEqual({ reason: 'elsewhere', status: null, url: `${other}/` })
  })

  test('a redirect on the same host is followed, and its page seen once', async () => {
    answers = { '/': (_, r) => r.writeHead(302, { location: '/id/' }).end(), '/id/': html(link('/lama', 'Profil') + link('/baru')), '/lama': (_, r) => r.writeHead(301, { location: '/baru' }).end(), '/baru': html('Isi') }
    const { pages } = await visit()
    expect(pages.map(({ url, html: text }) => [url.replace(base, ''), text.length > 0])).toEqual([['/id/', true], ['/lama', false], ['/baru', true]])
  })

  test('letters of any encoding are read, unknown ones too', async () => {
    const latin = (charset: string) => (_: IncomingMessage, r: ServerResponse) => r.writeHead(200, { 'content-type': `text/html${charset}` }).end(Buffer.from(page('Café', 'Selayang'), 'latin1'))
    answers = {
      '/': html(['/header', '/meta', '/utf16', '/aneh', '/rusak'].map(path => link(path)).join('')),
      '/header': latin('; charset=ISO-8859-1'),
      '/meta': (_, r) => r.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.from('<meta charset="windows-1252"><p>Café', 'latin1')),
      '/utf16': (_, r) => r.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.from('\uFEFF<p>Café', 'utf16le')),
      '/aneh': latin('; charset=x-tak-dikenal'),
      '/rusak': (_, r) => r.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('bukan gzip'),
    }
    const { pages } = await visit()
    expect(pages.map(({ html: text }) => text.includes('Café'))).toEqual([false, true, true, true, false, false])
    expect(pages).toHaveLength(6)
  })

  test('a host that says it is busy is left alone at once', async () => {
    answers = { '/': html(link('/a') + link('/b')), '/a': (_, r) => r.writeHead(429).end(), '/b': html('') }
    expect(await visit()).toMatchObject({ cut: 'busy', pages: [{ status: 200 }] })
    expect(paths()).not.toContain('/b')
  })

  test('files, pages that turn programs away, and dead links', async () => {
    answers = { '/': html(link('/apbd.pdf') + link('/tertutup') + link('/hilang') + '<a href="mailto:a@contoh.id">surel</a>'), '/tertutup': (_, r) => r.writeHead(403).end() }
    expect((await visit()).pages.map(({ url, status }) => [url.replace(base, ''), status])).toEqual([['/', 200], ['/hilang', 404]])
    expect(paths()).not.toContain('/apbd.pdf')
    answers = { '/': (_, r) => r.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF') }
    expect((await visit()).failure).toMatchObject({ reason: 'not-html' })
    answers = {}
    expect((await visit()).failure).toMatchObject({ reason: 'status', status: 404 })
  })

  test('private addresses are never reached', async () => {
    expect((await visit({}, { allowPrivate: false })).failure).toMatchObject({ reason: 'private' })
    expect((await visit({}, { allowPrivate: false, start: 'http://169.254.169.254/latest/meta-data' })).failure).toMatchObject({ reason: 'private' })
    expect(seen).toEqual([])
  })
})
