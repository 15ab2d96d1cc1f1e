/** Writes an entry down on this device: numbered, linked to the one before, signed. */
import type { EntryText } from '../entry.ts'
import { base64url, sha256, uuidv7 } from './bytes.ts'
import { lastContact, steady, vault, type EntryRow, type KeyRow } from './vault.ts'

/** The device has no room for what was typed; nothing was kept. */
export class Full extends Error {}

/** One at a time, in every tab and the worker: numbers and links follow each other. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('pendopo-outbox-keep', work)

/** The key of an account on this device, made on first use. */
export async function keyOf(account: string): Promise<KeyRow> {
  const db = await vault()
  const known = await db.get('keys', account)
  if (known) return known
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = base64url(await crypto.subtle.exportKey('spki', pair.publicKey))
  const row: KeyRow = { account, device: crypto.randomUUID(), key: pair.privateKey, publicKey, receiptKey: null, sequence: 0, previous: null }
  await db.put('keys', row)
  return row
}

export interface Written {
  account: string
  /** Address of the page with its query. */
  path: string
  title: string
  fields: [string, string][]
  files: { field: string; file: File }[]
}

/** Bytes that must stay free, so that the browser itself goes on working. */
const reserve = 2_000_000

/** A transaction that is not given up by us ends so when the disk does not take it: Chrome says AbortError on a full one. */
const diskErrors = new Set(['QuotaExceededError', 'AbortError', 'UnknownError'])

async function refuseWithoutRoom(files: Written['files']): Promise<void> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {}
  const needed = files.reduce((sum, { file }) => sum + file.size, 0) + reserve
  if (quota !== undefined && usage !== undefined && quota - usage < needed) throw new Full()
}

/**
 * Keeps what was typed until a server has it. When this answers, it is on the disk.
 * @throws Full before anything is promised
 */
export const keep = ({ account, path, title, fields, files }: Written): Promise<EntryRow> =>
  inTurn(async () => {
    await refuseWithoutRoom(files)
    const [key, contact, db] = [await keyOf(account), await lastContact(), await vault()]
    const bodies = await Promise.all(files.map(async ({ field, file }) => ({ field, name: file.name, bytes: file.size, sha256: await sha256(await file.arrayBuffer()), body: file as Blob })))
    const at = Date.now()
    const age = contact ? steady() - contact.steady : null
    const content: EntryText = {
      v: 1, id: uuidv7(at), device: key.device, sequence: key.sequence + 1, previous: key.previous, path, at,
      contact: contact && { server: Math.round(contact.server), device: contact.device, age: age !== null && age >= 0 ? age : null },
      fields, files: bodies.map(({ field, name, bytes, sha256: hash }) => ({ field, name, bytes, sha256: hash })),
    }
    const text = JSON.stringify(content)
    const bytes = new TextEncoder().encode(text)
    const signature = base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.key, bytes))
    const row: EntryRow = { id: content.id, account, device: key.device, sequence: content.sequence, state: 'kept', title, path, at, text, signature, files: bodies.map(({ sha256: hash, name, body }) => ({ sha256: hash, name, body })), receipt: null }
    const next: KeyRow = { ...key, sequence: content.sequence, previous: await sha256(bytes) }
    try {
      // Entry and link together, and only called kept once they are on the disk.
      const writing = db.transaction(['entries', 'keys'], 'readwrite', { durability: 'strict' })
      await Promise.all([writing.objectStore('entries').add(row), writing.objectStore('keys').put(next), writing.done])
    } catch (error) {
      throw error instanceof DOMException && diskErrors.has(error.name) ? new Full() : error
    }
    return row
  })
