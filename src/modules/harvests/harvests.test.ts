import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aDataset } from '#modules/datasets/testing/published.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { planVisit, visit } from './run/visit.ts'
import { looksBroken, nextVisit, type Source } from './source.ts'
import { insertSource, runsOf, setSource, sourceById } from './store.ts'

let installation: Installation
let government: TestGovernment
let province: TestGovernment
let other: Server
let base: string
let answers: Record<string, string | { status?: number; location?: string; type?: string; body?: string }> = {}
let asked: string[] = []

beforeAll(async () => {
  installation = await openInstallation({ PENDOPO_FETCH_LOCAL: 'yes' })
  // The first government of an installation answers at its bare address.
  province = await aGovernment(installation, 'jateng', 'Provinsi Jawa Tengah')
  government = await aGovernment(installation)
  other = createServer((request, response) => {
    asked.push(request.url!)
    const found = answers[request.url!]
    const { status = found === undefined ? 404 : 200, location, type = 'application/json', body = '' } = typeof found === 'string' ? { body: found } : (found ?? {})
    response.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) }).end(body)
  })
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
})
afterAll(async () => {
  other.close()
  await installation.close()
})
beforeEach(() => {
  answers = {}
  asked = []
})

const db = () => installation.services.database.of(government.id)
const inTx = installationTx()
function installationTx() {
  return <T>(work: Parameters<Installation['services']['database']['transaction']>[1]) => installation.services.database.transaction(government.id, work) as Promise<T>
}

/** Registers a source that is harvested. */
async function aSource(kind: Source['kind'], url: string): Promise<string> {
  const by = '01931f4e-0000-7000-8000-000000000009'
  return inTx<string>(async tx => {
    const id = (await insertSource(tx, { name: `Portal ${kind}`, kind, url, unitId: government.units.diskominfo!, theme: 'pemerintahan', every: 'day' }, by))!
    await setSource(tx, id, { state: 'active', nextAt: null, failures: 0 })
    return id
  })
}

/** Visits it once; answers what became of the visit. */
async function harvest(sourceId: string) {
  await inTx(tx => planVisit(tx, installation.services, government.id, sourceId, 'harvest', null))
  const [planned] = await runsOf(db(), sourceId)
  await visit(installation.services, government.id, planned!.id, { pauseMs: 0 })
  return (await runsOf(db(), sourceId))[0]!
}

const bySlug = (slug: string) => installation.services.ask(catalogue).bySlug(db(), slug)
const linksOf = async (slug: string) => {
  const dataset = (await bySlug(slug))!
  return (await installation.services.ask(catalogue).resources(db(), [dataset.releaseId!])).get(dataset.releaseId!)!.map(one => (one.kind === 'link' ? one.url : one.kind))
}

interface Pod { identifier: string; title: string; modified?: string; description?: string; files?: string[]; accessLevel?: string }
const dataJson = (...all: Pod[]) =>
  JSON.stringify({ conformsTo: 'https://project-open-data.cio.gov/v1.1/schema', dataset: all.map(({ files = [], modified = '2026-10-05', description = 'Uraian dari portal asal.', accessLevel = 'public', ...one }) => ({ ...one, description, modified, accessLevel, keyword: ['Bantuan Sosial'], license: 'https://creativecommons.org/licenses/by/4.0/', contactPoint: { fn: 'Dinas', hasEmail: 'mailto:data@contoh.id' }, distribution: files.map(downloadURL => ({ downloadURL, mediaType: 'text/csv', title: 'Berkas' })) })) })

