import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { search } from '#platform/search/search.ts'
import { standards } from './contract.ts'
import { datasets, evidence, indicators, publications } from './exports.ts'
import { standardById, versionsOf } from './store.ts'
import { aStandard } from './testing.ts'

let installation: Installation
let tegal: TestGovernment
let producer: Browser
let walidata: Browser
let pembina: Browser
let producerId: string
let visitor: Browser

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  producerId = (await anAccount(installation, tegal, { username: 'produsen', unit: 'dpu', roles: ['data-producer'] })).id
  await anAccount(installation, tegal, { username: 'walidata', unit: 'diskominfo', roles: ['walidata'] })
  await anAccount(installation, tegal, { username: 'bps', unit: 'pemerintah', roles: ['pembina-data'] })
  ;[producer, walidata, pembina] = await Promise.all(['produsen', 'walidata', 'bps'].map(name => signIn(installation, tegal, name))) as [Browser, Browser, Browser]
  visitor = aBrowser(installation, tegal)
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(tegal.id)
const road = { name: 'Panjang Jalan Kabupaten', concept: 'Jalan Kabupaten', definition: 'Jalan umum yang ditetapkan bupati sebagai jalan kabupaten, tidak termasuk jalan desa.', measure: 'Panjang', unit: 'Kilometer', reference: 'UU 2/2022 tentang Jalan', url: '', theme: 'pekerjaan-umum', classifications: ['kondisi-jalan', 'wilayah'], others: 'Kelas jalan; Perkerasan' }
const idOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers.location).split('/')[3]!
const here = (id: string) => `/kerja/standar-data/${id}`
const step = (browser: Browser, id: string, values: Record<string, string>) => browser.post(here(id), { remarks: '', day: '2026-01-05', ...values })

