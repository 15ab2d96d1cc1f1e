import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askOutside } from './outside.ts'
import { makePace } from './pace.ts'

describe('asking an address elsewhere', () => {
  let server: Server
  let base: string
  let seen: string[] = []
  let agent = ''
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://x')
      seen.push(`${request.method} ${pathname}`)
      agent = String(request.headers['user-agent'])
      if (pathname === '/moved') return response.writeHead(Number(searchParams.get('status')), { location: searchParams.get('to')! }).end()
      if (pathname === '/round') return response.writeHead(301, { location: '/round' }).end()
      if (pathname === '/no-head' && request.method === 'HEAD') return response.writeHead(405).end()
      if (pathname === '/no-head-but-gone') return response.writeHead(request.method === 'HEAD' ? 403 : 404).end()
      if (pathname === '/slow') return void setTimeout(() => response.end('late'), 5000).unref()
      if (pathname === '/cut') return request.socket.destroy()
      if (pathname === '/huge') {
        if (request.method === 'HEAD') return response.writeHead(405).end()
        const pour = () => { while (response.writable && response.write(Buffer.alloc(65_536))); }
        response.on('drain', pour)
        return pour()
      }
      response.writeHead(pathname.startsWith('/gone') ? 404 : 200).end('ada')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  beforeEach(() => void (seen = []))

  const ask = (path: string, options: { allowPrivate?: boolean; timeoutMs?: number } = {}) =>
    askOutside(path.startsWith('/') ? base + path : path, { userAgent: 'Pendopo link checker (portal@contoh.id)', pace: makePace(0), allowPrivate: true, ...options })

  test('one HEAD is enough for a page that is there, and it says who asks', async () => {
    expect(await ask('/ada')).toEqual({ finding: 'answers', status: 200, movedTo: null })
    expect(seen).toEqual(['HEAD /ada'])
    expect(agent).toContain('portal@contoh.id')
  })

  test('a server without HEAD is asked with GET', async () => {
    expect(await ask('/no-head')).toMatchObject({ finding: 'answers' })
    expect(await ask('/no-head-but-gone')).toMatchObject({ finding: 'not-found', status: 404 })
    expect(await ask('/gone')).toMatchObject({ finding: 'not-found', status: 404 })
  })

  test('what moved for good is offered with its new address, what only leads on is not', async () => {
    expect(await ask('/moved?status=301&to=/ada')).toEqual({ finding: 'moved', status: 200, movedTo: `${base}/ada` })
    expect(await ask(`/moved?status=308&to=${encodeURIComponent('/moved?status=301&to=/ada')}`)).toMatchObject({ movedTo: `${base}/ada` })
    expect(await ask(`/moved?status=301&to=${encodeURIComponent('/moved?status=302&to=/ada')}`)).toMatchObject({ finding: 'moved', movedTo: `${base}/moved?status=302&to=/ada` })
    expect(await ask('/moved?status=302&to=/ada')).toEqual({ finding: 'answers', status: 200, movedTo: null })
    expect(await ask('/moved?status=301&to=/gone')).toMatchObject({ finding: 'not-found', movedTo: null })
  })

  test('a circle ends after five redirects', async () => {
    expect(await ask('/round')).toMatchObject({ finding: 'too-many-redirects' })
    expect(seen).toHaveLength(6)
  })

  test('it waits no longer than it was told, for all redirects together', async () => {
    const began = Date.now()
    expect(await ask('/slow', { timeoutMs: 200 })).toMatchObject({ finding: 'timeout' })
    expect(await ask('/moved?status=302&to=/slow', { timeoutMs: 200 })).toMatchObject({ finding: 'timeout' })
    expect(Date.now() - began).toBeLessThan(2000)
  })

  test('a body without end is not read', async () => {
    const before = process.memoryUsage().rss
    expect(await ask('/huge')).toMatchObject({ finding: 'answers', status: 200 })
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  test('broken connections and unknown names are told apart', async () => {
    expect(await ask('/cut')).toMatchObject({ finding: 'unreachable' })
    expect(await ask('http://tidak-ada.invalid/')).toMatchObject({ finding: 'unknown-host' })
  })

  test('private addresses are never reached, not even by a redirect', async () => {
    for (const url of [base, 'http://localhost/', 'http://192.168.1.1/', 'http://169.254.169.254/latest/meta-data', 'http://[::1]/'])
      expect(await ask(url, { allowPrivate: false })).toMatchObject({ finding: 'private', status: null })
    expect(seen).toEqual([])
  })
})
