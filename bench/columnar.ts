import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import pg from 'pg'
import type { Query } from '#platform/columnar/query.ts'
import type { Column, StoredTable } from '#platform/columnar/table.ts'
import type { Region } from '#platform/columnar/taken.ts'
import { keptAs } from '#platform/columnar/writing/keep.ts'
import { makeTables, type Tables } from '#platform/columnar/tables.ts'
import { readConfig } from '#platform/config/config.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { openDisk } from '#platform/files/disk.ts'
import { Problem } from '#platform/web/problems.ts'

const government = '01931f4e-0000-7000-8000-000000000001'
const million = 1_000_000
const dataset = '01931f4e-0000-7000-8000-00000000000a'

const columns: Column[] = [
  { name: 'id', title: 'Nomor', type: 'integer', key: true },
  { name: 'tanggal', title: 'Tanggal', type: 'date' },
  { name: 'wilayah', title: 'Kode Wilayah', type: 'region' },
  { name: 'nama', title: 'Nama Penerima', type: 'text' },
  { name: 'jenis', title: 'Jenis Layanan', type: 'text' },
  { name: 'status', title: 'Status', type: 'text' },
  { name: 'usia', title: 'Usia', type: 'integer' },
  { name: 'jumlah', title: 'Jumlah', type: 'integer' },
  { name: 'nilai', title: 'Nilai', type: 'decimal' },
  { name: 'skor', title: 'Skor', type: 'decimal' },
  { name: 'aktif', title: 'Aktif', type: 'boolean' },
  { name: 'catatan', title: 'Catatan', type: 'text' },
]

const words = "['sri', 'budi', 'siti', 'agus', 'dewi', 'eko', 'rina', 'joko', 'wati', 'hadi', 'yuni', 'bambang', 'lestari', 'slamet', 'endang', 'purwanti', 'santoso', 'wahyu', 'kusuma', 'pratama']"
const word = (seed: number) => `${words}[cast(1 + hash(i, ${seed}) % 20 as bigint)]`
const rowsSql = (rows: number) => `
  select i as id, date '2016-01-01' + cast(i * 3653 // ${rows} as integer) as tanggal,
    format('33.28.{:02d}.{:04d}', 1 + hash(i, 1) % 18, 2001 + hash(i, 2) % 16) as wilayah,
    ${word(3)} || ' ' || ${word(4)} || ' ' || hash(i, 5) % 500 as nama,
    'layanan ' || (1 + hash(i, 6) % 12) as jenis, ['diterima', 'diproses', 'selesai', 'ditolak'][cast(1 + hash(i, 7) % 4 as bigint)] as status,
    cast(hash(i, 8) % 90 as integer) as usia, cast(hash(i, 9) % 1000 as integer) as jumlah,
    cast(hash(i, 10) % 1000000000 / 100 as decimal(18, 2)) as nilai, hash(i, 11) % 100000 / 1000 as skor,
    hash(i, 12) % 3 > 0 as aktif, case when hash(i, 13) % 4 = 0 then 'perlu ditinjau ' || ${word(14)} || ' ' || hash(i, 15) % 100 end as catatan
  from range(${rows}) t(i)`

const districts = Array.from({ length: 18 }, (_, i) => ({ code: `33.28.${String(i + 1).padStart(2, '0')}`, name: `Kecamatan ${i + 1}` }))

/** One question, to us and to PostgreSQL; `count` is what its page needs beside the rows. */
interface Question {
  name: string
  ask(tables: Tables, table: StoredTable, regions: StoredTable): Promise<{ rows: unknown[][] }>
  sql: string
  count?: string
}

/** A machine busy with other work may be slow: what is measured is not stopped. */
const patient = { milliseconds: 60_000 }

const asked = (query: Query): Question['ask'] => (tables, table) => tables.query(government, table, query, patient)
const all = columns.map(({ name }) => name).join(', ')