describe('a standard', () => {
  it('goes from a producer over review to the public, each step by somebody else', async () => {
    const sent = await producer.post('/kerja/standar-data/usul', road)
    expect(sent.statusCode).toBe(303)
    const id = idOf(sent)
    expect(await standardById(db(), id)).toMatchObject({ slug: 'panjang-jalan-kabupaten', version: 1, state: 'proposed', unitId: tegal.units.dpu, classifications: [{ label: 'Kondisi jalan', list: 'kondisi-jalan' }, { label: 'Wilayah administrasi', list: 'wilayah' }, { label: 'Kelas jalan', list: null }, { label: 'Perkerasan', list: null }] })
    expect((await visitor.get('/data/standar/panjang-jalan-kabupaten')).statusCode).toBe(404)
    expect((await producer.post(here(id), { step: 'review' })).statusCode).toBe(403)
    expect((await walidata.get('/kerja/standar-data')).body).toContain('Panjang Jalan Kabupaten')
    expect((await step(walidata, id, { step: 'review' })).statusCode).toBe(303)
    expect((await step(walidata, id, { step: 'establish' })).statusCode).toBe(403)
    expect((await walidata.get(here(id))).body).toContain('Yang memeriksa tidak menetapkan')
    expect((await step(pembina, id, { step: 'establish', day: '2999-01-01' })).body).toContain('Hari itu belum tiba')
    expect((await step(pembina, id, { step: 'establish' })).statusCode).toBe(303)
    const page = (await visitor.get('/data/standar/panjang-jalan-kabupaten')).body
    for (const what of ['Jalan umum yang ditetapkan bupati', 'Kilometer', '/data/kode/kondisi-jalan', 'UU 2/2022']) expect(page).toContain(what)
    expect((await visitor.get('/data/standar?q=jalan+desa')).body).toContain('/data/standar/panjang-jalan-kabupaten')
    expect((await search(db(), null, { text: 'panjang jalan kabupaten', limit: 5 })).hits[0]).toMatchObject({ href: '/data/standar/panjang-jalan-kabupaten' })
    expect((await notificationsOf(db(), producerId)).map(note => note.text)).toContain('Standar data “{name}” ditetapkan.')
    expect((await visitor.get(`/api/data/standar/${id}`)).json()).toMatchObject({ name: 'Panjang Jalan Kabupaten', state: 'valid', validFrom: '2026-01-05' })
  })

  it('is sent back with remarks, mended and proposed again', async () => {
    const id = idOf(await producer.post('/kerja/standar-data/usul', { ...road, name: 'Jumlah Jembatan', concept: 'Jembatan', measure: 'Jumlah', unit: 'Unit' }))
    expect((await step(walidata, id, { step: 'return', remarks: 'kurang' })).statusCode).toBe(422)
    expect((await step(walidata, id, { step: 'return', remarks: 'Sebutkan bentang paling pendek.' })).statusCode).toBe(303)
    expect((await producer.get(here(id))).body).toContain('Sebutkan bentang paling pendek.')
    expect((await producer.get('/kerja/standar-data?lihat=proses')).body).toContain('Dikembalikan')
    const mended = await producer.post(`${here(id)}/ubah`, { ...road, name: 'Jumlah Jembatan', concept: 'Jembatan', measure: 'Jumlah', unit: 'Unit', definition: 'Bangunan pelengkap jalan dengan bentang enam meter atau lebih.' })
    expect(mended.statusCode).toBe(303)
    expect(await standardById(db(), id)).toMatchObject({ state: 'proposed', definition: expect.stringContaining('enam meter') })
    expect((await step(producer, id, { step: 'withdraw' })).statusCode).toBe(303)
    expect((await standardById(db(), id))!.state).toBe('withdrawn')
  })

  it('is replaced by a newer version, and who was judged by the earlier still finds it', async () => {
    const first = await aStandard(installation.services, tegal.id, tegal.units.dpu!, { name: 'Jumlah Puskesmas', concept: 'Puskesmas', validFrom: '2025-01-01' })
    const changed = { ...road, name: 'Jumlah Puskesmas', concept: 'Puskesmas', measure: 'Jumlah', unit: 'Unit', definition: 'Fasilitas kesehatan tingkat pertama milik pemerintah, rawat jalan atau rawat inap.' }
    expect((await producer.post('/kerja/standar-data/usul?dari=jumlah-puskesmas', changed)).body).toContain('id="f-reason-error"')
    const later = idOf(await producer.post('/kerja/standar-data/usul?dari=jumlah-puskesmas', { ...changed, reason: 'Definisi lama tidak menyebut pemiliknya.' }))
    expect((await producer.post('/kerja/standar-data/usul?dari=jumlah-puskesmas', { ...changed, reason: 'Sekali lagi, karena lupa.' })).body).toContain('masih dalam proses')
    expect((await walidata.get(here(later))).body).toMatch(/<del>.*<\/del>/s)
    await step(walidata, later, { step: 'review' })
    expect((await step(pembina, later, { step: 'establish', day: '2024-12-31' })).body).toContain('Pilih hari sesudahnya')
    expect((await step(pembina, later, { step: 'establish', day: '2026-02-01' })).statusCode).toBe(303)
    const versions = await versionsOf(db(), 'jumlah-puskesmas')
    expect(versions.map(({ id, state, validFrom, validTo }) => [id, state, validFrom, validTo])).toEqual([[later, 'valid', '2026-02-01', null], [first, 'replaced', '2025-01-01', '2026-02-01']])
    expect((await visitor.get('/data/standar/jumlah-puskesmas?versi=1')).body).toContain('Versi ini sudah diganti.')
    expect(await installation.services.ask(standards).concept(db(), first)).toMatchObject({ version: 1, state: 'replaced' })
    const { rows } = await sql<{ payload: unknown }>`select payload from platform.outbox where name = 'standards.concept-replaced'`.execute(db())
    expect(rows).toEqual([{ payload: { earlierId: first, laterId: later, slug: 'jumlah-puskesmas' } }])
    expect((await step(walidata, later, { step: 'retire', remarks: 'Digabung dengan jumlah fasilitas kesehatan.' })).statusCode).toBe(303)
    expect((await visitor.get('/data/standar/jumlah-puskesmas')).body).toContain('Standar ini sudah dicabut.')
  })

  it('is told each broken rule of its name, and what was typed stays', async () => {
    await aStandard(installation.services, tegal.id, tegal.units.dpu!, { name: 'Jumlah Keluarga', concept: 'Keluarga', definition: 'Sekelompok orang dalam satu kartu keluarga.', validFrom: '2025-01-01' })
    const { body, statusCode } = await producer.post('/kerja/standar-data/usul', { ...road, name: 'jumlah PDRB Kab. Tegal', concept: 'Jumlah Keluarga', definition: 'Definisi lain yang panjangnya cukup.', theme: 'tidak-ada', url: 'bukan alamat', classifications: ['mengarang'] })
    expect(statusCode).toBe(422)
    for (const text of ['Jangan memakai titik di dalam nama.', 'tulis kepanjangan “PDRB”', 'Awali setiap kata dengan huruf besar: “jumlah”', 'Jangan mengawali konsep dengan ukuran: “Jumlah”', 'Tulis alamat web utuh', 'Pilih tema', 'Pilih dari daftar']) expect(body).toContain(text)
    expect(body).toContain('value="jumlah PDRB Kab. Tegal"')
    const again = await producer.post('/kerja/standar-data/usul', { ...road, name: 'jumlah keluarga', concept: 'Keluarga', definition: 'Definisi lain yang panjangnya cukup.' })
    expect(again.body).toContain('Nama ini sudah dipakai standar data lain.')
    expect(again.body).toContain('sudah didefinisikan di “Jumlah Keluarga”')
    for (const part of ['name', 'concept', 'definition', 'measure', 'unit', 'reference', 'theme']) expect((await producer.post('/kerja/standar-data/usul', { ...road, [part]: '' })).body, part).toContain(`id="f-${part}-error"`)
  })

  it('is not overwritten by who did not see the newest', async () => {
    const id = await aStandard(installation.services, tegal.id, tegal.units.dpu!, { name: 'Jumlah Talud', concept: 'Talud' })
    const values = { ...road, name: 'Jumlah Talud', concept: 'Talud' }
    expect((await producer.post(`${here(id)}/ubah`, { ...values, version: '1' })).statusCode).toBe(303)
    expect((await producer.post(`${here(id)}/ubah`, { ...values, version: '1' })).statusCode).toBe(409)
    expect((await step(walidata, id, { step: 'review', version: '1' })).statusCode).toBe(409)
  })
})

