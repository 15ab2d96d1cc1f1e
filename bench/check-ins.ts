import { fork } from 'node:child_process'
import { createHash, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import { connect as dial, type Socket } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { uuidv7 } from '#platform/offline/browser/bytes.ts'
import type { EntryText } from '#platform/offline/entry.ts'
import { connect } from './database.ts'
import type { Server } from './server.ts'

/** Milliseconds one turn lasts. */
const turn = 4000
const turns = 3
/** Phones that check in at a time. */
const crowds = [32, 256] as const
/** Connections of the bare inserts. */
const inserting = 32
/** A morning: ten thousand staff within ten minutes. */
const morning = { perSecond: 10_000 / 600, seconds: 20 }
/** Check-ins of the last two months everybody has: those a new one is compared with. */
const remembered = 60

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const percentile = (values: number[], p: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))] ?? Number.NaN

/** An entry as a phone signed it, in the request that brings it. */
interface Written {
  id: string
  request: Buffer
}

/** A phone with its key, how far its chain is, and what it wrote and has not sent yet. */
export interface Phone {
  id: string
  key: KeyObject
  sequence: number
  previous: string | null
  outbox: Written[]
}

/** The next check-in of a phone as it travels: a form with one signed entry. */
function write(phone: Phone, host: string): Written {
  const at = Date.now()
  const content: EntryText = {
    v: 1, id: uuidv7(at), device: phone.id, sequence: ++phone.sequence, previous: phone.previous, path: '/presensi', at, contact: { server: at, device: at, age: 0 },
    fields: [['direction', phone.sequence % 2 ? 'in' : 'out'], ['latitude', String(-6.9819 + (Math.random() - 0.5) / 2000)], ['longitude', String(109.1391 + (Math.random() - 0.5) / 2000)], ['accuracy', String(8 + Math.random() * 30)], ['age', '1'], ['browser', phone.id]], files: [],
  }
  const text = JSON.stringify(content)
  phone.previous = createHash('sha256').update(text).digest('hex')
  const signature = sign('sha256', Buffer.from(text), { key: phone.key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  const body = JSON.stringify({ entries: JSON.stringify([{ text, signature }]), sent: String(at) })
  return { id: content.id, request: Buffer.from(`POST /api/luring/kirim HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`) }
}

/** A connection that is kept open, with next to no work of its own: what is measured is the server. */
export class Line {
  #server: Pick<Server, 'port'>
  #socket: Socket | null = null
  #answered: { resolve(text: string): void; reject(error: Error): void } | null = null
  #text = ''

  constructor(server: Pick<Server, 'port'>) {
    this.#server = server
  }

  #open(): Socket {
    const socket = dial(this.#server.port, '127.0.0.1').setNoDelay().setEncoding('utf8')
    const lost = (error: Error) => {
      if (this.#socket === socket) this.#socket = null
      this.#answered?.reject(error)
    }
    socket.on('error', lost).on('close', () => lost(new Error('closed')))
    socket.on('data', (piece: string) => {
      this.#text += piece
      const head = this.#text.indexOf('\r\n\r\n')
      const length = head < 0 ? null : /content-length: (\d+)/i.exec(this.#text.slice(0, head))
      if (length && Buffer.byteLength(this.#text) >= head + 4 + Number(length[1])) this.#answered?.resolve(this.#text)
    })
    return socket
  }

  /** Sends one check-in and waits for its receipt, which is given after the commit; answers its id and milliseconds. */
  async checkIn(phone: Phone, host: string): Promise<{ id: string; time: number }> {
    const { id, request } = phone.outbox.shift() ?? write(phone, host)
    const began = performance.now()
    this.#text = ''
    const text = await new Promise<string>((resolve, reject) => {
      this.#answered = { resolve, reject }
      this.#socket ??= this.#open()
      this.#socket.write(request)
    }).finally(() => (this.#answered = null))
    if (!text.includes('\\"state\\":\\"applied\\"')) throw new Error(text.slice(0, 600))
    return { id, time: performance.now() - began }
  }

  close(): void {
    this.#socket?.destroy()
  }
}

interface Bearer {
  government: string
  account: string
  employee: string
  unit: string
}

/** Gives people a phone each, `most` at most, and answers with them the host of their government. */
export async function phonesOf(server: Server, most: number): Promise<{ phones: Phone[]; people: Bearer[]; host: string }> {
  const owner = await connect(server)
  try {
    // Everybody in service gets an account, so that each person's history is as long as it would be.
    await owner.query(`
      with free as (select e.id, e.government_id, e.unit_id, e.name, 'uji-' || e.id as called from personnel.employee e where e.account_id is null and e.status = 'active' and e.government_id = (select government_id from organisation.unit where slug = 'diskominfo' limit 1) limit 1000),
        made as (insert into identity.account (government_id, name, email, username, unit_id) select government_id, name, called || '@contoh.id', called, unit_id from free returning id, username)
      update personnel.employee e set account_id = made.id from made where made.username = 'uji-' || e.id`)
    const { rows: people } = await owner.query<Bearer>(
      `select e.government_id as government, e.account_id as account, e.id as employee, e.unit_id as unit from personnel.employee e join identity.account a on a.id = e.account_id
       where a.state = 'active' and e.status = 'active' and e.government_id = (select government_id from organisation.unit where slug = 'diskominfo' limit 1) order by e.id`)
    const phones: Phone[] = []
    for (let i = 0; i < Math.min(most, people.length); i++) {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const phone: Phone = { id: randomUUID(), key: pair.privateKey, sequence: 0, previous: null, outbox: [] }
      const { government, account } = people[i % people.length]!
      await owner.query('insert into platform.device (id, government_id, account_id, public_key, name, strong) values ($1, $2, $3, $4, $5, true)', [phone.id, government, account, pair.publicKey.export({ type: 'spki', format: 'der' }), 'Uji'])
      phones.push(phone)
    }
    const { rows: [place] } = await owner.query<{ host: string }>('select host from organisation.government_host where government_id = $1 limit 1', [people[0]!.government])
    return { phones, people, host: place!.host }
  } finally {
    await owner.end()
  }
}

export interface CheckIns {
  /** By how many phones at a time. */
  crowds: { phones: number; ours: number; bare: number; /** Ours to bare, median of the pairs. */ ratio: number; /** The same requests, answered with both signatures and nothing else. */ signatures: number }[]
  /** Milliseconds of a check-in with nobody else about, and while a morning comes in evenly. */
  alone: { p50: number; p99: number }
  morning: { p50: number; p99: number }
  phones: number
}

/** Gives everybody as many check-ins as a new one is compared with, as phones at the office leave them. */
const fillTraces = (owner: pg.Client, people: readonly Bearer[]) => owner.query(`
  insert into attendance.scan (government_id, employee_id, at, direction, unit_id, way, distance_band, accuracy_band, level, score, reasons, received_at, device_at, trace)
  select p.government, p.employee, t.at, case when n % 2 = 0 then 'in' else 'out' end, p.unit, 'phone', 'inside', 'sharp', 'high', 18,
    '[{"code": "at-place", "weight": 8, "text": "Posisi terbaca jelas di tempat kerja."}, {"code": "known-device", "weight": 6, "text": "Memakai ponsel yang sudah lama dipakainya."}]', t.at, t.at,
    jsonb_build_object('day', t.at::date, 'band', 'inside', 'ring', 5 * (random() * 10)::int, 'accuracy', round((6 + random() * 30)::numeric, 2), 'readingMark', left(md5(random()::text), 12), 'altitudeMark', null,
      'level', 'high', 'looked', '["accuracy-zero", "impossible-speed", "satellite-repeated", "accuracy-constant", "too-steady", "outside", "far-away", "device-borrowed", "clock-changed", "chain-fork", "chain-gap"]'::jsonb, 'shown', '[]'::jsonb)
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as p (government, employee, unit), generate_series(0, ${remembered} - 1) as n,
    lateral (select date_trunc('day', now()) - make_interval(days => 1 + n / 2) + case when n % 2 = 0 then interval '10 minutes' else interval '9 hours' end + random() * interval '20 minutes' as at) as t
  on conflict do nothing`, [people.map(one => one.government), people.map(one => one.employee), people.map(one => one.unit)])

/** What one process of Node can do with such requests at most, whatever the application: see `bare-outbox.ts`. */
async function bareOutbox(phones: readonly Phone[]): Promise<Pick<Server, 'port'> & { close(): void }> {
  const child = fork(join(import.meta.dirname, 'bare-outbox.ts'))
  child.send(phones.map(({ id, key }) => [id, createPublicKey(key).export({ type: 'spki', format: 'pem' })]))
  const port = await new Promise<number>(resolve => child.once('message', value => resolve(value as number)))
  return { port, close: () => void child.kill() }
}

/**
 * Check-ins per second over HTTP (signature, rules, row-level security, audit, receipt; answered after the commit) against
 * single-row inserts of the same row with prepared statements, in turns; and the time of one, alone and while a morning comes in.
 */
export async function checkIns(server: Server): Promise<CheckIns> {
  const owner = await connect(server)
  const lines = new Map<string, Line>()
  const inserts = new pg.Pool({ host: '127.0.0.1', port: owner.port, user: owner.user, password: owner.password as string, database: 'pendopo', max: inserting })
  try {
    const { phones, people, host } = await phonesOf(server, 1000)
    // What earlier runs left would make everybody's history longer than anybody's is.
    await owner.query('truncate attendance.scan')
    await fillTraces(owner, people)
    await owner.query('vacuum analyze')
    await owner.query('drop schema if exists bench cascade; create schema bench; create table bench.scan (like attendance.scan including defaults including constraints including indexes)')
    let at = Date.now()
    const bareInsert = () => {
      const { government, employee, unit } = people[at++ % people.length]!
      return inserts.query({
        name: 'bare', text: `insert into bench.scan (government_id, employee_id, at, direction, unit_id, way, distance_band, accuracy_band, level, score, reasons, entry_id, received_at, device_at, trace)
          values ($1, $2, $3, 'in', $4, 'phone', 'here', 'sharp', 'high', 18, '[{"code": "at-place", "weight": 8, "text": "Di tempat kerja"}]', $5, now(), now(), '{"distance": "here", "accuracy": 12, "mark": "a1b2c3"}')`,
        values: [government, employee, new Date(at), unit, randomUUID()],
      })
    }
    const rate = async (atOnce: number, work: (worker: number) => Promise<unknown>): Promise<number> => {
      const began = performance.now()
      let done = 0
      await Promise.all(Array.from({ length: atOnce }, async (_, worker) => {
        while (performance.now() < began + turn) {
          await work(worker)
          done++
        }
      }))
      return (done * 1000) / (performance.now() - began)
    }
    const bare = await bareOutbox(phones)
    const lineOf = (worker: number, to: Pick<Server, 'port'> = server) => {
      const name = `${to.port} ${worker}`
      const line = lines.get(name) ?? new Line(to)
      lines.set(name, line)
      return line
    }
    const figures: CheckIns['crowds'] = []
    for (const crowd of crowds) {
      const next = Array.from({ length: crowd }, () => 0)
      // A phone sends one thing after the other: each belongs to one of those who are at work.
      const send = (worker: number, from = phones, to?: Pick<Server, 'port'>) => lineOf(worker, to).checkIn(from[worker + crowd * (next[worker]!++ % Math.floor((from.length - worker - 1) / crowd + 1))]!, host)
      await Promise.all(Array.from({ length: crowd }, (_, worker) => send(worker)))
      const pairs: { ours: number; bare: number }[] = []
      for (let i = 0; i < turns; i++) {
        const inserted = await rate(inserting, bareInsert)
        // Phones sign for themselves: that is no work of the server's.
        for (const phone of phones) while (phone.outbox.length < 12) phone.outbox.push(write(phone, host))
        pairs.push({ bare: inserted, ours: await rate(crowd, worker => send(worker)) })
      }
      // Of these our server never hears, so the phones themselves do not count them.
      const twins = phones.map(phone => ({ ...phone, outbox: [] as Written[] }))
      for (const phone of twins) while (phone.outbox.length < 60) phone.outbox.push(write(phone, host))
      const signatures = await rate(crowd, worker => send(worker, twins, bare))
      figures.push({ phones: crowd, ours: middle(pairs.map(pair => pair.ours)), bare: middle(pairs.map(pair => pair.bare)), ratio: middle(pairs.map(pair => pair.ours / pair.bare)), signatures })
    }
    bare.close()
    const spans = (times: number[]) => ({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) })
    const single: number[] = []
    for (let i = 0; i < 200; i++) {
      single.push((await lineOf(0).checkIn(phones[i % phones.length]!, host)).time)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    const times: number[] = []
    const sent: Promise<void>[] = []
    const free = [...lines.values()].slice(0, crowds[0])
    for (let i = 0; i < morning.perSecond * morning.seconds; i++) {
      const line = free.shift()!
      sent.push(line.checkIn(phones[i % phones.length]!, host).then(({ time }) => (times.push(time), void free.push(line))))
      await new Promise(resolve => setTimeout(resolve, 1000 / morning.perSecond))
    }
    await Promise.all(sent)
    return { crowds: figures, alone: spans(single), morning: spans(times), phones: phones.length }
  } finally {
    await owner.query('drop schema if exists bench cascade').catch(() => {})
    for (const line of lines.values()) line.close()
    await inserts.end()
    await owner.end()
  }
}
