import { createServer, type Server } from 'node:tls'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { aCertificate } from '../testing.ts'
import { readCertificate } from './certificate.ts'

const day = 86_400_000
const now = new Date('2030-06-01T00:00:00Z')
/** The handshake itself asks for the real time, which lies in between whenever this runs. */
const always = { from: new Date('2000-01-01T00:00:00Z'), until: new Date('2900-01-01T00:00:00Z') }
const after = (days: number) => new Date(now.getTime() + days * day)

describe('the certificate of a domain', () => {
  const servers: Server[] = []
  afterEach(() => servers.splice(0).forEach(server => server.close()))

  async function serving(name: string, from: Date, until: Date) {
    const made = aCertificate({ name, from, until })
    const server = createServer(made, socket => socket.on('error', () => {}).end())
    server.on('tlsClientError', () => {})
    servers.push(server)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return { ...made, port: (server.address() as AddressInfo).port }
  }
  const read = ({ cert, port }: { cert: string; port: number }, options: { trust?: string; timeoutMs?: number } = {}) => readCertificate('localhost', { now, port, allowPrivate: true, trust: cert, ...options })

  test('a good one says until when', async () => {
    expect(await read(await serving('localhost', always.from, after(40)))).toEqual({ host: 'localhost', until: '2030-07-11', days: 40, problem: null })
  })

  test('its dates are compared with the day of the audit', async () => {
    expect(await read(await serving('localhost', after(-90), after(-3)))).toMatchObject({ days: -3, problem: 'expired' })
    expect(await read(await serving('localhost', after(2), after(90)))).toMatchObject({ problem: 'not-yet-valid' })
  })

  test('another name, and one that nobody vouches for', async () => {
    expect(await read(await serving('lain.contoh.id', always.from, always.until))).toMatchObject({ problem: 'other-name', until: '2900-01-01' })
    const other = aCertificate({ name: 'x', from: now, until: after(1) })
    expect(await read(await serving('localhost', always.from, always.until), { trust: other.cert })).toMatchObject({ problem: 'untrusted' })
  })

  test('nobody answers, or only after too long', async () => {
    const { createServer: plain } = await import('node:net')
    const silent = plain(socket => socket.resume()).listen(0, '127.0.0.1')
    await new Promise(resolve => silent.once('listening', resolve))
    const { port } = silent.address() as AddressInfo
    expect(await readCertificate('localhost', { now, port, allowPrivate: true, timeoutMs: 200 })).toMatchObject({ problem: 'unreachable', until: null })
    await new Promise(resolve => silent.close(resolve))
    expect(await readCertificate('localhost', { now, port, allowPrivate: true })).toMatchObject({ problem: 'unreachable' })
  })

  test('private addresses are not reached, by number or by name', async () => {
    const { port } = await serving('localhost', after(-1), after(1))
    for (const host of ['127.0.0.1', '192.168.1.1', '::1', 'localhost']) expect(await readCertificate(host, { now, port })).toMatchObject({ problem: 'private' })
  })
})