const questions: Question[] = [
  { name: 'newest first, a page and how many', ask: asked({ sort: [{ column: 'tanggal', down: true }], limit: 50 }), sql: `select ${all} from bench order by tanggal desc limit 50`, count: 'select count(*) from bench' },
  { name: 'a district in a year, a page and how many', ask: asked({ where: [{ column: 'wilayah', is: 'within', value: '33.28.05' }, { column: 'tanggal', is: 'gte', value: '2020-01-01' }, { column: 'tanggal', is: 'lte', value: '2020-12-31' }], limit: 50 }), sql: `select ${all} from bench where wilayah like '33.28.05.%' and tanggal between '2020-01-01' and '2020-12-31' limit 50`, count: `select count(*) from bench where wilayah like '33.28.05.%' and tanggal between '2020-01-01' and '2020-12-31'` },
  { name: 'a village in a month, greatest first', ask: asked({ where: [{ column: 'wilayah', is: 'eq', value: '33.28.05.2003' }, { column: 'tanggal', is: 'gte', value: '2021-03-01' }, { column: 'tanggal', is: 'lte', value: '2021-03-31' }], sort: [{ column: 'nilai', down: true }], limit: 50 }), sql: `select ${all} from bench where wilayah = '33.28.05.2003' and tanggal between '2021-03-01' and '2021-03-31' order by nilai desc limit 50`, count: `select count(*) from bench where wilayah = '33.28.05.2003' and tanggal between '2021-03-01' and '2021-03-31'` },
  { name: 'by service: how many, sum', ask: asked({ group: { by: ['jenis'], measures: [{ of: 'count' }, { of: 'sum', column: 'nilai' }] } }), sql: 'select jenis, count(*), sum(nilai) from bench group by 1 order by 1' },
  { name: 'by month: how many', ask: asked({ group: { by: ['tanggal.month'], measures: [{ of: 'count' }] }, limit: 200 }), sql: "select to_char(date_trunc('month', tanggal), 'YYYY-MM'), count(*) from bench group by 1 order by 1" },
  { name: 'by district and status: average', ask: asked({ group: { by: ['wilayah.district', 'status'], measures: [{ of: 'avg', column: 'skor' }] } }), sql: 'select left(wilayah, 8), status, avg(skor) from bench group by 1, 2 order by 1, 2' },
  { name: 'the twenty greatest of one service', ask: asked({ where: [{ column: 'jenis', is: 'eq', value: 'layanan 3' }], sort: [{ column: 'nilai', down: true }], limit: 20 }), sql: `select ${all} from bench where jenis = 'layanan 3' order by nilai desc limit 20`, count: "select count(*) from bench where jenis = 'layanan 3'" },
  { name: 'different names by service', ask: asked({ group: { by: ['jenis'], measures: [{ of: 'distinct', column: 'nama' }] } }), sql: 'select jenis, count(distinct nama) from bench group by 1 order by 1' },
  { name: 'a word in the names, a page and how many', ask: asked({ where: [{ column: 'nama', is: 'contains', value: 'Purwanti lestari' }], limit: 50 }), sql: `select ${all} from bench where nama ilike '%purwanti lestari%' limit 50`, count: "select count(*) from bench where nama ilike '%purwanti lestari%'" },
  { name: 'joined with the regions: sum by district', ask: (tables, table, regions) => tables.sql(government, { data: table, wilayah: regions }, 'select w.nama, sum(d.nilai) from data d join wilayah w on left(d.wilayah, 8) = w.kode group by 1 order by 1', patient), sql: 'select w.nama, sum(d.nilai) from bench d join wilayah w on left(d.wilayah, 8) = w.kode group by 1 order by 1' },
]

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return ((sorted[(sorted.length - 1) >> 1] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? Number.NaN)) / 2
}
const late = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN
async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const began = performance.now()
  const result = await work()
  return { ms: performance.now() - began, result }
}

/** Megabytes of this process and of those it started, as Linux tells. */
function memory(): { own: number; children: number[] } {
  const resident = (pid: number | string) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000
  const children = readdirSync('/proc').filter(name => /^\d+$/.test(name)).filter(pid => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('columnar')
    } catch {
      return false
    }
  })
  return { own: resident('self'), children: children.map(resident) }
}

