import { appendAudits } from '../audit/audit.ts'
import type { Context, Page } from '../web/page.ts'
import { inputOf } from '../web/perform.ts'
import { readQuery } from '../web/query.ts'
import { follow } from './chain.ts'
import { reckon } from './clock.ts'
import type { Receiving, Sheaf } from './receive.ts'
import { valuesOf } from './returned.ts'
import { settle } from './settle.ts'
import type { Checked } from './signers.ts'
import { receivedAmong, takeDevices, type Received } from './store.ts'

/** Entries in one transaction at most, and transactions of one page at a time: while some are written, the next gather. */
const most = { entries: 64, atOnce: 2 }
/** Entries for which a second transaction begins while the first is under way. */
const few = 16
/** Milliseconds for which entries gather while many come, and after which nobody is thought to come any more. */
const pause = { gathering: 2, over: 15 }

/** An entry that waits for its group. */
interface Waiting {
  checked: Checked
  sheaf: Sheaf
  receivedAt: Date
  query: never
  input: never
  ip: string
  done(received: Received | null): void
}

/** Those that wait to be taken by one page of one government. */
interface Line {
  receiving: Receiving
  page: Page
  waiting: Waiting[]
  running: number
  /** When the last was done, in milliseconds of the process. */
  ended: number
  called: boolean
}

/**
 * Takes entries of the same page that come at about the same time in one transaction: one commit, and one query where
 * each by itself would need its own. Who comes alone goes at once; who comes in a crowd waits a moment for the others.
 */
export interface Together {
  /** Answers after the commit; null for an entry that has to be taken by itself, of which nothing was written. */
  take(receiving: Receiving, sheaf: Sheaf, checked: Checked): Promise<Received | null>
}

export function makeTogether(): Together {
  const lines = new Map<string, Line>()

  function call(line: Line): void {
    if (line.called) return
    line.called = true
    const begin = () => {
      line.called = false
      while (line.running < most.atOnce && line.waiting.length > (line.running === 0 ? 0 : few)) {
        line.running++
        void run(line, gather(line)).finally(() => {
          line.running--
          line.ended = performance.now()
          if (line.waiting.length > 0) call(line)
        })
      }
    }
    // What the same turn of the loop brings goes together in any case.
    if (performance.now() - line.ended > pause.over) setImmediate(begin)
    else setTimeout(begin, pause.gathering)
  }

  return {
    async take(receiving, sheaf, checked) {
      const { text } = checked
      const found = receiving.pageAt(text.path)
      if (!found?.page.actTogether || text.files.length > 0) return null
      const { page } = found
      const read = inputOf(page, { values: valuesOf(text), errors: [] })
      if ('wrong' in read) return null
      const { government, request } = receiving.context
      const name = `${government.id} ${page.path}`
      let line = lines.get(name)
      if (!line) lines.set(name, (line = { receiving, page, waiting: [], running: 0, ended: Number.NEGATIVE_INFINITY, called: false }))
      // The newest request speaks for all: settings of the government are as it saw them.
      line.receiving = receiving
      const { waiting } = line
      const received = new Promise<Received | null>(done => waiting.push({ checked, sheaf, receivedAt: new Date(), query: readQuery(page.query, found.query) as never, input: read.input, ip: request.ip, done }))
      call(line)
      return received
    },
  }
}

/** The first of those that wait, one of each person: what follows of somebody follows in the next group. */
function gather(line: Line): Waiting[] {
  const people = new Set<string>()
  const group: Waiting[] = []
  line.waiting = line.waiting.filter(one => {
    if (group.length >= most.entries || people.has(one.checked.device.accountId)) return true
    people.add(one.checked.device.accountId)
    group.push(one)
    return false
  })
  return group
}

async function run({ receiving, page }: Line, group: readonly Waiting[]): Promise<void> {
  let received: (Received | null)[]
  try {
    received = await apply(receiving, page, group)
  } catch (error) {
    const { name, message } = error as Error
    receiving.services.log.warn({ err: { name, message }, page: page.path, entries: group.length }, 'entries of a group go one by one')
    received = group.map(() => null)
  }
  for (const [i, { done }] of group.entries()) done(received[i]!)
}

/** Acts on a group in one transaction, by the rules each would be taken by alone; null for those it leaves out. */
const apply = ({ services, context, active }: Receiving, page: Page, group: readonly Waiting[]): Promise<(Received | null)[]> =>
  services.database.often(context.government.id, async tx => {
    const devices = await takeDevices(tx, group.map(({ checked }) => checked.device.id))
    const received = await receivedAmong(tx, group.map(({ checked }) => checked.text.id))
    const people = await active(tx, group.map(({ checked }) => checked.device.accountId))
    const fit = group.flatMap(one => {
      const { checked: { text, hash, device }, sheaf, receivedAt } = one
      const now = devices.get(device.id)
      if (!now || now.revokedAt || now.accountId !== device.accountId || !now.publicKey.equals(device.publicKey) || received.has(text.id) || !people.has(device.accountId)) return []
      const { flags, head } = follow({ sequence: now.sequence, hash: now.head }, text, hash)
      const { at, doubtful } = reckon(text, receivedAt, sheaf.offset)
      if (doubtful) flags.push('clock')
      return [{ ...one, at, head, flags }]
    })
    const acted = await page.actTogether!({ ...shared(context), tx }, fit.map(({ checked: { text, device }, query, input, ip, receivedAt, at, flags }) => ({
      accountId: device.accountId, query, input, ip, arrival: { entryId: text.id, deviceId: device.id, at, deviceAt: new Date(text.at), receivedAt, flags },
    })))
    const kept = fit.flatMap((one, i) => (acted[i] ? [{ ...one, ...acted[i] }] : []))
    const settled = await settle(tx, context.government.id, services.config.secret, kept.map(({ checked, sheaf, receivedAt, at, flags, head, goto: { to, text, values } }) => ({
      checked, carriedBy: sheaf.carriedBy, receivedAt, at, flags, head, state: 'applied', answer: { to, text, values }, fileIds: [], forgets: page.forgets ?? false,
    })))
    // The last, because nobody else can append until the commit.
    await appendAudits(tx, kept.map(({ checked, note }) => ({ action: page.may, accountId: checked.device.accountId, path: page.path, ...note })))
    const byEntry = new Map(settled.map(one => [one.id, one]))
    return group.map(({ checked }) => byEntry.get(checked.text.id) ?? null)
  })

const shared = ({ ask, government, hands, now }: Context) => ({ ask, government, hands, now })
