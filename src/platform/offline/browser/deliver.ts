/** Brings what is kept to the server, in order, as often as needed. */
import type { Receipt, ReceiptText } from '../entry.ts'
import { fromBase64url } from './bytes.ts'
import { keyOf } from './keep.ts'
import { remember, steady, vault, type EntryRow, type KeyRow } from './vault.ts'

/** Entries and bytes that travel together; a large queue goes in several. */
const most = { entries: 50, bytes: 4_000_000 }

/** How long one sheaf may take, in milliseconds: on a slow line a photo needs its time. */
const patience = 60_000

/** `unreachable`: no network, or nobody at the other end; worth trying again. */
export type Outcome = 'all' | 'unreachable' | 'unregistered'

interface Answered {
  time: number
  receipts: Receipt[]
  stop: 'unreadable' | 'unknown-device' | 'forged' | 'files-missing' | null
}

async function post(address: string, body: FormData | string, signal: AbortSignal): Promise<Response> {
  const asked = steady()
  const answer = await fetch(address, { method: 'POST', body, headers: typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}, signal, credentials: 'same-origin' })
  if (answer.ok) await remember(((await answer.clone().json()) as { time: number }).time, asked)
  return answer
}

/** Makes the device known to the account that is signed in; false without a session, or without a network. */
export async function register(account: string): Promise<boolean> {
  const row = await keyOf(account)
  const answer = await post('/api/luring/perangkat', JSON.stringify({ id: row.device, account, publicKey: row.publicKey }), AbortSignal.timeout(patience)).catch(() => null)
  if (!answer?.ok) return false
  const { receiptKey } = (await answer.json()) as { receiptKey: string }
  const db = await vault()
  const writing = db.transaction('keys', 'readwrite')
  const now = await writing.store.get(account)
  if (now) await writing.store.put({ ...now, receiptKey })
  await writing.done
  return true
}

/** The next entries of one device, the oldest first. */
async function nextSheaf(): Promise<EntryRow[]> {
  const db = await vault()
  const waiting = (await db.getAllFromIndex('entries', 'state', 'kept')).toSorted((a, b) => a.device.localeCompare(b.device) || a.sequence - b.sequence)
  const sheaf: EntryRow[] = []
  let bytes = 0
  for (const row of waiting) {
    bytes += (row.text?.length ?? 0) + row.files.reduce((sum, { body }) => sum + body.size, 0)
    if (sheaf.length > 0 && (row.device !== sheaf[0]!.device || sheaf.length === most.entries || bytes > most.bytes)) break
    sheaf.push(row)
  }
  return sheaf
}

/** Letters of entries that go as JSON when no files go with them: however they are written, far less than a server reads. */
const plain = 200_000

function packed(sheaf: readonly EntryRow[], waitingFor: string | null): FormData | string {
  const entries = JSON.stringify(sheaf.map(({ text, signature }) => ({ text, signature })))
  const values = { entries, sent: String(Date.now()), ...(sheaf.at(-1)?.id === waitingFor ? { waiting: '1' } : {}) }
  const files = new Map(sheaf.flatMap(row => row.files).map(file => [file.sha256, file]))
  if (files.size === 0 && entries.length < plain) return JSON.stringify(values)
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  for (const { sha256, name, body } of files.values()) form.set(sha256, body, name)
  return form
}

/** Whether the server itself signed the receipt; unknown before the device is registered. */
async function isGenuine({ text, signature }: Receipt, { receiptKey }: Pick<KeyRow, 'receiptKey'>): Promise<boolean> {
  if (!receiptKey) return true
  const key = await crypto.subtle.importKey('spki', fromBase64url(receiptKey), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64url(signature), new TextEncoder().encode(text))
}

/** The service worker of this portal, seen from a page or from itself. */
const keeper = async (): Promise<ServiceWorker | null> =>
  ((globalThis as { registration?: ServiceWorkerRegistration }).registration ?? (await navigator.serviceWorker?.getRegistration()))?.active ?? null

/** Writes down what became of entries; what was applied needs no room any more, and its form is kept as it is now. */
async function settle(receipts: readonly Receipt[], key: Pick<KeyRow, 'receiptKey'>): Promise<void> {
  const db = await vault()
  const applied = new Set<string>()
  for (const receipt of receipts) {
    if (!(await isGenuine(receipt, key))) continue
    const { id, state } = JSON.parse(receipt.text) as ReceiptText
    const writing = db.transaction('entries', 'readwrite', { durability: 'strict' })
    const row = await writing.store.get(id)
    if (row) await writing.store.put({ ...row, state, receipt, ...(state === 'applied' ? { text: null, files: [] } : {}) })
    await writing.done
    if (row && state === 'applied') applied.add(row.path)
  }
  if (applied.size > 0) (await keeper())?.postMessage({ changed: [...applied] })
}

async function markStuck({ id }: EntryRow): Promise<void> {
  const db = await vault()
  const row = await db.get('entries', id)
  if (row?.state === 'kept') await db.put('entries', { ...row, state: 'stuck' })
}

/**
 * Sends everything that is kept; only one tab or worker at a time does. An entry whose answer got lost is sent again and
 * gets the same receipt.
 * @param waitingFor the entry somebody waits for
 * @param signal ends the waiting, not the entry
 */
export const deliver = ({ waitingFor = null, signal }: { waitingFor?: string | null; signal?: AbortSignal } = {}): Promise<Outcome> =>
  navigator.locks.request('pendopo-outbox-deliver', async () => {
    let tried = false
    for (;;) {
      const sheaf = await nextSheaf()
      if (sheaf.length === 0) return 'all'
      const [first] = sheaf as [EntryRow]
      const key = await keyOf(first.account)
      const limit = signal ? AbortSignal.any([signal, AbortSignal.timeout(patience)]) : AbortSignal.timeout(patience)
      const answer = await post('/api/luring/kirim', packed(sheaf, waitingFor), limit).catch(() => null)
      if (!answer?.ok) return 'unreachable'
      const { receipts, stop } = (await answer.json()) as Answered
      await settle(receipts, key)
      const stoppedAt = sheaf[receipts.length]
      if (stop === 'unknown-device') {
        if (tried || !(await register(first.account))) return 'unregistered'
        tried = true
      } else if (stop !== null && stoppedAt) await markStuck(stoppedAt)
      // A server that answers for nothing would be asked for ever.
      else if (receipts.length === 0) return 'unreachable'
    }
  })

/** Removes what is done with: `applied` rows older than a month, and whatever the person is through with. */
export async function forget(ids: readonly string[]): Promise<void> {
  const db = await vault()
  const writing = db.transaction('entries', 'readwrite')
  for (const id of ids) {
    const row = await writing.store.get(id)
    if (row && row.state !== 'kept') await writing.store.delete(id)
  }
  await writing.done
}
