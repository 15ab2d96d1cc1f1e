import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { Db } from '../db/database.ts'
import { entryText, type EntryText, type SignedEntry } from './entry.ts'
import { deviceById, type Device } from './store.ts'

/** Why a sheaf was not read to its end; what was read is not lost, and the rest can be sent again. */
export type Stop = 'unreadable' | 'unknown-device' | 'forged' | 'files-missing'

/** What of a device never changes. */
export type Signer = Pick<Device, 'id' | 'accountId' | 'publicKey' | 'strong'>

/** An entry that was checked: its device signed it. */
export interface Checked {
  text: EntryText
  signed: SignedEntry
  /** SHA-256 in hex. */
  hash: string
  device: Signer
}

/** Keys kept ready; a large government's staff. */
const most = 20_000

/** Checks who signed an entry. Devices seen before are known from memory; whoever acts on it makes sure that they still are. */
export function makeSigners(): (db: Db, governmentId: string, signed: SignedEntry) => Promise<Checked | Stop> {
  const known = new Map<string, { device: Signer; key: KeyObject }>()

  async function read(db: Db, name: string, id: string): Promise<{ device: Signer; key: KeyObject } | null> {
    const device = await deviceById(db, id)
    if (!device) return null
    if (known.size >= most) known.clear()
    const found = { device, key: createPublicKey({ key: device.publicKey, format: 'der', type: 'spki' }) }
    known.set(name, found)
    return found
  }

  return async (db, governmentId, signed) => {
    let text: EntryText
    try {
      text = entryText.parse(JSON.parse(signed.text))
    } catch {
      return 'unreadable'
    }
    const bytes = Buffer.from(signed.text)
    const signature = Buffer.from(signed.signature, 'base64url')
    const isGenuine = (key: KeyObject) => verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
    const checked = (device: Signer): Checked => ({ text, signed, hash: createHash('sha256').update(bytes).digest('hex'), device })
    const name = `${governmentId} ${text.device}`
    const remembered = known.get(name)
    if (remembered && isGenuine(remembered.key)) return checked(remembered.device)
    const found = await read(db, name, text.device)
    if (!found) return 'unknown-device'
    return isGenuine(found.key) ? checked(found.device) : 'forged'
  }
}
