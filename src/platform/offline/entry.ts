/**
 * What a device writes down while it may have no network, and what is said of it later. These shapes are shared by the
 * browser, which signs the text of an entry, and the server, which checks it: both see the very same bytes.
 */
import { z } from 'zod'

/** A value typed into a form; one name may occur several times. */
const field = z.tuple([z.string().max(200), z.string().max(1_000_000)])

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.int().min(0).max(8_640_000_000_000_000)

/** The signed text of an entry, as JSON. Times are milliseconds since 1970 by the device's own clock. */
export const entryText = z.strictObject({
  v: z.literal(1),
  /** UUIDv7, made on the device: the same entry is applied once, however often it arrives. */
  id: z.uuid(),
  device: z.uuid(),
  /** 1, 2, 3 … on this device. */
  sequence: z.int().min(1).max(2_000_000_000),
  /** SHA-256 of the entry before; null for the first. */
  previous: hash.nullable(),
  /** Address of the page whose form was filled, with its query. */
  path: z.string().min(1).max(2000).startsWith('/'),
  at: instant,
  /**
   * The last answer of the server before: its time, the device's time then, and how long ago that was by a clock nobody
   * can set; null for the last where the browser was started anew in between.
   */
  contact: z.strictObject({ server: instant, device: instant, age: z.number().min(0).max(1e12).nullable() }).nullable(),
  fields: z.array(field).max(500),
  files: z.array(z.strictObject({ field: z.string().max(200), name: z.string().max(300), bytes: z.int().min(0), sha256: hash })).max(30),
})
export type EntryText = z.infer<typeof entryText>

/** An entry on its way: the text that was signed, and the ECDSA P-256 signature over its UTF-8 bytes (IEEE P1363, base64url). */
export const signedEntry = z.strictObject({ text: z.string().max(2_000_000), signature: z.string().regex(/^[\w-]{86}$/) })
export type SignedEntry = z.infer<typeof signedEntry>

/** What became of an entry: `held` waits for somebody to look at it, e.g. because the device was revoked. */
export type EntryState = 'applied' | 'refused' | 'held'

/** What is odd about an entry; never a reason to lose it. `gap`, `order`, `fork`: its chain. `clock`: its time. */
export type Flag = 'gap' | 'order' | 'fork' | 'clock'

/** The text of a receipt, signed by the government's installation. */
export interface ReceiptText {
  v: 1
  id: string
  device: string
  sequence: number
  hash: string
  state: EntryState
  /** ISO 8601: when it was written by the device's own clock, what that comes to, and when it arrived. */
  deviceAt: string
  at: string
  receivedAt: string
  flags: Flag[]
}

/** What the server answers for one entry. */
export interface Receipt {
  text: string
  signature: string
  /** For the person: where to go on, and what to say there or what is wrong, in the account's language. */
  answer: { to: string; message: string | null }
}
