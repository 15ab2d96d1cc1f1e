import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { search } from '#platform/search/search.ts'
import { recentPeriods } from '#platform/time/period.ts'
import { anAccount, aBrowser, signIn, type Browser } from '#modules/identity/testing.ts'
import { aDataset, aRelease, visits } from './testing.ts'
import { datasetBySlug, insertResources, releasesOf } from './store.ts'

let installation: Installation
let tegal: TestGovernment
let producer: Browser
let checker: Browser
let walidata: Browser
let visitor: Browser
let producerId: string

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  producerId = (await anAccount(installation, tegal, { username: 'produsen', unit: 'dpu', roles: ['data-producer'] })).id
  await anAccount(installation, tegal, { username: 'pendukung', unit: 'dpu', roles: ['walidata-pendukung'] })
  await anAccount(installation, tegal, { username: 'walidata', roles: ['walidata'] })
  await anAccount(installation, tegal, { username: 'tetangga', unit: 'diskominfo', roles: ['data-producer'] })
  ;[producer, checker, walidata] = await Promise.all(['produsen', 'pendukung', 'walidata'].map(name => signIn(installation, tegal, name))) as [Browser, Browser, Browser]
  visitor = aBrowser(installation, tegal)
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(tegal.id)
const described = (more: Record<string, string> = {}) => ({ title: 'Kondisi jalan kabupaten', summary: 'Panjang jalan menurut kondisi permukaan, dari survei.', unit: tegal.units.dpu!, theme: 'infrastruktur', every: 'month', access: 'open', licence: 'CC-BY-4.0', tags: 'jalan, kondisi', ...more })
const idOf = (answer: { headers: Record<string, unknown> }) => /[0-9a-f-]{36}/.exec(String(answer.headers.location))![0]
const lastMonth = recentPeriods('month', new Date().toISOString().slice(0, 10), 2)[1]!

describe('an agency’s data', () => {
  it('goes from description to the public with a producer, a checker and the walidata', async () => {
    const made = await producer.post('/kerja/data/baru', described())
    expect(made.statusCode).toBe(303)
    const id = idOf(made)
    await producer.post(`/kerja/data/${id}`, { step: 'propose', remark: '' })
    expect((await walidata.get('/kerja/data?keadaan=proposed')).body).toContain('Kondisi jalan kabupaten')
    await walidata.post(`/kerja/data/${id}`, { step: 'list', remark: '' })
    expect((await visitor.get('/data')).body).toContain('Kondisi jalan kabupaten')
    expect((await visitor.get('/data/kondisi-jalan-kabupaten')).body).toContain('Belum ada rilis')

    const begun = await producer.post(`/kerja/data/${id}/rilis/baru`, { period: lastMonth, note: '' })
    const release = idOf(begun)
    expect((await producer.post(`/kerja/data/rilis/${release}`, { step: 'submit', remark: '' })).body).toContain('Unggah datanya dahulu')
    const table = await installation.services.tables.keepRows(tegal.id, visits, [['Slawi', 12], ['Bojong', 7]])
    await installation.services.database.transaction(tegal.id, tx => insertResources(tx, release, [{ kind: 'table', name: 'Kondisi jalan', table }]))
    await producer.post(`/kerja/data/rilis/${release}`, { step: 'submit', remark: '' })

    expect((await producer.post(`/kerja/data/rilis/${release}`, { step: 'check', remark: '' })).statusCode).toBe(403)
    expect((await checker.get('/kerja/data')).body).toContain('Menunggu Anda')
    expect((await checker.post(`/kerja/data/rilis/${release}`, { step: 'reject', remark: '' })).body).toContain('Tulis apa yang perlu diperbaiki')
    await checker.post(`/kerja/data/rilis/${release}`, { step: 'check', remark: '' })
    await walidata.post(`/kerja/data/rilis/${release}`, { step: 'approve', remark: '' })
    expect((await visitor.get('/data/kondisi-jalan-kabupaten')).body).toContain('Belum ada rilis')
    await walidata.post(`/kerja/data/rilis/${release}`, { step: 'publish', remark: '' })

    const page = (await visitor.get('/data/kondisi-jalan-kabupaten')).body
    expect(page).toContain('Bojong')
    expect(page).toContain('>CSV<')
    const file = /href="(\/data\/berkas\/[0-9a-f-]+\.csv)"/.exec(page)![1]!
    expect((await visitor.get(file)).body.replace('\uFEFF', '')).toBe('kecamatan,kunjungan\nSlawi,12\nBojong,7\n')
    expect((await search(db(), null, { text: 'kondisi jalan', kind: 'dataset', limit: 5 })).hits.map(hit => hit.href)).toContain('/data/kondisi-jalan-kabupaten')
    expect((await notificationsOf(db(), producerId)).map(note => note.text)).toEqual(expect.arrayContaining(['“{title}” masuk daftar data.', 'Rilis {period} dari “{title}” ditayangkan.']))
  })

  it('keeps what was typed when something is missing, and says what', async () => {
    const answer = await producer.post('/kerja/data/baru', described({ title: 'Ya', access: 'closed', licence: 'CC-BY-4.0' }))
    expect(answer.statusCode).toBe(422)
    for (const words of ['Isi judul, paling sedikit 5 huruf', 'Tulis mengapa isinya tidak terbuka', 'Tulis dasar hukumnya', 'Panjang jalan menurut kondisi permukaan']) expect(answer.body, words).toContain(words)
  })

  it('is nobody else’s before it is listed', async () => {
    const { id, slug } = await aDataset(installation.services, tegal, { unit: 'dpu', title: 'Rencana yang belum diusulkan', listed: false })
    const neighbour = await signIn(installation, tegal, 'tetangga')
    expect((await neighbour.get(`/kerja/data/${id}`)).statusCode).toBe(404)
    expect((await neighbour.get('/kerja/data')).body).not.toContain('Rencana yang belum diusulkan')
    expect((await visitor.get(`/data/${slug}`)).statusCode).toBe(404)
    expect((await producer.post('/kerja/data/baru', described({ unit: tegal.units.diskominfo! }))).body).toContain('Pilih produsen data')
  })
})

