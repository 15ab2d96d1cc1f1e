import type { Who } from '../access/who.ts'
import type { Tx } from '../db/database.ts'
import type { Message } from '../forms/fields.ts'
import type { Upload } from '../web/body.ts'
import type { Arrival, Context, Goto, Page } from '../web/page.ts'
import { perform, takeUploads, type Sent } from '../web/perform.ts'
import { Conflict, Elsewhere, NotFound, Problem, Refused } from '../web/problems.ts'
import { readQuery } from '../web/query.ts'
import type { Services } from '../web/services.ts'
import { follow } from './chain.ts'
import { reckon } from './clock.ts'
import type { EntryState, Flag, SignedEntry } from './entry.ts'
import { valuesOf } from './returned.ts'
import { settle } from './settle.ts'
import type { Checked, makeSigners, Stop } from './signers.ts'
import { deviceById, receivedById, takeDevices, type Answer, type Device, type Received } from './store.ts'
import type { Together } from './together.ts'

/** Entries that came together, in the order they were written. */
export interface Sheaf {
  entries: readonly SignedEntry[]
  /** Files of the entries, by SHA-256. */
  files: ReadonlyMap<string, Upload>
  /** What the device's clock is wrong now, in milliseconds to add; null when somebody else brings the sheaf. */
  offset: number | null
  carriedBy: string | null
}

/** How entries find the page they were written on, and the person who wrote them. */
export interface Receiving {
  services: Services
  /** The page at an address, whose form works without a network; null when there is none any more. */
  pageAt(path: string): { page: Page; params: Record<string, string>; query: Record<string, string | string[]> } | null
  acting(account: { id: string; strong: boolean }): Promise<Who | null>
  active(tx: Tx, accountIds: readonly string[]): Promise<ReadonlySet<string>>
  check: ReturnType<typeof makeSigners>
  together: Together
  /** As the request that brought the sheaf; the person is replaced by the one who signed. */
  context: Context
}

/**
 * Receives entries one after the other, each applied once by the very rules of its page: together with what other
 * requests bring at the moment, or in a transaction of its own. Answers a receipt for each, in the same order; after a
 * stop the receipts of those before it.
 */
export async function receive(receiving: Receiving, sheaf: Sheaf): Promise<{ receipts: Received[]; stop: Stop | null }> {
  const { context, check, together } = receiving
  const receipts: Received[] = []
  for (const signed of sheaf.entries) {
    const checked = await check(context.db, context.government.id, signed)
    if (typeof checked === 'string') return { receipts, stop: checked }
    const taken = (await together.take(receiving, sheaf, checked)) ?? (await takeAlone(receiving, sheaf, checked))
    if (typeof taken === 'string') return { receipts, stop: taken }
    receipts.push(taken)
  }
  return { receipts, stop: null }
}

async function takeAlone(receiving: Receiving, sheaf: Sheaf, checked: Checked): Promise<Received | Stop> {
  const earlier = await receivedById(receiving.context.db, checked.text.id)
  // Two texts under one id: whoever wrote them is not a device of ours.
  if (earlier) return earlier.hash === checked.hash ? earlier : 'forged'
  if (checked.text.files.some(file => !sheaf.files.has(file.sha256))) return 'files-missing'
  const device = await deviceById(receiving.context.db, checked.device.id)
  return device ? receiveOne(receiving, sheaf, checked, device) : 'unknown-device'
}

/** Another request applied the same entry first. */
class Already extends Error {}

/** Writes an entry down, once, in the transaction of `work`, which answers what became of it. */
type Recording = (state: EntryState, fileIds: readonly string[], work: (tx: Tx, flags: readonly Flag[]) => Promise<Answer>, forgets?: boolean) => Promise<Received>

