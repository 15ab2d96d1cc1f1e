import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aDataset } from '#modules/datasets/testing/published.ts'
import { aProgram } from '../testing.ts'

let installation: Installation
let government: TestGovernment
let visits: Awaited<ReturnType<typeof aDataset>>
let closed: Awaited<ReturnType<typeof aDataset>>

beforeAll(async () => {
  installation = await openInstallation()
  government = await aGovernment(installation)
  visits = await aDataset(installation, government, { slug: 'kunjungan-puskesmas', title: 'Kunjungan puskesmas menurut kecamatan', releases: [{ period: '2026-09' }, { period: '2026-10' }] })
  closed = await aDataset(installation, government, { slug: 'penerima-bantuan', title: 'Penerima bantuan sosial', unit: 'dpu', theme: 'kemiskinan', tags: ['bantuan'], access: 'closed', releases: [{ period: '2026-10' }] })
  await aDataset(installation, government, { slug: 'jalan-rusak', title: 'Panjang jalan rusak', unit: 'dpu', theme: 'infrastruktur', tags: ['jalan'], every: 'year', releases: [{ period: '2025', link: 'https://contoh.id/jalan.pdf' }] })
})
afterAll(() => installation.close())

const program = () => aProgram(installation, government)
const result = async <T>(name: string, parameters: Record<string, unknown> = {}): Promise<T> => {
  const answer = await program().action(name, parameters)
  expect(answer, JSON.stringify(answer.error)).toMatchObject({ status: 200, success: true })
  return answer.result as T
}
interface Found { count: number; results: { name: string; resources: { format: string }[] }[]; facets: Record<string, Record<string, number>>; search_facets: Record<string, { items: unknown[] }> }
const names = async (parameters: Record<string, unknown>) => (await result<Found>('package_search', parameters)).results.map(one => one.name).sort()

