import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import { Agent, request } from 'node:http'
import pg from 'pg'
import { uuidv7 } from '#platform/offline/browser/bytes.ts'
import type { EntryText } from '#platform/offline/entry.ts'
import { connect } from './database.ts'
import type { Server } from './server.ts'

/** Milliseconds one turn lasts. */
const turn = 4000
const turns = 3
/** Phones that check in at a time, and connections of the bare inserts. */
const atOnce = 32
/** A morning: ten thousand staff within ten minutes. */
const morning = { perSecond: 10_000 / 600, seconds: 20 }

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const percentile = (values: number[], p: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))] ?? Number.NaN

/** A phone with its key, and how far its chain is. */
export interface Phone {
  id: string
  key: KeyObject
  sequence: number
  previous: string | null
}

/** The next check-in of a phone as it travels: a form with one signed entry. */
function entry(phone: Phone, edge: string): { id: string; body: Buffer } {
  const at = Date.now()
  const content: EntryText = {
    v: 1, id: uuidv7(at), device: phone.id, sequence: ++phone.sequence, previous: phone.previous, path: '/presensi', at, contact: { server: at, device: at, age: 0 },
    fields: [['direction', phone.sequence % 2 ? 'in' : 'out'], ['latitude', String(-6.9819 + (Math.random() - 0.5) / 2000)], ['longitude', String(109.1391 + (Math.random() - 0.5) / 2000)], ['accuracy', String(8 + Math.random() * 30)], ['age', '1']], files: [],
  }
  const text = JSON.stringify(content)
  phone.previous = createHash('sha256').update(text).digest('hex')
  const signature = sign('sha256', Buffer.from(text), { key: phone.key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  const part = (name: string, value: string) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  return { id: content.id, body: Buffer.from(`${part('entries', JSON.stringify([{ text, signature }]))}${part('sent', String(at))}--${edge}--\r\n`) }
}

/** Sends one check-in over HTTP and waits for its receipt, which is given after the commit; answers its id and milliseconds. */
export function checkIn(server: Server, agent: Agent, host: string, phone: Phone): Promise<{ id: string; time: number }> {
  const edge = 'batas-kiriman'
  const { id, body } = entry(phone, edge)
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request({ port: server.port, host: '127.0.0.1', path: '/api/luring/kirim', method: 'POST', agent, headers: { host, 'content-type': `multipart/form-data; boundary=${edge}`, 'content-length': body.length } }, answer => {
      let text = ''
      answer.on('data', piece => (text += String(piece)))
      answer.on('end', () => (text.includes('\\"state\\":\\"applied\\"') ? resolve({ id, time: performance.now() - began }) : reject(new Error(`${answer.statusCode}: ${text.slice(0, 400)}`))))
    })
    sent.on('error', reject)
    sent.end(body)
  })
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
      const phone: Phone = { id: randomUUID(), key: pair.privateKey, sequence: 0, previous: null }
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
  ours: number
  bare: number
  /** Ours to bare, median of the pairs. */
  ratio: number
  /** Milliseconds of a check-in while a morning comes in evenly. */
  p50: number
  p99: number
  phones: number
}

/**
 * Check-ins per second over HTTP (signature, rules, row-level security, audit, receipt; answered after the commit) against
 * single-row inserts of the same row with prepared statements, in turns; and the time of one while a morning comes in.
 */
export async function checkIns(server: Server): Promise<CheckIns> {
  const owner = await connect(server)
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const inserts = new pg.Pool({ host: '127.0.0.1', port: owner.port, user: owner.user, password: owner.password as string, database: 'pendopo', max: atOnce })
  try {
    const { phones, people, host } = await phonesOf(server, 1000)
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
    const forget = () => owner.query("delete from attendance.scan where received_at > now() - interval '1 hour'")
    const rate = async (work: (worker: number) => Promise<unknown>): Promise<number> => {
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
    const next = Array.from({ length: atOnce }, () => 0)
    const ours = (worker: number) => checkIn(server, agent, host, phones[(worker + atOnce * next[worker]!++) % phones.length]!)
    await Promise.all(Array.from({ length: atOnce }, (_, worker) => ours(worker)))
    const pairs: { ours: number; bare: number }[] = []
    for (let i = 0; i < turns; i++) {
      await forget()
      pairs.push({ bare: await rate(bareInsert), ours: await rate(ours) })
    }
    await forget()
    const times: number[] = []
    const sent: Promise<void>[] = []
    for (let i = 0; i < morning.perSecond * morning.seconds; i++) {
      sent.push(checkIn(server, agent, host, phones[i % phones.length]!).then(({ time }) => void times.push(time)))
      await new Promise(resolve => setTimeout(resolve, 1000 / morning.perSecond))
    }
    await Promise.all(sent)
    return { ours: middle(pairs.map(pair => pair.ours)), bare: middle(pairs.map(pair => pair.bare)), ratio: middle(pairs.map(pair => pair.ours / pair.bare)), p50: percentile(times, 0.5), p99: percentile(times, 0.99), phones: phones.length }
  } finally {
    await owner.query('drop schema if exists bench cascade').catch(() => {})
    agent.destroy()
    await inserts.end()
    await owner.end()
  }
}