async function receiveOne(receiving: Receiving, sheaf: Sheaf, checked: Checked, { accountId, strong, revokedAt }: Device): Promise<Received> {
  const { services, context } = receiving
  const { text } = checked
  const receivedAt = new Date()
  const { at, doubtful } = reckon(text, receivedAt, sheaf.offset)
  const record: Recording = (state, fileIds, work, forgets = false) =>
    services.database.transaction(context.government.id, async tx => {
      const device = (await takeDevices(tx, [text.device])).get(text.device)
      if (!device || (await receivedById(tx, text.id))) throw new Already()
      const { flags, head } = follow({ sequence: device.sequence, hash: device.head }, text, checked.hash)
      if (doubtful) flags.push('clock')
      const answer = await work(tx, flags)
      const [settled] = await settle(tx, context.government.id, services.config.secret, [{ checked, carriedBy: sheaf.carriedBy, receivedAt, at, flags, state, answer, fileIds: [...fileIds], head, forgets }])
      return settled!
    })
  try {
    const who = revokedAt ? null : await receiving.acting({ id: accountId, strong })
    if (!who) return await record('held', [], async () => ({ text: revokedAt ? 'Perangkat ini sudah dicabut.' : 'Akun ini tidak lagi aktif.' }))
    return await apply(receiving, sheaf, checked, who, { entryId: text.id, deviceId: text.device, at, deviceAt: new Date(text.at), receivedAt, flags: [] }, record)
  } catch (error) {
    const earlier = error instanceof Already && (await receivedById(context.db, text.id))
    if (!earlier) throw error
    return earlier
  }
}

/** Acts on an entry by the rules of its page; what they refuse is written down with what is wrong. */
async function apply({ services, context: request, pageAt }: Receiving, sheaf: Sheaf, { text }: Checked, who: Who, arrival: Arrival, record: Recording): Promise<Received> {
  const refuse = (refusal: Pick<Answer, 'problems' | 'stored'>, files: { [input: string]: string[] } = {}) => record('refused', Object.values(files).flat(), async () => ({ ...refusal, files }))
  const refuseSaying = (message: Message) => refuse(saying(message))
  const found = pageAt(text.path)
  if (!found) return refuseSaying({ text: 'Halaman yang Anda isi sudah tidak ada.' })
  const { page, params, query } = found
  if (page.may !== 'public' && page.may !== 'signed-in' && !who.may(page.may)) return refuseSaying({ text: 'Anda tidak berwenang melakukan ini.' })
  const context = { ...request, who, params, query: readQuery(page.query, query) as never, language: who.account!.language, request: { ...request.request, url: text.path }, arrival }
  const values = valuesOf(text)
  const uploads = text.files.map(({ field, name, sha256: hash }) => ({ ...sheaf.files.get(hash)!, field, name }))
  const errors: Sent['errors'] = []
  const files = await takeUploads(services.files, page, context, { values, uploads }, errors)
  try {
    let received: Received | undefined
    await perform(page, context, { values, files, errors }, async work => {
      let outcome: Goto | undefined
      received = await record('applied', [], async (tx, flags) => {
        arrival.flags = flags
        const { to, text: said, values: told } = (outcome = await work(tx))
        return { to, text: said, values: told }
      }, page.forgets)
      return outcome!
    })
    return received!
  } catch (error) {
    const refusal = refusalIn(error)
    if (!refusal) throw error
    return refuse(refusal, Object.fromEntries(Object.entries(files).map(([name, those]) => [name, those.map(({ id }) => id)])))
  }
}

const saying = (message: Message) => ({ problems: [{ name: '', message }] })

/** What is wrong with a form, as far as another try can mend it; null for failures of ours. */
function refusalIn(error: unknown): Pick<Answer, 'problems' | 'stored'> | null {
  if (error instanceof Problem) return { problems: error.problems }
  if (error instanceof Conflict) return { ...saying(error.reason), stored: error.stored }
  if (error instanceof Refused) return saying(error.reason)
  if (error instanceof NotFound) return saying({ text: 'Yang Anda isi sudah tidak ada, atau tidak lagi untuk Anda.' })
  if (error instanceof Elsewhere) return saying({ text: 'Ini hanya dapat dikirim selagi tersambung. Buka halamannya, lalu kirim dari sana.' })
  return null
}
