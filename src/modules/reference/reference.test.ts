import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reference, seedReferences } from '#platform/reference/reference.ts'
import { holidaysOf } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { referenceVersions } from '#platform/reference/keeping.ts'

const dayFrom = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')

describe('keeping reference data', () => {
  let installation: Installation
  let place: TestGovernment
  let other: TestGovernment
  let keeper: Browser
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    other = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
    await anAccount(installation, place, { username: 'walidata', roles: ['walidata'] })
    keeper = await signIn(installation, place, 'walidata')
    const client = new pg.Client({ connectionString: installation.url })
    await client.connect()
    await seedReferences(client, [{ list: 'holidays', code: '2026-08-17', value: { name: 'Hari Kemerdekaan' }, legalBasis: 'SKB 3 Menteri', verified: true, validFrom: '2026-01-01' }])
    await client.end()
  })
  afterAll(() => installation.close())

  const db = (of = place) => installation.services.database.of(of.id)
  const values = { list: 'tarif-retribusi', code: 'pasar', value: '5000', legal_basis: 'Perda 3/2024 pasal 12', valid_from: dayFrom(-10), valid_to: '' }
  const tariff = (day: string, of = place) => reference(db(of), 'tarif-retribusi', 'pasar', day, 0)

  async function upload(name: string, text: string | Buffer) {
    const page = await keeper.get('/kerja/rujukan/impor')
    const form = new FormData()
    form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!)
    form.set('file', new Blob([typeof text === 'string' ? text : new Uint8Array(text)]), name)
    const request = new Request('http://x/', { method: 'POST', body: form })
    return installation.web.server.inject({ method: 'POST', url: '/kerja/rujukan/impor', headers: { host: place.host, cookie: keeper.header(), 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
  }

  test('a version holds from its day on, and the one before it stays for earlier decisions', async () => {
    expect((await keeper.post('/kerja/rujukan/baru', values)).statusCode).toBe(303)
    expect((await keeper.post('/kerja/rujukan/baru?daftar=tarif-retribusi&kode=pasar', { ...values, value: '6000', valid_from: dayFrom(30) })).statusCode).toBe(303)
    expect(await tariff(dayFrom(0))).toBe(5000)
    expect(await tariff(dayFrom(30))).toBe(6000)
    expect(await tariff(dayFrom(0), other)).toBe(0)
    const lists = (await keeper.get('/kerja/rujukan')).body
    expect(lists).toContain('tarif-retribusi')
    expect(lists).toContain('holidays')
  })

  test('what is missing or wrong is said beside its field; the same first day twice is refused', async () => {
    const answer = await keeper.post('/kerja/rujukan/baru', { ...values, list: 'Tarif Retribusi', value: '{"a"', legal_basis: '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Nama daftar memakai huruf kecil')
    expect(answer.body).toContain('Isi dasar hukum')
    expect((await keeper.post('/kerja/rujukan/baru', { ...values, value: '{"a"', valid_from: dayFrom(1) })).body).toContain('dimulai seperti JSON')
    expect((await keeper.post('/kerja/rujukan/baru', { ...values, value: '7000' })).body).toContain('sudah ada nilai untuk kode ini')
    expect((await keeper.post('/kerja/rujukan/baru', { ...values, valid_to: dayFrom(-20) })).body).toContain('mendahului hari mulai')
  })

  test('only what is not in force yet can be removed, and only one’s own can be marked as checked', async () => {
    const here = '/kerja/rujukan/daftar/tarif-retribusi?versi=semua'
    const [now, later] = await referenceVersions(db(), 'tarif-retribusi', { limit: 10 })
    expect((await keeper.post(here, { langkah: 'hapus', nilai: now!.id })).body).toContain('tidak dihapus')
    expect((await keeper.post(here, { langkah: 'cocok', nilai: now!.id })).statusCode).toBe(303)
    expect((await keeper.post(here, { langkah: 'hapus', nilai: later!.id })).statusCode).toBe(303)
    expect((await referenceVersions(db(), 'tarif-retribusi', { limit: 10 })).map(version => version.verified)).toEqual([true])
    const [national] = await referenceVersions(db(), 'holidays', { limit: 10 })
    expect((await keeper.post('/kerja/rujukan/daftar/tarif-retribusi', { langkah: 'cocok', nilai: national!.id })).body).toContain('Hanya nilai milik daerah ini')
  })

  test('a file is brought in whole after its preview, and again without doubles', async () => {
    const csv = 'Daftar;Kode;Nilai;Dasar hukum;Berlaku dari;Berlaku sampai\r\nholidays;2026-05-18;"{""name"": ""Hari Jadi; Kabupaten Tegal""}";Perbup 5/2026;2026-01-01;2026-12-31\r\ntarif-retribusi;parkir;2000;Perda 3/2024;2026-01-01;\r\n'
    const first = await upload('rujukan.csv', csv)
    expect(first.statusCode).toBe(303)
    const preview = String(first.headers.location)
    const page = await keeper.get(preview)
    expect(page.body).toContain('Hari Jadi; Kabupaten Tegal')
    expect(page.body).toContain('Masukkan 2 nilai')
    expect([...(await holidaysOf(db(), '2026-06-01'))]).toEqual(['2026-08-17'])
    expect((await keeper.post(preview, {})).statusCode).toBe(303)
    expect([...(await holidaysOf(db(), '2026-06-01'))].sort()).toEqual(['2026-05-18', '2026-08-17'])
    expect([...(await holidaysOf(db(), '2026-12-31'))]).toContain('2026-05-18')
    expect([...(await holidaysOf(db(), '2027-01-01'))]).not.toContain('2026-05-18')
    expect((await keeper.get(String((await upload('rujukan.csv', csv)).headers.location))).body).toContain('Semua isi berkas ini sudah ada')
    expect((await keeper.post(preview, {})).statusCode).toBe(303)
    expect(await referenceVersions(db(), 'tarif-retribusi', { code: 'parkir', limit: 5 })).toHaveLength(1)
  })

  test('one bad row keeps everything out, and every bad row is named with its line', async () => {
    const csv = ['list,code,value,legal basis,valid from,valid to', 'tarif-retribusi,kios,9000,Perda 3/2024,2026-01-01,', 'tarif-retribusi,parkir,2500,Perda 3/2024,2026-01-01,', 'Tarif Retribusi,x,1,P,besok,', 'tarif-retribusi,kios,9100,Perda 3/2024,2026-01-01,', 'tarif-retribusi,los,1,Perda 3/2024,2026-01-01,2025-01-01'].join('\n')
    const preview = String((await upload('salah.csv', csv)).headers.location)
    const { body } = await keeper.get(preview)
    for (const text of ['nilai lain untuk kode ini', 'Nama daftar memakai huruf kecil', 'Tulis tanggal seperti', 'sudah ada di baris 2', 'mendahului hari mulai']) expect(body).toContain(text)
    expect(body).not.toContain('Masukkan')
    expect((await referenceVersions(db(), 'tarif-retribusi', { code: 'kios', limit: 5 }))).toEqual([])
  })

  test('a file that is no such table is refused in words', async () => {
    expect((await keeper.get(String((await upload('lain.csv', 'a,b\n1,2\n')).headers.location))).body).toContain('Kolom “daftar” tidak ada')
    expect((await upload('gambar.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).statusCode).toBe(422)
    expect((await upload('kosong.csv', '')).body).toContain('kosong')
  })

  test('what was exported can be imported again and changes nothing', async () => {
    const csv = await keeper.get('/kerja/rujukan/csv/tarif-retribusi')
    expect(csv.headers['content-disposition']).toContain('tarif-retribusi.csv')
    expect((await keeper.get(String((await upload('lagi.csv', csv.body)).headers.location))).body).toContain('Semua isi berkas ini sudah ada')
  })

  test('the uploaded file is nobody else’s, and keeping a part of the government is not enough', async () => {
    const preview = String((await upload('milik.csv', 'list,code,value,legal basis,valid from\nx-y,a,1,Perda 1,2026-01-01')).headers.location)
    await anAccount(installation, place, { username: 'walidata.kedua', roles: ['walidata'] })
    expect((await (await signIn(installation, place, 'walidata.kedua')).get(preview)).statusCode).toBe(404)
    const part = await anAccount(installation, place, { username: 'sebagian' })
    await assign(installation, place, part.id, await aRole(installation, place, 'sebagian', [{ permission: 'reference.manage', reach: 'unit' }]), 'diskominfo')
    expect((await (await signIn(installation, place, 'sebagian')).get('/kerja/rujukan')).statusCode).toBe(403)
  })
})