describe('lists and one', () => {
  test('names of datasets, by GET and POST, under both addresses', async () => {
    const all = ['jalan-rusak', 'kunjungan-puskesmas', 'penerima-bantuan']
    expect(await result('package_list')).toEqual(all)
    for (const url of ['/api/3/action/package_list', '/api/action/package_list']) {
      const answer = await program().get(url)
      expect(answer.json()).toEqual({ help: `http://${government.host}/api/3/action/help_show?name=package_list`, success: true, result: all })
    }
    expect(await result('package_list', { limit: 1, offset: 1 })).toEqual(['kunjungan-puskesmas'])
    const curl = await installation.web.server.inject({ method: 'POST', url: '/api/3/action/package_list', headers: { host: government.host, 'content-type': 'application/x-www-form-urlencoded' }, payload: '{"limit": 1}' })
    expect(curl.json()).toMatchObject({ success: true, result: ['jalan-rusak'] })
  })

  test('a dataset by id or name, with what CKAN’s clients read of it', async () => {
    const found = await result<Record<string, unknown>>('package_show', { id: visits.slug })
    expect(await result('package_show', { id: visits.id })).toEqual(found)
    expect(found).toMatchObject({
      id: visits.id, name: visits.slug, title: 'Kunjungan puskesmas menurut kecamatan', state: 'active', private: false, type: 'dataset', isopen: true, license_id: 'CC-BY-4.0', owner_org: government.units.diskominfo,
      organization: { name: 'diskominfo', title: 'Dinas Komunikasi dan Informatika', is_organization: true }, groups: [{ name: 'kesehatan' }], num_resources: 2, num_tags: 2, maintainer_email: 'data@tegalkab.example',
      tags: [{ name: 'uji', display_name: 'uji', state: 'active', vocabulary_id: null }, { name: 'satu data' }],
    })
    expect(found.metadata_modified).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}$/)
    const [newest, older] = found.resources as Record<string, unknown>[]
    expect(newest).toMatchObject({ id: visits.resourceIds[1], package_id: visits.id, format: 'CSV', datastore_active: true, period: '2026-10', position: 0, state: 'active', url: `http://${government.host}/data/berkas/${visits.resourceIds[1]}.csv` })
    expect(older).toMatchObject({ name: 'Tabel (2026-09)', position: 1 })
    expect(found.extras).toContainEqual({ key: 'jadwal', value: 'month' })
  })

  test('what is closed is described and not handed out', async () => {
    expect(await result('package_show', { id: closed.slug })).toMatchObject({ num_resources: 0, resources: [], isopen: false, extras: expect.arrayContaining([{ key: 'akses', value: 'closed' }, { key: 'dasar_akses', value: 'UU 14/2008 pasal 17' }]) as unknown })
    for (const [name, parameter] of [['resource_show', 'id'], ['datastore_search', 'resource_id'], ['datastore_info', 'id']] as const)
      expect(await program().action(name, { [parameter]: closed.resourceIds[0] })).toMatchObject({ status: 404, success: false, error: { __type: 'Not Found Error' } })
    expect((await result<{ count: number }>('resource_search', { query: 'name:tabel' })).count).toBe(1)
  })

  test('organizations, themes, tags, licences', async () => {
    expect(await result('organization_list')).toEqual(['diskominfo', 'dpu'])
    expect(await result('organization_list', { all_fields: true, sort: 'package_count desc' })).toMatchObject([{ name: 'dpu', package_count: 2 }, { name: 'diskominfo', package_count: 1 }])
    expect(await result('organization_show', { id: 'dpu', include_datasets: true })).toMatchObject({ name: 'dpu', package_count: 2, packages: [{ name: 'jalan-rusak' }, { name: 'penerima-bantuan' }] })
    expect(await result('group_list')).toContain('kesehatan')
    expect(await result('group_show', { id: 'kesehatan' })).toMatchObject({ display_name: 'Kesehatan', package_count: 1 })
    expect(await result('tag_list')).toEqual(['bantuan', 'jalan', 'satu data', 'uji'])
    expect(await result('tag_list', { query: 'ja' })).toEqual(['jalan'])
    expect(await result('tag_show', { id: 'jalan', include_datasets: true })).toMatchObject({ packages: [{ name: 'jalan-rusak' }] })
    expect(await result<{ id: string }[]>('license_list')).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'CC0-1.0', od_conformance: 'approved' })]))
    expect(await result('package_autocomplete', { q: 'puskes' })).toEqual([{ name: visits.slug, title: 'Kunjungan puskesmas menurut kecamatan', match_field: 'title', match_displayed: `Kunjungan puskesmas menurut kecamatan (${visits.slug})` }])
  })

  test('itself', async () => {
    expect(await result('status_show')).toMatchObject({ site_url: `http://${government.host}`, locale_default: 'id' })
    expect(await result('site_read')).toBe(true)
    expect(await result('help_show', { name: 'package_show' })).toContain('id')
    expect((await program().get('/api/3')).json()).toEqual({ version: 3 })
  })
})

