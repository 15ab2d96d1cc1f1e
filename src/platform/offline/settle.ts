import { sign } from 'node:crypto'
import type { Tx } from '../db/database.ts'
import type { Head } from './chain.ts'
import type { ReceiptText } from './entry.ts'
import type { Checked } from './signers.ts'
import { insertReceived, receiptKey, type Received } from './store.ts'

/** An entry with what became of it. */
export interface Settled extends Pick<Received, 'at' | 'receivedAt' | 'flags' | 'state' | 'answer' | 'fileIds' | 'carriedBy'> {
  checked: Checked
  /** The chain of its device after it. */
  head: Head
  /** Its words are not kept. */
  forgets: boolean
}

/** Writes entries of different devices down, each with its signed receipt, and moves the chains of the devices on. */
export async function settle(tx: Tx, governmentId: string, secret: string, all: readonly Settled[]): Promise<Received[]> {
  const { privateKey } = await receiptKey(tx, governmentId, secret)
  const entries = all.map(({ checked: { text, signed, hash, device }, head, forgets, ...became }) => {
    const { at, receivedAt, flags, state } = became
    const deviceAt = new Date(text.at)
    const body: ReceiptText = { v: 1, id: text.id, device: device.id, sequence: text.sequence, hash, state, deviceAt: deviceAt.toISOString(), at: at.toISOString(), receivedAt: receivedAt.toISOString(), flags }
    const receipt = JSON.stringify(body)
    return {
      ...became, id: text.id, deviceId: device.id, accountId: device.accountId, sequence: text.sequence, hash, path: text.path, signed: forgets ? null : signed.text, signature: Buffer.from(signed.signature, 'base64url'), deviceAt, receipt,
      receiptSignature: sign('sha256', Buffer.from(receipt), { key: privateKey, dsaEncoding: 'ieee-p1363' }), reviewedAt: null, head,
    }
  })
  await insertReceived(tx, entries)
  return entries.map(({ head: _, ...entry }) => entry)
}