describe('data that are not open', () => {
  it('say why, and give nothing of their content', async () => {
    const dataset = await aDataset(installation.services, tegal, { title: 'Penerima bantuan langsung', access: 'limited', accessReason: 'Memuat nama penerima.', accessBasis: 'UU 27/2022', licence: 'terbatas' })
    const { resourceId } = await aRelease(installation.services, tegal, dataset)
    const page = (await visitor.get(`/data/${dataset.slug}`)).body
    expect(page).toContain('Memuat nama penerima.')
    expect(page).not.toContain('5.210')
    for (const ending of ['.csv', '.json', '.parquet', '']) expect((await visitor.get(`/data/berkas/${resourceId}${ending}`)).statusCode, ending).toBe(404)
    expect((await visitor.get(`/data/${dataset.slug}/jelajah/${resourceId}`)).statusCode).toBe(404)
  })

  it('are checked again before everybody sees them, when they are opened', async () => {
    const dataset = await aDataset(installation.services, tegal, { title: 'Bantuan yang kemudian dibuka', access: 'limited', accessReason: 'Memuat nama penerima.', accessBasis: 'UU 27/2022', licence: 'terbatas' })
    const { id, resourceId } = await aRelease(installation.services, tegal, dataset)
    const saved = await walidata.post(`/kerja/data/${dataset.id}/ubah`, described({ title: dataset.title, unit: tegal.units.diskominfo!, version: String((await datasetBySlug(db(), dataset.slug))!.version) }))
    expect(saved.statusCode).toBe(303)
    expect((await visitor.get(`/data/berkas/${resourceId}.csv`)).statusCode).toBe(404)
    expect((await visitor.get(`/data/${dataset.slug}`)).body).not.toContain('5.210')
    expect((await walidata.post(`/kerja/data/rilis/${id}`, { step: 'show-again', remark: '' })).body).toContain('diperiksa lagi sebagai data terbuka')
  })
})

describe('a release', () => {
  it('is replaced by its correction, which readers see first, and the earlier one can be compared', async () => {
    const dataset = await aDataset(installation.services, tegal, { title: 'Kunjungan yang dikoreksi' })
    await aRelease(installation.services, tegal, dataset)
    await aRelease(installation.services, tegal, (await datasetBySlug(db(), dataset.slug))!, { period: '2026-08', rows: [['Slawi', 1]] })
    expect((await visitor.get(`/data/${dataset.slug}`)).body).toContain('5.210')
    const begun = await walidata.post(`/kerja/data/${dataset.id}/rilis/baru`, { period: '2026-09', note: 'Slawi salah ketik.' })
    expect(begun.statusCode).toBe(303)
    const again = await walidata.post(`/kerja/data/${dataset.id}/rilis/baru`, { period: '2026-09', note: '' })
    expect(again.body).toContain('sedang disiapkan')
    expect((await releasesOf(db(), dataset.id)).map(({ period, version, state }) => [period, version, state])).toEqual([['2026-09', 2, 'draft'], ['2026-09', 1, 'published'], ['2026-08', 1, 'published']])
  })

  it('that comes late shows in the board of its agency', async () => {
    const dataset = await aDataset(installation.services, tegal, { unit: 'dpu', title: 'Data yang terlambat' })
    await aRelease(installation.services, tegal, dataset, { period: '2025-01' })
    expect((await datasetBySlug(db(), dataset.slug))?.dueOn).toBe('2025-03-30')
    expect((await walidata.get('/kerja/data/papan')).body).toMatch(/Dinas Pekerjaan Umum[\s\S]*?badge bad/)
    expect((await visitor.get(`/data/${dataset.slug}`)).body).toContain('Rilis berikutnya seharusnya terbit')
  })
})