describe('a data.json', () => {
  test('is taken once, changed when it changes, marked when it is gone, and shown again when it is back', async () => {
    const one: Pod = { identifier: 'd-1', title: 'Penerima bantuan <b>pangan</b>', files: [`${base}/1.csv`] }
    const two: Pod = { identifier: 'd-2', title: 'Luas sawah beririgasi', files: [`${base}/2.csv`] }
    answers['/data.json'] = dataJson(one, two, { identifier: 'd-3', title: 'Rahasia dapur', accessLevel: 'non-public' }, { identifier: 'd-4', title: 'X' })
    const source = await aSource('data-json', `${base}/data.json`)
    expect(await harvest(source)).toMatchObject({ state: 'done', total: 4, seen: 2, added: 2, changed: 0, gone: 0, refused: 1, notes: ['Judul “X” terlalu pendek.'] })
    const taken = (await bySlug('penerima-bantuan-pangan'))!
    expect(taken).toMatchObject({ state: 'listed', origin: 'harvest', title: 'Penerima bantuan pangan', tags: ['bantuan sosial'], licence: 'CC-BY-4.0', contact: 'data@contoh.id', unitId: government.units.diskominfo, originGoneAt: null })
    expect(await linksOf('penerima-bantuan-pangan')).toEqual([`${base}/1.csv`])
    expect(await bySlug('rahasia-dapur')).toBeNull()

    expect(await harvest(source)).toMatchObject({ seen: 2, added: 0, changed: 0, gone: 0 })
    expect((await bySlug('penerima-bantuan-pangan'))!.version).toBe(taken.version)

    answers['/data.json'] = dataJson({ ...one, title: 'Penerima bantuan beras', modified: '2026-11-05', files: [`${base}/1.csv`, `${base}/1b.csv`] })
    expect(await harvest(source)).toMatchObject({ seen: 1, added: 0, changed: 1, gone: 1 })
    expect((await bySlug('penerima-bantuan-pangan'))!.title).toBe('Penerima bantuan beras')
    expect(await linksOf('penerima-bantuan-pangan')).toEqual([`${base}/1.csv`, `${base}/1b.csv`])
    expect((await bySlug('luas-sawah-beririgasi'))!.originGoneAt).not.toBeNull()
    expect(await harvest(source)).toMatchObject({ gone: 0, changed: 0 })

    answers['/data.json'] = dataJson({ ...one, title: 'Penerima bantuan beras', modified: '2026-11-05', files: [`${base}/1.csv`, `${base}/1b.csv`] }, two)
    expect(await harvest(source)).toMatchObject({ added: 0, changed: 1, gone: 0 })
    expect((await bySlug('luas-sawah-beririgasi'))!.originGoneAt).toBeNull()
  })

  test('whose titles are taken here already gets addresses of its own', async () => {
    await aDataset(installation, government, { slug: 'jumlah-penduduk', title: 'Jumlah penduduk' })
    answers['/penduduk.json'] = dataJson({ identifier: 'a', title: 'Jumlah penduduk', files: [`${base}/a.csv`] }, { identifier: 'b', title: 'Jumlah penduduk', files: [`${base}/b.csv`] })
    expect(await harvest(await aSource('data-json', `${base}/penduduk.json`))).toMatchObject({ added: 2 })
    expect((await bySlug('jumlah-penduduk'))!.origin).toBe('office')
    expect([(await bySlug('jumlah-penduduk-2'))!.origin, (await bySlug('jumlah-penduduk-3'))!.origin]).toEqual(['harvest', 'harvest'])
  })

  test('that suddenly shows next to nothing marks nothing', async () => {
    const all = Array.from({ length: 12 }, (_, i): Pod => ({ identifier: `n-${i}`, title: `Daftar nomor ${i}`, files: [`${base}/${i}.csv`] }))
    answers['/banyak.json'] = dataJson(...all)
    const source = await aSource('data-json', `${base}/banyak.json`)
    expect(await harvest(source)).toMatchObject({ added: 12 })
    answers['/banyak.json'] = dataJson(...all.slice(0, 2))
    expect(await harvest(source)).toMatchObject({ state: 'done', gone: 0, notes: ['Sumber hanya menampilkan 2 dari 12 entri; belum ada yang ditandai hilang.'] })
    expect((await bySlug('daftar-nomor-9'))!.originGoneAt).toBeNull()
  })
})