it('two people who propose the same at once do not both succeed', async () => {
  const twice = { ...road, name: 'Jumlah Embung', concept: 'Embung', measure: 'Jumlah', unit: 'Unit' }
  const answers = await Promise.all([producer, walidata, pembina].map(browser => browser.post('/kerja/standar-data/usul', twice)))
  expect(answers.map(answer => answer.statusCode).toSorted()).toEqual([303, 422, 422])
  const id = idOf(answers.find(answer => answer.statusCode === 303)!)
  await sql`update standards.concept set proposed_by = null where id = ${id}`.execute(db())
  expect((await Promise.all([walidata, pembina].map(browser => step(browser, id, { step: 'review' })))).map(answer => answer.statusCode).toSorted()).toEqual([303, 403])
})

describe('who may', () => {
  it('another office’s proposal is nobody’s business, and another government’s standards do not exist', async () => {
    const id = await aStandard(installation.services, tegal.id, tegal.units.diskominfo!, { name: 'Jumlah Menara', concept: 'Menara' })
    expect((await producer.get(here(id))).statusCode).toBe(404)
    expect((await producer.get('/kerja/standar-data?lihat=proses')).body).not.toContain('Jumlah Menara')
    const other = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
    await anAccount(installation, other, { username: 'walidata.pbg', roles: ['walidata'] })
    const stranger = await signIn(installation, other, 'walidata.pbg')
    expect((await stranger.get(here(id))).statusCode).toBe(404)
    expect((await aBrowser(installation, other).get('/data/standar/panjang-jalan-kabupaten')).statusCode).toBe(404)
  })

  it('a right to review some units is not enough for what all use', async () => {
    const id = await aStandard(installation.services, tegal.id, tegal.units.dpu!, { name: 'Jumlah Gorong Gorong', concept: 'Gorong Gorong' })
    const account = await anAccount(installation, tegal, { username: 'sebagian', unit: 'dpu' })
    await assign(installation, tegal, account.id, await aRole(installation, tegal, 'sebagian', [{ permission: 'standards.review', reach: 'unit-and-below' }, { permission: 'standards.propose', reach: 'unit-and-below' }]), 'dpu')
    const browser = await signIn(installation, tegal, 'sebagian')
    expect((await browser.get(here(id))).body).not.toContain('value="review"')
    expect((await browser.post(here(id), { step: 'review' })).statusCode).toBe(403)
  })
})

