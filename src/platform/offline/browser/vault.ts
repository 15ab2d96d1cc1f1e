/** What this browser keeps between two visits: keys, entries on their way, and the last contact with the server. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { EntryState, Receipt } from '../entry.ts'

/** The key of an account on this device, and where its chain stands. */
export interface KeyRow {
  account: string
  device: string
  /** Not extractable: it signs here and nowhere else. */
  key: CryptoKey
  /** SubjectPublicKeyInfo, base64url. */
  publicKey: string
  /** Key that signs the server's receipts, base64url; null until the device is registered. */
  receiptKey: string | null
  sequence: number
  previous: string | null
}

/** `kept` is on this device only; `stuck` was not understood by the server and waits to be carried by file. */
export type RowState = 'kept' | 'stuck' | EntryState

export interface EntryRow {
  id: string
  account: string
  device: string
  sequence: number
  state: RowState
  /** Title of the page it was written on. */
  title: string
  path: string
  at: number
  /** Gone once it was applied, with the files. */
  text: string | null
  signature: string
  files: { sha256: string; name: string; body: Blob }[]
  receipt: Receipt | null
}

/** The server's last answer: its time, ours then, and a steady clock's. */
export interface Contact {
  server: number
  device: number
  steady: number
}

interface Shape extends DBSchema {
  keys: { key: string; value: KeyRow }
  entries: { key: string; value: EntryRow; indexes: { order: [string, number]; state: RowState } }
  facts: { key: string; value: unknown }
}

export type Vault = IDBPDatabase<Shape>

let opened: Promise<Vault> | null = null

/** The database of this browser. */
export function vault(): Promise<Vault> {
  opened ??= openDB<Shape>('pendopo-outbox', 1, {
    upgrade(db) {
      db.createObjectStore('keys', { keyPath: 'account' })
      const entries = db.createObjectStore('entries', { keyPath: 'id' })
      entries.createIndex('order', ['device', 'sequence'])
      entries.createIndex('state', 'state')
      db.createObjectStore('facts')
    },
    // Another tab runs a newer release: let it change the database, and open it anew when needed.
    blocking() {
      void opened?.then(db => db.close())
      opened = null
    },
    terminated() {
      opened = null
    },
  })
  opened.catch(() => (opened = null))
  return opened
}

export const lastContact = async (): Promise<Contact | null> => ((await (await vault()).get('facts', 'contact')) as Contact | undefined) ?? null

/** A clock that setting the device's does not move, as far as the browser has one; milliseconds. */
export const steady = (): number => performance.timeOrigin + performance.now()

/** Remembers what time it was at the server, in the middle between asking and being answered. */
export async function remember(server: number, asked: number): Promise<void> {
  const half = (steady() - asked) / 2
  await (await vault()).put('facts', { server, device: Math.round(Date.now() - half), steady: steady() - half } satisfies Contact, 'contact')
}
