import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import { seal, unseal } from '../secrets/sealing.ts'
import type { Head } from './chain.ts'
import type { EntryState, Flag } from './entry.ts'

/** A browser of an account that may send what was written without a network. */
export interface Device {
  id: string
  accountId: string
  /** SubjectPublicKeyInfo (DER) of its ECDSA P-256 key. */
  publicKey: Buffer
  /** As people tell their devices apart, e.g. `Chrome di Android`. */
  name: string
  strong: boolean
  registeredAt: Date
  seenAt: Date
  revokedAt: Date | null
  /** The newest link of its chain that arrived. */
  sequence: number
  head: string | null
}

const deviceColumns = sql`id, account_id as "accountId", public_key as "publicKey", name, strong, registered_at as "registeredAt", seen_at as "seenAt", revoked_at as "revokedAt", sequence, encode(head, 'hex') as head`

export const deviceById = async (db: Db | Tx, id: string): Promise<Device | undefined> => (await sql<Device>`select ${deviceColumns} from platform.device where id = ${id}`.execute(db)).rows[0]

/** Those of several, by id; nobody else adds to their chains until the transaction ends. */
export async function takeDevices(tx: Tx, ids: readonly string[]): Promise<Map<string, Device>> {
  // In one order everywhere, so that two groups never wait for each other.
  const { rows } = await sql<Device>`select ${deviceColumns} from platform.device where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
  return new Map(rows.map(device => [device.id, device]))
}

export const devicesOf = async (db: Db, accountId: string): Promise<Device[]> =>
  (await sql<Device>`select ${deviceColumns} from platform.device where account_id = ${accountId} order by revoked_at nulls first, seen_at desc`.execute(db)).rows

/** Keeps a device; one that is known already stays as it is. Answers whether it is this account's. */
export async function insertDevice(tx: Tx, device: Pick<Device, 'id' | 'accountId' | 'publicKey' | 'name' | 'strong'>): Promise<boolean> {
  await sql`insert into platform.device (id, account_id, public_key, name, strong) values (${device.id}, ${device.accountId}, ${device.publicKey}, ${device.name}, ${device.strong}) on conflict (id) do nothing`.execute(tx)
  const kept = await deviceById(tx, device.id)
  return kept?.accountId === device.accountId && kept.publicKey.equals(device.publicKey)
}

/** Revokes a device of an account; what it sends from now on is held. Answers whether there was one. */
export async function revokeDevice(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { rows } = await sql`update platform.device set revoked_at = now() where id = ${id} and account_id = ${accountId} and revoked_at is null returning id`.execute(tx)
  return rows.length > 0
}

/** An entry as it was received, with what became of it. */
export interface Received {
  id: string
  deviceId: string
  accountId: string
  sequence: number
  hash: string
  path: string
  /** Null once its words are erased. */
  signed: string | null
  signature: Buffer
  deviceAt: Date
  at: Date
  receivedAt: Date
  flags: Flag[]
  state: EntryState
  answer: Answer
  fileIds: string[]
  receipt: string
  receiptSignature: Buffer
  carriedBy: string | null
  reviewedAt: Date | null
}

/** Where an applied entry led and what is said there; what is wrong with a refused one; why one is held. */
export interface Answer {
  to?: string
  text?: string
  values?: Record<string, string | number>
  problems?: { name: string; message: { text: string; values?: Record<string, string | number> } }[]
  /** What somebody else stored meanwhile, for the form of a refused one (`Conflict.stored`). */
  stored?: Record<string, string>
  /** Uploads of a refused one by input name. */
  files?: Record<string, string[]>
}

const entryColumns = sql`e.id, e.device_id as "deviceId", e.account_id as "accountId", e.sequence, encode(e.hash, 'hex') as hash, e.path, e.signed, e.signature, e.device_at as "deviceAt", e.at, e.received_at as "receivedAt",
  e.flags, e.state, e.answer, e.file_ids as "fileIds", e.receipt, e.receipt_signature as "receiptSignature", e.carried_by as "carriedBy", e.reviewed_at as "reviewedAt"`

export const receivedById = async (db: Db | Tx, id: string): Promise<Received | undefined> => (await sql<Received>`select ${entryColumns} from platform.device_entry e where e.id = ${id}`.execute(db)).rows[0]

/** Which of these entries were received before. */
export async function receivedAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from platform.device_entry where id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Writes entries of different devices down and moves their chains on. */
export async function insertReceived(tx: Tx, entries: readonly (Received & { head: Head })[]): Promise<void> {
  if (entries.length === 0) return
  const column = <T>(of: (entry: Received & { head: Head }) => T) => entries.map(of)
  await sql`
    with moved as (
      update platform.device d set sequence = h.sequence, head = decode(h.hash, 'hex'), seen_at = greatest(d.seen_at, h.seen_at)
      from unnest(${column(one => one.deviceId)}::uuid[], ${column(one => one.head.sequence)}::integer[], ${column(one => one.head.hash)}::text[], ${column(one => one.receivedAt)}::timestamptz[]) as h (id, sequence, hash, seen_at) where d.id = h.id)
    insert into platform.device_entry (id, device_id, account_id, sequence, hash, path, signed, signature, device_at, at, received_at, flags, state, answer, file_ids, receipt, receipt_signature, carried_by)
    select id, device_id, account_id, sequence, decode(hash, 'hex'), path, signed, decode(signature, 'hex'), device_at, at, received_at, string_to_array(flags, ' '), state, answer, string_to_array(file_ids, ' ')::uuid[], receipt, decode(receipt_signature, 'hex'), carried_by
    from unnest(${column(one => one.id)}::uuid[], ${column(one => one.deviceId)}::uuid[], ${column(one => one.accountId)}::uuid[], ${column(one => one.sequence)}::integer[], ${column(one => one.hash)}::text[], ${column(one => one.path)}::text[],
      ${column(one => one.signed)}::text[], ${column(one => one.signature.toString('hex'))}::text[], ${column(one => one.deviceAt)}::timestamptz[], ${column(one => one.at)}::timestamptz[], ${column(one => one.receivedAt)}::timestamptz[],
      ${column(one => one.flags.join(' '))}::text[], ${column(one => one.state)}::text[], ${column(one => JSON.stringify(one.answer))}::jsonb[], ${column(one => one.fileIds.join(' '))}::text[], ${column(one => one.receipt)}::text[],
      ${column(one => one.receiptSignature.toString('hex'))}::text[], ${column(one => one.carriedBy)}::uuid[])
      as e (id, device_id, account_id, sequence, hash, path, signed, signature, device_at, at, received_at, flags, state, answer, file_ids, receipt, receipt_signature, carried_by)`.execute(tx)
}

/** What arrived from the devices of an account, newest first. */
export const receivedFrom = async (db: Db, accountId: string, limit: number): Promise<Received[]> =>
  (await sql<Received>`select ${entryColumns} from platform.device_entry e where e.account_id = ${accountId} order by e.received_at desc, e.sequence desc limit ${limit}`.execute(db)).rows

interface ReceiptKey {
  publicKey: Buffer
  privateKey: KeyObject
}

const receiptKeys = new Map<string, ReceiptKey>()

/** The pair of keys that signs the receipts of a government; made on first use, and never changed. */
export async function receiptKey(tx: Tx, governmentId: string, secret: string): Promise<ReceiptKey> {
  const known = receiptKeys.get(governmentId)
  if (known) return known
  const read = async () => (await sql<{ publicKey: Buffer; privateKey: Buffer }>`select public_key as "publicKey", private_key as "privateKey" from platform.receipt_key`.execute(tx)).rows[0]
  const open = ({ publicKey, privateKey }: { publicKey: Buffer; privateKey: Buffer }) => ({ publicKey, privateKey: createPrivateKey(unseal(secret, 'offline.receipt-key', privateKey)) })
  const stored = await read()
  if (stored) {
    const key = open(stored)
    receiptKeys.set(governmentId, key)
    return key
  }
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKey = createPublicKey(pair.privateKey).export({ type: 'spki', format: 'der' })
  const privateKey = seal(secret, 'offline.receipt-key', pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  await sql`insert into platform.receipt_key (government_id, public_key, private_key) values (${governmentId}, ${publicKey}, ${privateKey}) on conflict do nothing`.execute(tx)
  return open((await read())!)
}

/** Entries that are odd or held and that nobody looked at yet, newest first. */
export const unreviewed = async (db: Db, limit: number): Promise<Received[]> =>
  (await sql<Received>`select ${entryColumns} from platform.device_entry e where e.reviewed_at is null and (e.state = 'held' or cardinality(e.flags) > 0) order by e.received_at desc limit ${limit}`.execute(db)).rows

/** Writes down that somebody looked at an entry. */
export async function markReviewed(tx: Tx, id: string, by: string): Promise<void> {
  await sql`update platform.device_entry set reviewed_at = now(), reviewed_by = ${by} where id = ${id} and reviewed_at is null`.execute(tx)
}
