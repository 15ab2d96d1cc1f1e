import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchOutside, isPublicAddress, type OutsideFailure } from './outbound.ts'

const reason = (url: string, options: Parameters<typeof fetchOutside>[1] = {}) => fetchOutside(url, options).then(answer => answer.status, (error: OutsideFailure) => error.reason)

describe('a public address', () => {
  test.each(['8.8.8.8', '103.10.20.30', '2001:4860:4860::8888', '2a00:1450::1', '::ffff:8.8.8.8'])('is %s', address => expect(isPublicAddress(address)).toBe(true))

  test.each([
    '127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1',
    '198.51.100.1', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::127.0.0.1', 'fe80::1', 'fec0::1', 'fc00::1', 'fd12::1',
    'ff02::1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001:db8::1', '2001::1', '100::1', 'localhost', '', '127.1',
  ])('is not %s', address => expect(isPublicAddress(address)).toBe(false))
})

describe('fetching an address from outside', () => {
  let server: Server
  let base: string
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://x')
      if (pathname === '/lead') return response.writeHead(302, { location: searchParams.get('to')! }).end('elsewhere')
      if (pathname === '/round') return response.writeHead(302, { location: '/round' }).end()
      if (pathname === '/large') return response.end('x'.repeat(200_000))
      if (pathname === '/slow') return void setTimeout(() => response.end('late'), 3000).unref()
      if (pathname === '/broken') return request.socket.destroy()
      response.setHeader('content-type', 'application/json')
      let body = ''
      request.on('data', part => (body += part)).on('end', () => response.end(JSON.stringify({ method: request.method, headers: request.headers, body })))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const local = { allowPrivate: true }

  test('brings status, headers and body', async () => {
    const answer = await fetchOutside(`${base}/there`, { ...local, headers: { Accept: 'text/html' } })
    expect(answer).toMatchObject({ status: 200, url: `${base}/there`, headers: { 'content-type': 'application/json' } })
    expect(JSON.parse(String(answer.body))).toMatchObject({ method: 'GET', headers: { accept: 'text/html' } })
  })

  test.each(['http://127.0.0.1:9/', 'http://0x7f.1/', 'http://2130706433/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/latest/meta-data', 'http://localhost:9/', 'http://tegalkab.localhost/'])(
    'never reaches this machine or its network: %s', async url => expect(await reason(url)).toBe('private'))

  test.each(['file:///etc/passwd', 'ftp://contoh.id/', 'javascript:alert(1)', '//contoh.id', 'http://nama:sandi@contoh.id/', 'bukan alamat', ''])('takes web addresses only: %j', async url => expect(await reason(url)).toBe('address'))

  test('checks every hop', async () => {
    expect(await reason(`${base}/lead?to=${encodeURIComponent('file:///etc/passwd')}`, local)).toBe('address')
    const landed = await fetchOutside(`${base}/lead?to=/there`, local)
    expect(landed.url).toBe(`${base}/there`)
  })

  test('follows five redirects and no more, or none when asked', async () => {
    expect(await reason(`${base}/round`, local)).toBe('too-many-redirects')
    expect(await reason(`${base}/round`, { ...local, maxRedirects: 0 })).toBe(302)
  })

  test('does not tell another host what was meant for the first', async () => {
    const other = base.replace('127.0.0.1', 'localhost')
    const answer = await fetchOutside(`${base}/lead?to=${encodeURIComponent(`${other}/there`)}`, { ...local, headers: { Authorization: 'rahasia', 'X-Own': 'ya' } })
    const { headers } = JSON.parse(String(answer.body)) as { headers: Record<string, string> }
    expect(headers.authorization).toBeUndefined()
    expect(headers['x-own']).toBe('ya')
  })

  test('gives up on what is too large, too slow or broken', async () => {
    expect(await reason(`${base}/large`, { ...local, maxBytes: 100_000 })).toBe('too-large')
    expect(await reason(`${base}/large`, { ...local, maxBytes: 0 })).toBe(200)
    expect(await reason(`${base}/slow`, { ...local, timeoutMs: 200 })).toBe('timeout')
    expect(await reason(`${base}/broken`, local)).toBe('unreachable')
    expect(await reason('http://tidak-ada.invalid/', local)).toBe('unknown-host')
  })

  test('sends a body', async () => {
    const answer = await fetchOutside(`${base}/there`, { ...local, method: 'POST', body: Buffer.from('isi') })
    expect(JSON.parse(String(answer.body))).toMatchObject({ method: 'POST', body: 'isi' })
  })
})