it('an empty registry begins with proposals that somebody else reviews', async () => {
  const other = await aGovernment(installation, 'brebeskab', 'Kabupaten Brebes')
  await anAccount(installation, other, { username: 'walidata.bbs', roles: ['walidata'] })
  const browser = await signIn(installation, other, 'walidata.bbs')
  expect((await browser.get('/kerja/standar-data')).body).toContain('Usulkan daftar awal')
  expect((await browser.post('/kerja/standar-data', { step: 'begin' })).statusCode).toBe(303)
  const page = (await browser.get('/kerja/standar-data')).body
  expect(page).toContain('Cakupan Imunisasi Dasar Lengkap')
  expect(page).not.toContain('Usulkan daftar awal')
  const { rows } = await sql<{ state: string; n: number }>`select state, count(*)::int as n from standards.concept group by state`.execute(installation.services.database.of(other.id))
  expect(rows).toEqual([{ state: 'proposed', n: 27 }])
})

it('others ask for standards by words and by id, and count them', async () => {
  const id = await aStandard(installation.services, tegal.id, tegal.units.dpu!, { name: 'Jumlah Drainase', concept: 'Drainase', definition: 'Saluran air hujan di tepi jalan lingkungan.', validFrom: '2025-06-01' })
  const port = installation.services.ask(standards)
  expect((await port.search(db(), 'saluran DRAINASE', 5)).map(one => one.id)).toEqual([id])
  expect((await port.concepts(db(), [id, 'bukan', '019a0000-0000-7000-8000-000000000000'])).size).toBe(1)
  expect(await port.codeList(db(), 'jenis-kelamin')).toMatchObject({ version: 1, verified: false, items: [{ code: '1', label: 'Laki-laki', parent: null }, { code: '2', label: 'Perempuan', parent: null }] })
  const government = (await installation.services.ask(governmentDirectory).byId(tegal.id))!
  const context = { db: db(), government, now: new Date(), ask: installation.services.ask }
  expect((await datasets[0]!.rows(context)).find(row => row.kode === 'jumlah-drainase')).toMatchObject({ versi: 1, klasifikasi: 'Jenis kelamin', tema: 'Kependudukan', keadaan: 'berlaku' })
  expect(await indicators[0]!.measure(context)).toMatchObject({ value: 0, of: expect.any(Number) })
  expect((await indicators[1]!.measure(context)).value).toBeGreaterThan(0)
  expect((await evidence[0]!.collect(context)).map(({ text }) => text)).toContain('Standar data “Jumlah Drainase” versi 1 ditetapkan')
  expect((await publications[0]!.addresses(context, null, 100)).map(({ path }) => path)).toContain('/data/standar/jumlah-drainase')
})