async function fillPostgres(client: pg.Client, csv: string): Promise<void> {
  await client.query(`create extension if not exists pg_trgm;
    create unlogged table bench (id bigint, tanggal date, wilayah text collate "C", nama text, jenis text, status text, usia integer, jumlah integer, nilai numeric(18, 2), skor double precision, aktif boolean, catatan text);
    create table wilayah (kode text primary key, nama text)`)
  await client.query('insert into wilayah select * from unnest($1::text[], $2::text[])', [districts.map(({ code }) => code), districts.map(({ name }) => name)])
  await client.query(`copy bench from '${csv}' (format csv, header true)`)
  await client.query(`set maintenance_work_mem = '1GB'`)
  for (const index of ['using btree (id)', 'using btree (tanggal)', 'using btree (wilayah, tanggal)', 'using btree (jenis, nilai desc)', 'using gin (nama gin_trgm_ops)']) await client.query(`create index on bench ${index}`)
  await client.query('vacuum analyze bench')
}

type Line = (name: string, figure: string, wanted: string) => void
const shown = (ms: number) => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))

/** Tables beside PostgreSQL with the same rows and indexes; upload to kept; memory; a hostile question beside ordinary ones. */
export async function columnar(root: string, line: Line, rows = 10_000_000): Promise<void> {
  await mkdir(join(root, '.cache'), { recursive: true })
  const folder = await mkdtemp(join(root, '.cache', 'bench-columnar-'))
  const config = readConfig({ NODE_ENV: 'test', PENDOPO_DATA: folder })
  const disk = await openDisk(config)
  const made = await DuckDBInstance.create(':memory:', { memory_limit: '3GB', temp_directory: join(folder, 'made') })
  const maker = await made.connect()
  const [parquet, whole, part] = ['data.parquet', 'data.csv', 'million.csv'].map(name => join(folder, name)) as [string, string, string]
  const server = await startEmbedded({ folder: join(folder, 'postgres') })
  const client = new pg.Client(server.url('postgres'))
  client.on('error', () => {})
  let tables = makeTables(config, disk)
  try {
    console.log(`making ${rows.toLocaleString('en')} rows of ${columns.length} columns …`)
    await maker.run(`copy (${rowsSql(rows)}) to '${parquet}' (${keptAs})`)
    await maker.run(`copy (select * from '${parquet}') to '${whole}' (format csv, header true)`)
    await maker.run(`copy (select * from '${parquet}' using sample ${million} rows) to '${part}' (format csv, header true)`)
    maker.closeSync()
    made.closeSync()
    await disk.putFile(`${government}/tables/${dataset}.parquet`, parquet)
    const table: StoredTable = { id: dataset, columns, rows, bytes: (await stat(parquet)).size, digest: '' }
    const regions = await tables.keepRows(government, [{ name: 'kode', title: 'Kode', type: 'region' }, { name: 'nama', title: 'Nama', type: 'text' }], districts.map(({ code, name }) => [code, name]))
    line('CSV, Parquet', `${((await stat(whole)).size / 1e6).toFixed(0)}, ${(table.bytes / 1e6).toFixed(0)} MB`, '')

    await upload(tables, part, Math.min(rows, million), line)
    tables.close()
    tables = makeTables(config, disk)
    const cold = await timed(() => tables.query(government, table, { limit: 50 }))
    line('first preview, processes not started yet', `${shown(cold.ms)} ms`, '≤ 300 ms')
    line('    the next one', `${shown((await timed(() => tables.query(government, table, { limit: 50 }))).ms)} ms`, '')

    await client.connect()
    await fillPostgres(client, whole)
    await rm(whole)
    await beside(tables, table, regions, client, line)
    await client.end()
    await server.stop()
    await together(tables, table, line)
  } finally {
    tables.close()
    await client.end().catch(() => {})
    await server.stop().catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
}

async function upload(tables: Tables, path: string, rows: number, line: Line): Promise<void> {
  const known: Region[] = districts.flatMap(({ code, name }) => [{ code, name, parent: '33.28' }, ...Array.from({ length: 16 }, (_, i) => ({ code: `${code}.${2001 + i}`, name: `Desa ${i + 1}`, parent: code }))])
  const taken = await timed(() => tables.take(government, { path, name: 'juta.csv' }))
  const chosen = taken.result.columns.map(({ name, title, type }, i) => ({ name, title, type: columns[i]!.type === type ? type : columns[i]!.type, key: name === 'id' }))
  const checked = await timed(() => tables.check(government, taken.result, chosen, { regions: known }))
  const kept = await timed(() => tables.keep(government, taken.result, chosen))
  if (kept.result.rows !== rows || checked.result.violations > 0) throw new Error(`kept ${kept.result.rows} rows with ${checked.result.violations} violations`)
  line(`CSV of ${rows.toLocaleString('en')} rows: taken, checked, kept`, [taken.ms, checked.ms, kept.ms].map(ms => (ms / 1000).toFixed(1)).join(' + ') + ' s', `together ${((taken.ms + checked.ms + kept.ms) / 1000).toFixed(1)} (≤ 30)`)
}

async function beside(tables: Tables, table: StoredTable, regions: StoredTable, client: pg.Client, line: Line): Promise<void> {
  const ratios: number[] = []
  for (const { name, ask, sql, count } of questions) {
    const pairs: { ours: number; theirs: number }[] = []
    for (let turn = 0; turn < 4; turn++) {
      const ours = await timed(() => ask(tables, table, regions))
      const theirs = await timed(async () => {
        const { rows: found } = await client.query({ text: sql, rowMode: 'array' })
        if (count) await client.query(count)
        return found
      })
      if (ours.result.rows.length !== theirs.result.length) throw new Error(`${name}: ${ours.result.rows.length} rows against ${theirs.result.length}`)
      // The first turn warms both.
      if (turn > 0) pairs.push({ ours: ours.ms, theirs: theirs.ms })
    }
    const [ours, theirs] = [middle(pairs.map(pair => pair.ours)), middle(pairs.map(pair => pair.theirs))]
    ratios.push(theirs / ours)
    line(`    ${name}`, `${shown(ours)} / ${shown(theirs)} ms`, `× ${(theirs / ours).toFixed(1)}`)
  }
  line('ten questions, ours / PostgreSQL: median of the ratios', middle(ratios).toFixed(1), '≥ 10')
}

/** Five people at once for a while, then with somebody hostile among them. */
async function together(tables: Tables, table: StoredTable, line: Line): Promise<void> {
  const most = { own: 0, children: 0, largest: 0 }
  const watch = setInterval(() => {
    const { own, children } = memory()
    most.own = Math.max(most.own, own)
    most.children = Math.max(most.children, children.reduce((sum, one) => sum + one, 0))
    most.largest = Math.max(most.largest, ...children)
  }, 200)
  const people = async (until: number) => {
    const taken: number[] = []
    const one = async (who: number) => {
      for (let i = who; performance.now() < until; i++) {
        const { ask } = questions[i % (questions.length - 1)]!
        // Each asks for himself.
        const own: Tables = { ...tables, query: (id, of, query) => tables.query(id, of, query, { ...patient, asker: `orang ${who}` }) }
        taken.push((await timed(() => ask(own, table, table))).ms)
      }
    }
    await Promise.all([0, 1, 2, 3, 4].map(one))
    return taken
  }
  const alone = await people(performance.now() + 15_000)
  const until = performance.now() + 15_000
  let stopped = 0
  const hostile = async () => {
    while (performance.now() < until) {
      const error: unknown = await tables.sql(government, { a: table }, "select count(*) from a, a as b where contains(a.nama || b.nama, 'xyz')", { asker: 'jahat', milliseconds: 5000 }).catch((caught: unknown) => caught)
      if (error instanceof Problem) stopped++
    }
  }
  const [beside] = await Promise.all([people(until), hostile()])
  clearInterval(watch)
  line('five people at once, a question, ms p50 / p95', `${shown(middle(alone))} / ${shown(late(alone))}`, `${alone.length} answered in 15 s`)
  line('    beside a hostile one all the time', `${shown(middle(beside))} / ${shown(late(beside))}`, `${beside.length} answered; ${stopped} hostile ones stopped`)
  line('    most memory: process that asks, largest child, all children', `${most.own.toFixed(0)}, ${most.largest.toFixed(0)}, ${most.children.toFixed(0)} MB`, 'asks ≤ 600 MB')
}