describe('search', () => {
  test('by words, fields, filters, negation and time', async () => {
    expect(await names({})).toHaveLength(3)
    expect(await names({ q: 'bantuan' })).toEqual(['penerima-bantuan'])
    expect(await names({ q: 'title:jalan' })).toEqual(['jalan-rusak'])
    expect(await names({ fq: 'organization:dpu' })).toEqual(['jalan-rusak', 'penerima-bantuan'])
    expect(await names({ q: 'organization:dpu', fq: '-tags:bantuan' })).toEqual(['jalan-rusak'])
    expect(await names({ fq_list: ['organization:dpu', 'groups:kemiskinan'] })).toEqual(['penerima-bantuan'])
    expect(await names({ fq: 'res_format:CSV' })).toEqual([visits.slug, 'penerima-bantuan'])
    expect(await names({ fq: 'res_format:PDF' })).toEqual(['jalan-rusak'])
    expect(await names({ fq: 'metadata_modified:[NOW-1DAY TO *]' })).toHaveLength(3)
    expect(await names({ fq: 'metadata_modified:[* TO 2020-01-01]' })).toEqual([])
    expect(await names({ q: 'name:(jalan-rusak OR kunjungan-puskesmas)' })).toEqual(['jalan-rusak', visits.slug])
  })

  test('in pages and orders, with facets', async () => {
    const page = await result<Found>('package_search', { sort: 'title_string asc', rows: 1, start: 1, 'facet.field': ['organization', 'tags', 'res_format', 'aneh'], 'facet.limit': 10 })
    expect(page.count).toBe(3)
    expect(page.results.map(one => one.name)).toEqual(['jalan-rusak'])
    expect(page.facets).toEqual({ organization: { dpu: 2, diskominfo: 1 }, tags: { bantuan: 1, jalan: 1, 'satu data': 1, uji: 1 }, res_format: expect.objectContaining({ CSV: 2, PDF: 1 }) as unknown, aneh: {} })
    expect(page.search_facets.organization!.items[0]).toEqual({ name: 'dpu', display_name: 'Dinas Pekerjaan Umum', count: 2 })
    expect((await result<Found>('package_search', { rows: 0 })).results).toEqual([])
    const get = await program().get(`/api/3/action/package_search?${new URLSearchParams({ q: '', 'facet.field': '["groups"]', rows: '0' })}`)
    expect((get.json() as { result: Found }).result.facets.groups).toEqual({ kesehatan: 1, kemiskinan: 1, infrastruktur: 1 })
  })

  test('costs as many queries for a thousand rows as for one', async () => {
    const counted = async (rows: number) => {
      let queries = 0
      installation.services.database.observe(text => void (/^(?:select|with)/.test(text) && queries++))
      await result('package_search', { rows, 'facet.field': ['organization', 'groups'] })
      installation.services.database.observe(null)
      return queries
    }
    const [one, many] = [await counted(1), await counted(1000)]
    expect(many).toBe(one)
    expect(many).toBeLessThanOrEqual(8)
  })
})

describe('rows of a table', () => {
  const rows = async (parameters: Record<string, unknown> = {}) => result<{ records: Record<string, unknown>[]; fields: { id: string; type: string }[]; total: number; _links: Record<string, string> }>('datastore_search', { resource_id: visits.resourceIds[1], ...parameters })

  test('all of them, with types and links', async () => {
    const all = await rows()
    expect(all.fields.map(({ id, type }) => [id, type])).toEqual([['_id', 'int'], ['kecamatan', 'text'], ['tanggal', 'date'], ['kunjungan', 'int8']])
    expect(all.records[0]).toEqual({ _id: 1, kecamatan: 'Slawi', tanggal: '2026-10-01', kunjungan: 120 })
    expect(all.total).toBe(4)
    const next = await program().get((await rows({ limit: 3 }))._links.next!)
    expect((next.json() as { result: { records: unknown[] } }).result.records).toEqual([{ _id: 4, kecamatan: 'Dukuhturi', tanggal: '2026-10-03', kunjungan: null }])
  })

  test('filtered, searched, sorted, cut', async () => {
    expect((await rows({ filters: { kecamatan: 'Slawi' } })).total).toBe(2)
    expect((await rows({ filters: '{"kecamatan": ["Slawi", "Adiwerna"], "kunjungan": 80}' })).records).toMatchObject([{ kecamatan: 'Adiwerna' }])
    expect((await rows({ q: 'duku' })).total).toBe(1)
    expect((await rows({ q: { kecamatan: 'sla' } })).total).toBe(2)
    expect((await rows({ filters: { _id: 2 } })).records).toMatchObject([{ _id: 2, kecamatan: 'Adiwerna' }])
    expect((await rows({ sort: 'kunjungan desc', fields: 'kecamatan,kunjungan', limit: 1 })).records).toEqual([{ kecamatan: 'Slawi', kunjungan: 120 }])
    expect((await rows({ fields: ['kecamatan'], distinct: true, sort: 'kecamatan' })).records).toEqual([{ kecamatan: 'Adiwerna' }, { kecamatan: 'Dukuhturi' }, { kecamatan: 'Slawi' }])
    expect((await rows({ records_format: 'lists', limit: 1 })).records).toEqual([[1, 'Slawi', '2026-10-01', 120]])
    expect((await rows({ records_format: 'csv', limit: 1 })).records).toBe('1,Slawi,2026-10-01,120\r\n')
    expect(await rows({ include_total: false })).not.toHaveProperty('total')
  })

  test('what the table does not have is said, never guessed', async () => {
    for (const parameters of [{ filters: { asing: 1 } }, { sort: 'asing' }, { fields: ['asing'] }, { q: { asing: 'x' } }, { filters: { kunjungan: 'banyak' } }, { limit: 'banyak' }, { records_format: 'xml' }])
      expect(await program().action('datastore_search', { resource_id: visits.resourceIds[1], ...parameters }), JSON.stringify(parameters)).toMatchObject({ status: 409, success: false, error: { __type: 'Validation Error' } })
    expect(await result('datastore_info', { id: visits.resourceIds[1] })).toMatchObject({ meta: { count: 4 }, fields: [{ id: 'kecamatan', type: 'text', info: { label: 'Kecamatan' } }, { id: 'tanggal' }, { id: 'kunjungan', info: { unit: 'kunjungan' } }] })
  })
})