test('the catalogue of another government, by CKAN and by DCAT in both forms, says the same', async () => {
  await aDataset(installation, province, { slug: 'produksi-padi', title: 'Produksi padi', every: 'year', tags: ['padi'], releases: [{ period: '2025' }] })
  await aDataset(installation, province, { slug: 'jalan-provinsi', title: 'Jalan provinsi', every: 'year', releases: [{ period: '2025', link: 'https://contoh.id/jalan.pdf' }] })
  await installation.web.server.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(installation.web.server.server.address() as AddressInfo).port}`
  const told: unknown[] = []
  for (const [kind, url] of [['ckan', origin], ['dcat', `${origin}/data/katalog.ttl`], ['dcat', `${origin}/data/katalog.jsonld`]] as const) {
    const before = await sql<{ id: string }>`select id from datasets.dataset`.execute(db())
    expect(await harvest(await aSource(kind, url))).toMatchObject({ state: 'done', failure: null, total: 2, added: 2, refused: 0 })
    const { rows } = await sql<{ title: string; tags: string[]; every: string; licence: string; coverage: string; contact: string; url: string }>`select title, tags, every, licence, coverage, contact, origin_url as url from datasets.dataset where not id = any(${before.rows.map(row => row.id)}::uuid[]) order by title`.execute(db())
    told.push(rows.map(({ url: _, tags, ...row }) => ({ ...row, tags: tags.toSorted() })))
  }
  expect(told[0]).toMatchObject([{ title: 'Jalan provinsi', every: 'year', licence: 'CC-BY-4.0', coverage: 'Seluruh kecamatan', contact: 'data@tegalkab.example' }, { title: 'Produksi padi', tags: ['padi'] }])
  expect(told[1]).toEqual(told[0])
  expect(told[2]).toEqual(told[0])
}, 60_000)

describe('a guest', () => {
  test.each<[string, typeof answers, string]>([
    ['leaves alone what robots.txt forbids', { '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /x.json' }, '/x.json': dataJson() }, 'Sumbernya meminta program tidak membacanya (robots.txt).'],
    ['does not go where he is sent', { '/x.json': { status: 302, location: 'http://127.0.0.2/x.json' } }, 'Sumbernya mengalihkan ke alamat lain.'],
    ['takes no for an answer', { '/x.json': { status: 429 } }, 'Sumbernya sedang sibuk.'],
    ['knows what is no catalogue', { '/x.json': '<html>' }, 'Jawabannya bukan JSON.'],
    ['says when nothing is there', {}, 'Katalognya tidak ada di alamat ini.'],
  ])('%s', async (name, given, failure) => {
    answers = given
    const source = await aSource('data-json', `${base}/x.json?${encodeURIComponent(name)}`)
    for (const path of Object.keys(given)) if (path === '/x.json') answers[`/x.json?${encodeURIComponent(name)}`] = given[path]!
    expect(await harvest(source)).toMatchObject({ state: 'failed', failure })
    expect((await sourceById(db(), source))!.failures).toBe(1)
    expect(asked[0]).toBe('/robots.txt')
  })

  test('asks less often the more it fails, and knows a source in trouble', () => {
    const now = new Date('2026-11-22T00:00:00Z')
    const hours = (failures: number, every: 'day' | 'week' = 'day') => (nextVisit({ every, failures }, now).getTime() - now.getTime()) / 3_600_000
    expect([0, 1, 2, 3, 4, 9].map(failures => hours(failures))).toEqual([24, 24, 48, 96, 168, 168])
    expect(hours(0, 'week')).toBe(168)
    expect([looksBroken(5, 5), looksBroken(10, 5), looksBroken(10, 6)]).toEqual([false, false, true])
  })
})

describe('an officer', () => {
  let walidata: Browser

  beforeAll(async () => {
    await anAccount(installation, government, { username: 'walidata', roles: [{ code: 'walidata', unit: 'pemerintah' }] })
    await anAccount(installation, government, { username: 'produsen', roles: ['data-producer'] })
    walidata = await signIn(installation, government, 'walidata')
  })

  test('registers a source, sees what it shows, and only then takes it', async () => {
    answers['/portal.json'] = dataJson({ identifier: 'p', title: 'Pelanggan air minum', files: [`${base}/p.csv`] })
    const values = { name: 'Portal PDAM', kind: 'data-json', url: `${base}/portal.json`, unit: government.units.dpu!, theme: 'infrastruktur', every: 'week' }
    const made = await walidata.post('/kerja/data/panen/baru', values)
    expect(made.statusCode).toBe(303)
    const address = made.headers.location!
    const id = address.split('/').at(-1)!
    expect((await walidata.post('/kerja/data/panen/baru', values)).body).toContain('sudah terdaftar')
    expect((await walidata.post('/kerja/data/panen/baru', { ...values, url: 'ftp://contoh.id' })).statusCode).toBe(422)
    await visit(installation.services, government.id, (await runsOf(db(), id))[0]!.id, { pauseMs: 0 })
    const looked = (await walidata.get(address)).body
    expect(looked).toContain('Pelanggan air minum')
    expect(await bySlug('pelanggan-air-minum')).toBeNull()

    expect((await walidata.post(address, { event: 'activate' })).statusCode).toBe(303)
    expect((await walidata.post(address, { event: 'look' })).statusCode).toBe(409)
    await visit(installation.services, government.id, (await runsOf(db(), id))[0]!.id, { pauseMs: 0 })
    expect((await walidata.get('/data/pelanggan-air-minum')).body).toContain('127.0.0.1')
    expect((await walidata.get('/kerja/data/panen')).body).toContain('Portal PDAM')
    expect((await walidata.post(address, { event: 'pause' })).statusCode).toBe(303)
    expect((await sourceById(db(), id))!.state).toBe('paused')
  })

  test('without the permission sees none of it', async () => {
    const producer = await signIn(installation, government, 'produsen')
    for (const path of ['/kerja/data/panen', '/kerja/data/panen/baru']) expect((await producer.get(path)).statusCode).toBe(403)
  })
})
