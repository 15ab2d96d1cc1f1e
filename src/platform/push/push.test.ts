import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../config/config.ts'
import { makePush, type PushAddress } from './push.ts'

/** A browser's side of web push: it makes its keys and reads what arrives (RFC 8291, RFC 8188). */
function aPushBrowser(endpoint: string) {
  const curve = createECDH('prime256v1')
  curve.generateKeys()
  const auth = randomBytes(16)
  const address: PushAddress = { endpoint, keys: { p256dh: curve.getPublicKey('base64url'), auth: auth.toString('base64url') } }
  return {
    address,
    read(body: Buffer): unknown {
      const [salt, keyLength] = [body.subarray(0, 16), body[20]!]
      const sender = body.subarray(21, 21 + keyLength)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), sender])
      const material = Buffer.from(hkdfSync('sha256', curve.computeSecret(sender), auth, info, 32))
      const key = Buffer.from(hkdfSync('sha256', material, salt, 'Content-Encoding: aes128gcm\0', 16))
      const nonce = Buffer.from(hkdfSync('sha256', material, salt, 'Content-Encoding: nonce\0', 12))
      const sealed = body.subarray(21 + keyLength)
      const decipher = createDecipheriv('aes-128-gcm', key, nonce)
      decipher.setAuthTag(sealed.subarray(-16))
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString('utf8'))
    },
  }
}

describe('web push', () => {
  const data = mkdtempSync(join(tmpdir(), 'pendopo-push-'))
  const settings = { NODE_ENV: 'test', PENDOPO_DATA: data, PENDOPO_DEMO: 'no' }
  const config = readConfig({ ...settings, PENDOPO_FETCH_LOCAL: 'yes' })
  let service: Server
  let endpoint: string
  let status = 201
  let received: { headers: Record<string, unknown>; body: Buffer }[] = []
  beforeAll(async () => {
    service = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(parts) })
        response.writeHead(status, { location: '/elsewhere' }).end()
      })
    })
    await new Promise<void>(resolve => service.listen(0, '127.0.0.1', resolve))
    endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}/kirim/abc`
  })
  beforeEach(() => {
    status = 201
    received = []
  })
  afterAll(() => {
    service.closeAllConnections()
    service.close()
    rmSync(data, { recursive: true })
  })

  const message = { title: 'Jalan ditutup', body: 'Karena banjir di Slawi – hati-hati.', href: '/berita/jalan-ditutup', tag: 'x' }

  test('reaches the browser encrypted, and only that browser can read it', async () => {
    const browser = aPushBrowser(endpoint)
    expect(await makePush(config).send(browser.address, message)).toBe('sent')
    expect(received[0]!.body.includes('Jalan')).toBe(false)
    expect(browser.read(received[0]!.body)).toEqual(message)
    expect(() => aPushBrowser(endpoint).read(received[0]!.body)).toThrow()
  })

  test('is signed with the key browsers were told, which outlives a restart', async () => {
    const push = makePush(config)
    expect(makePush(readConfig(settings)).publicKey).toBe(push.publicKey)
    await push.send(aPushBrowser(endpoint).address, message)
    const { token, k } = /vapid t=(?<token>[^,]+), k=(?<k>.+)/.exec(String(received[0]!.headers.authorization))!.groups as { token: string; k: string }
    expect(k).toBe(push.publicKey)
    const point = Buffer.from(k, 'base64url')
    const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } })
    const [head, claims, signature] = token.split('.') as [string, string, string]
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: new URL(endpoint).origin, sub: 'mailto:admin@localhost' })
  })

  test.each([[404, 'gone'], [410, 'gone'], [400, 'refused'], [403, 'refused'], [413, 'refused'], [301, 'throws'], [429, 'throws'], [500, 'throws'], [503, 'throws']] as const)('an answer of %i means: %s', async (answer, outcome) => {
    status = answer
    expect(await makePush(config).send(aPushBrowser(endpoint).address, message).catch(() => 'throws')).toBe(outcome)
    expect(received).toHaveLength(1)
  })

  test('goes to the open web only', async () => {
    const { address } = makePush(readConfig(settings))
    const browser = aPushBrowser('https://push.example/abc').address
    expect(address.safeParse(browser).success).toBe(true)
    for (const bad of ['http://push.example/abc', 'https://nama:sandi@push.example/', 'javascript:alert(1)', 'file:///etc/passwd', '', 7]) expect(address.safeParse({ ...browser, endpoint: bad }).success).toBe(false)
    for (const keys of [{}, { ...browser.keys, auth: 'pendek' }, { ...browser.keys, p256dh: browser.keys.auth }, { ...browser.keys, p256dh: '!'.repeat(87) }, null]) expect(address.safeParse({ ...browser, keys }).success).toBe(false)
    await expect(makePush(readConfig(settings)).send({ ...browser, endpoint: 'https://127.0.0.1/abc' }, message)).rejects.toMatchObject({ reason: 'private' })
  })
})