describe('a question in SQL', () => {
  test('is answered over tables that are open, and over nothing else', async () => {
    const ask = (sql: string) => program().action('datastore_search_sql', { sql })
    const id = visits.resourceIds[1]!
    const answer = await ask(`SELECT kecamatan, sum(kunjungan) AS jumlah FROM "${id}" GROUP BY kecamatan ORDER BY jumlah DESC NULLS LAST LIMIT 1`)
    expect(answer, JSON.stringify(answer.error)).toMatchObject({ success: true, result: { records: [{ kecamatan: 'Slawi', jumlah: 215 }], fields: [{ id: 'kecamatan', type: 'text' }, { id: 'jumlah' }] } })
    expect(await ask(`SELECT * FROM "${closed.resourceIds[0]}"`)).toMatchObject({ status: 404 })
    for (const sql of ['SELECT 1', `DROP TABLE "${id}"`, `SELECT * FROM "${id}"; SELECT 2`, `SELECT * FROM read_csv('/etc/passwd'), "${id}"`, `SELECT nama FROM "${id}"`, `COPY "${id}" TO '/tmp/x'`])
      expect(await ask(sql), sql).toMatchObject({ status: 409, success: false, error: { __type: 'Validation Error' } })
  })
})

describe('what goes wrong', () => {
  test('has CKAN’s form and status', async () => {
    expect(await program().action('package_show', { id: 'tidak-ada' })).toMatchObject({ status: 404, success: false, error: { __type: 'Not Found Error', message: 'Not found: Dataset' } })
    expect(await program().action('package_show')).toMatchObject({ status: 409, error: { __type: 'Validation Error', id: ['Missing value'] } })
    expect(await program().action('package_search', { q: '(tidak selesai' })).toMatchObject({ status: 400, error: { __type: 'Search Query Error' } })
    expect(await program().action('package_create', { title: 'Baru' })).toMatchObject({ status: 403, error: { __type: 'Authorization Error' } })
    const unknown = await program().get('/api/3/action/tidak_ada')
    expect([unknown.statusCode, unknown.json()]).toEqual([400, 'Bad request - Action name not known: tidak_ada'])
    for (const name of ['constructor', '__proto__']) expect((await program().get(`/api/3/action/${name}`)).statusCode).toBe(400)
  })

  test('reading is open to pages of all origins, kept by ETag and counted', async () => {
    const first = await program().get('/api/3/action/package_list')
    expect(first.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60', 'ratelimit-policy': '"public";q=600;w=60' })
    expect(first.headers['set-cookie']).toBeUndefined()
    const second = await program().get('/api/3/action/package_list', { 'if-none-match': String(first.headers.etag) })
    expect([second.statusCode, second.body]).toEqual([304, ''])
    const left = (answer: typeof first) => Number(/r=(\d+)/.exec(String(answer.headers.ratelimit))![1])
    expect(left(first) - left(second)).toBe(1)
  })

  test('who asks without end is told when to come back', async () => {
    const ask = () => installation.web.server.inject({ method: 'GET', url: '/api/3/action/site_read', headers: { host: government.host }, remoteAddress: '203.0.113.9' })
    let answer = await ask()
    for (let i = 0; i < 600; i++) answer = await ask()
    expect(answer.statusCode).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.json()).toMatchObject({ success: false, error: { __type: 'Rate Limit Error' } })
    expect((await program().get('/api/3/action/site_read')).statusCode).toBe(200)
  }, 30_000)
})
