import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as asn1 from 'asn1js'
import { TimeStampReq } from 'pkijs'
import { Problem } from '../web/problems.ts'
import { TestAuthority, type AuthorityStore, type StoredAuthority, type StoredKey } from './authority.ts'
import { issue } from './certificates.ts'
import { alone, carryingSignature, type Stamping } from './cms.ts'

/** Keeps an authority in memory. */
export function memoryStore(): AuthorityStore {
  let kept: StoredAuthority | null = null
  const keys = new Map<string, StoredKey>()
  return {
    authority: () => Promise.resolve(kept),
    keepAuthority: made => Promise.resolve((kept ??= made)),
    key: identifier => Promise.resolve(keys.get(identifier) ?? null),
    keepKey: key => Promise.resolve(void keys.set(key.identifier, key)),
  }
}

export const passphrase = 'tiga kuda di alun-alun'

/** An authority with certificates for people, by identifier. */
export async function anAuthority(people: Record<string, string> = { '1': 'Dra. Sri Wahyuningsih, M.Si.', '2': 'Budi Santoso' }, settings: { now?: () => Date; stamping?: Stamping } = {}): Promise<TestAuthority> {
  const authority = new TestAuthority(memoryStore(), 'rahasia instalasi untuk percobaan saja', settings)
  for (const [identifier, name] of Object.entries(people)) await authority.enrol({ identifier, name, organisation: 'Pemerintah Kabupaten Tegal' }, passphrase)
  return authority
}

const listening = (server: Server): Promise<string> => new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)))

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

export interface StandIn {
  url: string
  close(): void
}

/** A timestamping service with its own authority. `answers` may spoil what it says. */
export async function aTimestampService(answers: (token: Buffer) => Buffer = token => token): Promise<StandIn & { root: string }> {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const [from, to] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)]
  const above = issue({ name: { CN: 'Otoritas Waktu Percobaan', O: 'UJI COBA', C: 'ID' }, publicKey: root.publicKey, key: root.privateKey, from, to })
  const certificate = issue({ name: { CN: 'Waktu Percobaan', O: 'UJI COBA', C: 'ID' }, publicKey: own.publicKey, issuer: { certificate: above, key: root.privateKey }, from, to, use: 'timestamps' })
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { messageImprint, nonce } = TimeStampReq.fromBER(alone(await bodyOf(request)))
    const facts = new asn1.Sequence({
      value: [
        new asn1.Integer({ value: 1 }), new asn1.ObjectIdentifier({ value: '1.3.6.1.4.1.13762.3' }), messageImprint.toSchema(), new asn1.Integer({ value: 7 }),
        new asn1.GeneralizedTime({ valueDate: new Date() }), ...(nonce ? [nonce] : []),
      ],
    })
    const token = answers(carryingSignature(Buffer.from(facts.toBER()), '1.2.840.113549.1.9.16.1.4', own.privateKey, certificate))
    const status = new asn1.Sequence({ value: [new asn1.Integer({ value: 0 })] })
    response.setHeader('content-type', 'application/timestamp-reply').end(Buffer.from(new asn1.Sequence({ value: [status, asn1.fromBER(alone(token)).result] }).toBER()))
  }
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  const pem = `-----BEGIN CERTIFICATE-----\n${above.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----`
  return { url: await listening(server), root: pem, close: () => void server.close() }
}

/** How a stand-in for BSrE behaves. */
export type Mood = 'well' | 'down' | 'half' | 'slow' | 'unsigned' | 'changed' | 'page'

/**
 * A stand-in for a government's Esign Client Service: it takes what the public clients of v1 and v2 send, and signs
 * with a test authority.
 */
export async function aBsre(authority: TestAuthority): Promise<StandIn & { mood: Mood; asked: Record<string, string>[] }> {
  const standIn = { url: '', mood: 'well' as Mood, asked: [] as Record<string, string>[], close: () => void server.close() }
  const refuse = (response: ServerResponse, status: number, code: number, error: string) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error, status_code: code }))

  const fieldsOf = async (request: IncomingMessage, body: Buffer): Promise<{ fields: Record<string, string>; pdf: Buffer }> => {
    if (request.url === '/api/v2/sign/pdf') {
      const sent = JSON.parse(body.toString()) as { nik: string; passphrase: string; file: string[]; signatureProperties: Record<string, string>[] }
      const properties = Object.fromEntries(Object.entries(sent.signatureProperties[0] ?? {}).map(([name, value]) => [name, String(value)]))
      return { fields: { nik: sent.nik, passphrase: sent.passphrase, ...properties }, pdf: Buffer.from(sent.file[0] ?? '', 'base64') }
    }
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData()
    const file = form.get('file')
    const picture = form.get('imageTTD')
    const fields = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    if (picture instanceof Blob) fields.imageBase64 = Buffer.from(await picture.arrayBuffer()).toString('base64')
    return { fields, pdf: file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0) }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request)
    if (request.headers.authorization !== `Basic ${Buffer.from('pendopo:sandi').toString('base64')}`) return void response.writeHead(401).end()
    if (standIn.mood === 'down') return void response.writeHead(503).end()
    if (standIn.mood === 'slow') return
    if (standIn.mood === 'page') return void response.setHeader('content-type', 'text/html').end('<h1>Sedang dalam perawatan</h1>')
    const nik = /^\/api\/user\/status\/(\d+)$/.exec(request.url ?? '')?.[1] ?? (request.url === '/api/v2/user/check/status' ? (JSON.parse(body.toString()) as { nik: string }).nik : undefined)
    if (nik !== undefined) {
      const known = await authority.canSign(nik)
      return void response.setHeader('content-type', 'application/json').end(JSON.stringify(known ? { status_code: 1111, status: 'ISSUE' } : { status_code: 1110, status: 'NOT_REGISTERED' }))
    }
    const { fields, pdf } = await fieldsOf(request, body)
    standIn.asked.push(fields)
    if (!(await authority.canSign(fields.nik ?? ''))) return refuse(response, 400, 2011, 'User tidak terdaftar')
    let signed: Buffer
    try {
      signed = (await authority.begin({ identifier: fields.nik ?? '', passphrase: fields.passphrase ?? '' }).sign({ pdf, stamp: null, name: '', reason: fields.reason ?? '', location: fields.location ?? '' })).pdf
    } catch (error) {
      return error instanceof Problem ? refuse(response, 400, 2031, 'Passphrase anda salah') : refuse(response, 400, 2099, 'Proses signing gagal')
    }
    if (standIn.mood === 'unsigned') signed = pdf
    if (standIn.mood === 'changed') signed[20] = signed[20]! ^ 1
    const bytes = request.url === '/api/v2/sign/pdf' ? Buffer.from(JSON.stringify({ file: [signed.toString('base64')] })) : signed
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': bytes.length, id_dokumen: 'c9a1' })
    if (standIn.mood !== 'half') return void response.end(bytes)
    response.write(bytes.subarray(0, bytes.length / 2))
    setTimeout(() => response.destroy(), 20)
  }
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  standIn.url = await listening(server)
  return standIn
}
