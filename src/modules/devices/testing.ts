import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { uuidv7 } from '#platform/offline/browser/bytes.ts'
import type { EntryText, Receipt, SignedEntry } from '#platform/offline/entry.ts'
import type { Stop } from '#platform/offline/signers.ts'
import type { Web } from '#platform/web/serve.ts'

interface Opened {
  web: Web
}

interface Place {
  host: string
}

/** An entry as a device wrote it, with its files. */
export interface WrittenEntry extends SignedEntry {
  content: EntryText
  files: { sha256: string; name: string; body: Buffer }[]
}

export interface Answered {
  status: number
  receipts: Receipt[]
  stop: Stop | null
  /** `Set-Cookie` of the answer. */
  cookies: string[]
}

/** A phone whose browser signs what is written on it. */
export interface TestDevice {
  id: string
  publicKey: string
  /** Writes an entry down; what is given replaces what an honest device would write. */
  write(path: string, fields: Record<string, string | string[]>, given?: Partial<Omit<EntryText, 'files'>> & { files?: { field: string; name: string; body: Buffer }[] }): WrittenEntry
  /** Sends entries; without `sent` they are brought by somebody else. */
  send(entries: readonly SignedEntry[], options?: { sent?: number | null; cookie?: string; files?: WrittenEntry['files'] | 'none'; waiting?: boolean }): Promise<Answered>
}

const hashOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

/** A device that is not known to anybody yet. */
export function aDevice({ web }: Opened, place: Place): TestDevice {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomUUID()
  let sequence = 0
  let previous: string | null = null
  return {
    id,
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    write(path, fields, { files = [], ...given } = {}) {
      const at = Date.now()
      const stored = files.map(file => ({ ...file, sha256: hashOf(file.body) }))
      const content: EntryText = {
        v: 1, id: uuidv7(at), device: id, sequence: ++sequence, previous, path, at, contact: { server: at, device: at, age: 0 },
        fields: Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
        files: stored.map(({ field, name, body, sha256 }) => ({ field, name, bytes: body.length, sha256 })), ...given,
      }
      const text = JSON.stringify(content)
      previous = hashOf(text)
      return { content, text, signature: sign('sha256', Buffer.from(text), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'), files: stored }
    },
    async send(entries, { sent = Date.now(), cookie = '', files, waiting } = {}) {
      const values = { entries: JSON.stringify(entries.map(({ text, signature }) => ({ text, signature }))), sent: sent === null ? '' : String(sent), ...(waiting ? { waiting: '1' } : {}) }
      const all = files === 'none' ? [] : (files ?? entries.flatMap(entry => ('files' in entry ? (entry as WrittenEntry).files : [])))
      const form = new FormData()
      for (const [name, value] of Object.entries(values)) form.set(name, value)
      for (const { sha256, name, body } of all) form.set(sha256, new Blob([new Uint8Array(body)]), name)
      // As the browser does: in parts only where there are files.
      const request = new Request('http://x', { method: 'POST', ...(all.length > 0 ? { body: form } : { body: JSON.stringify(values), headers: { 'content-type': 'application/json' } }) })
      const answer = await web.server.inject({ method: 'POST', url: '/api/luring/kirim', headers: { host: place.host, cookie, 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
      const { receipts = [], stop = null } = answer.json<Partial<Answered>>()
      return { status: answer.statusCode, receipts, stop, cookies: [answer.headers['set-cookie'] ?? []].flat() }
    },
  }
}

/** A device that became known to whoever is signed in with these cookies. */
export async function aKnownDevice(opened: Opened, place: Place, { accountId, cookie }: { accountId: string; cookie: string }): Promise<TestDevice & { receiptKey: string }> {
  const device = aDevice(opened, place)
  const answer = await registered(opened, place, device, { accountId, cookie })
  if (answer.statusCode !== 200) throw new Error(`Registering a device answered ${answer.statusCode}`)
  return { ...device, receiptKey: answer.json<{ receiptKey: string }>().receiptKey }
}

export const registered = ({ web }: Opened, place: Place, { id, publicKey }: Pick<TestDevice, 'id' | 'publicKey'>, { accountId, cookie }: { accountId: string; cookie: string }) =>
  web.server.inject({ method: 'POST', url: '/api/luring/perangkat', headers: { host: place.host, cookie, 'content-type': 'application/json' }, payload: JSON.stringify({ id, account: accountId, publicKey }) })
