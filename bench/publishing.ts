import { mkdirSync, rmSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { startServer, type Server } from './server.ts'

/** Bytes of one piece, as the page sends them. */
const piece = 4_000_000
const password = 'pendopo-peragaan'

interface Answer {
  status: number
  location: string
  body: string
}

/** Somebody at a browser without scripts. */
class Person {
  #origin: string
  #cookies = new Map<string, string>()

  constructor(server: Server) {
    // An address without a name shows the first government, which is the complete one.
    this.#origin = `http://127.0.0.1:${server.port}`
  }

  async send(path: string, init: { method?: string; headers?: Record<string, string>; body?: string | Buffer<ArrayBuffer> } = {}): Promise<Answer & { headers: Headers }> {
    const answer = await fetch(this.#origin + path, { ...init, redirect: 'manual', headers: { Cookie: [...this.#cookies].map(pair => pair.join('=')).join('; '), ...init.headers } })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.#cookies.set(name, value)
    }
    return { status: answer.status, location: new URL(answer.headers.get('location') ?? '/', this.#origin).pathname, body: await answer.text(), headers: answer.headers }
  }

  /** Sends the form of a page as it stands, with a few values changed. */
  async post(path: string, changes: Record<string, string>): Promise<Answer> {
    const { body } = await this.send(path)
    const form = new URLSearchParams({ ...valuesIn(body), ...changes })
    const answer = await this.send(path, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: form.toString() })
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${/error-summary.*?<\/ul>/s.exec(answer.body)?.[0]?.replace(/<[^>]+>/g, ' ') ?? ''}`)
    return answer
  }

  /** Follows an upload until no job is at it. */
  async settled(path: string): Promise<string> {
    for (let at = `${path.split('?')[0]}?tunggu=ya`; ; ) {
      const answer = await this.send(at)
      if (answer.status === 303) at = answer.location
      else if (answer.body.includes('data-live-board="')) {
        await pause(200)
        at = `${at.split('?')[0]}?tunggu=ya`
      } else return at.split('?')[0]!
    }
  }
}

/** What a page's forms would send. */
function valuesIn(html: string): Record<string, string> {
  const values: Record<string, string> = {}
  const of = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = of(tag, 'name')
    if (name && !/type="file"/.test(tag) && (!/type="(?:checkbox|radio)"/.test(tag) || /\schecked/.test(tag))) values[name] = of(tag, 'value') ?? ''
  }
  for (const [, head = '', options = ''] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const name = of(head, 'name')
    const all = [...options.matchAll(/<option([^>]*)>/g)].map(([, tag = '']) => ({ value: of(tag, 'value') ?? '', chosen: /\sselected/.test(tag) }))
    if (name) values[name] = (all.find(({ chosen }) => chosen) ?? all[0])?.value ?? ''
  }
  return values
}

async function signedIn(server: Server, name: string): Promise<Person> {
  const person = new Person(server)
  await person.post('/masuk', { nama: name, sandi: password })
  return person
}

async function fileOf(path: string, rows: number): Promise<void> {
  const made = await DuckDBInstance.create(':memory:', { memory_limit: '2GB', temp_directory: `${path}-made` })
  const maker = await made.connect()
  await maker.run(`copy (select 'K' || lpad(cast(i as varchar), 9, '0') as nomor, date '2016-01-01' + cast(i * 3653 // ${rows} as integer) as tanggal, 'layanan ' || (1 + hash(i, 6) % 12) as jenis,
    ['diterima', 'diproses', 'selesai', 'ditolak'][cast(1 + hash(i, 7) % 4 as bigint)] as status, cast(hash(i, 9) % 1000 as integer) as jumlah, cast(hash(i, 10) % 1000000000 / 100 as decimal(18, 2)) as nilai,
    cast(hash(i, 11) % 90 as integer) as usia, hash(i, 12) % 3 > 0 as aktif, 'loket ' || (1 + hash(i, 13) % 40) as loket, 'catatan ke-' || hash(i, 14) % 5000 || ' menurut petugas' as catatan,
    hash(i, 15) % 100000 / 1000 as skor, cast(hash(i, 16) % 24 as integer) as jam from range(${rows}) t(i)) to '${path}' (format csv, header true)`)
  maker.closeSync()
  made.closeSync()
}

type Line = (name: string, figure: string, wanted: string) => void
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

/** A producer uploads a table in pieces, declares, checks and keeps it; two people look; everybody can read it. All over HTTP, on a demo of its own. */
export async function publishing(root: string, line: Line, rows: number): Promise<void> {
  const data = join(root, '.cache', 'bench-publishing')
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  const path = join(data, 'besar.csv')
  await fileOf(path, rows)
  const { size } = await stat(path)
  const server = await startServer(root, data, 'all')
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, server.memory())), 200)
  try {
    const [producer, checker, walidata] = await Promise.all(['penulis.dpu', 'sekdin.dpu', 'walidata'].map(name => signedIn(server, name))) as [Person, Person, Person]
    const made = await producer.post('/kerja/data/baru', { title: `Tabel besar ${rows}`, summary: 'Baris sebanyak-banyaknya, untuk mengukur lama penayangan.', every: 'year', access: 'open', licence: 'CC-BY-4.0', theme: 'infrastruktur' })
    const entry = made.location
    const release = (await producer.post(`${entry}/rilis/baru`, {})).location
    const began = performance.now()

    const token = /data-token="([^"]+)"/.exec((await producer.send(`${release}/unggah`)).body)![1]!
    const tus = { 'Tus-Resumable': '1.0.0', 'X-Form-Token': token }
    const base64 = (text: string) => Buffer.from(text).toString('base64')
    const begun = await producer.send('/kerja/data/unggahan/kiriman', { method: 'POST', headers: { ...tus, 'Upload-Length': String(size), 'Upload-Metadata': `release ${base64(release.split('/').at(-1)!)},filename ${base64('besar.csv')}` } })
    if (begun.status !== 201) throw new Error(`the upload was answered ${begun.status}: ${begun.body.slice(0, 300)}`)
    const file = await open(path)
    for (let offset = 0; offset < size; ) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(piece, size - offset)), 0, Math.min(piece, size - offset), offset)
      const answer = await producer.send(begun.location, { method: 'PATCH', headers: { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) }, body: buffer })
      if (answer.status !== 204) throw new Error(`a piece was answered ${answer.status}: ${answer.body.slice(0, 300)}`)
      offset += bytesRead
    }
    await file.close()
    line(`(o) CSV of ${rows.toLocaleString('en')} rows, ${(size / 1e6).toFixed(0)} MB, sent`, `${seconds(began)} s`, '')
    const columns = await producer.settled(`/kerja/data/unggahan/${begun.location.split('/').at(-1)}?tunggu=ya`)
    line('    and read', `${seconds(began)} s`, '')
    const found = await producer.settled((await producer.post(columns, { step: 'check' })).location)
    line('    and checked', `${seconds(began)} s`, '')
    const done = await producer.settled((await producer.post(found, { step: 'keep' })).location)
    if (!(await producer.send(done)).body.includes('Sudah menjadi isi rilis')) throw new Error(`not kept: ${done}`)
    line('    and kept', `${seconds(began)} s`, '')
    await producer.post(release, { step: 'submit' })
    await checker.post(release, { step: 'check' })
    await walidata.post(release, { step: 'approve' })
    await walidata.post(entry, { step: 'list' })
    await walidata.post(release, { step: 'publish' })
    const reader = new Person(server)
    const address = /href="(\/data\/tabel-besar-[^"]+)"/.exec((await reader.send(`/data?q=${rows}`)).body)![1]!
    const table = /href="(\/data\/[^"]+\/jelajah\/[^"]+)"/.exec((await reader.send(address)).body)![1]!
    line('    and published, with its first page at /data', `${seconds(began)} s`, rows <= 1_000_000 ? '≤ 30 s' : 'reported')
    const looked = performance.now()
    await reader.send(table)
    line('    its explorer, first time', `${(performance.now() - looked).toFixed(0)} ms`, 'reported')
    line('    most memory of the process that serves and works', `${most.toFixed(0)} MB`, '≤ 600 MB')
  } finally {
    clearInterval(watch)
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
