import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import type { Dataset } from '#modules/datasets/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { keepTime } from './escalate.ts'
import { askAsUnit, type Means } from './lifecycle.ts'
import { requestById, stepsOf } from './store.ts'
import { aDataset } from './testing.ts'

let installation: Installation
let place: TestGovernment
let poor: Dataset
const who: Record<string, { id: string; username: string; browser: Browser }> = {}

const people: [name: string, unit: string, roles: string[]][] = [
  ['peminta', 'dpu', ['data-producer']], ['pemegang', 'diskominfo', ['data-producer']], ['orang lain', 'slawi', ['data-producer']],
  ['walidata', 'pemerintah', ['walidata']], ['koordinator', 'pemerintah', ['forum-coordinator']], ['sekda', 'pemerintah', ['leader']],
]

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  for (const [name, unit, roles] of people) {
    const account = await anAccount(installation, place, { unit, roles, name: `Nama ${name}` })
    who[name] = { ...account, browser: await signIn(installation, place, account.username) }
  }
  await sql`insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from)
    select ${place.id}, 'holidays', day, '{"name": "Libur"}'::jsonb, 'SKB 3 Menteri', false, '2026-01-01' from unnest(array['2026-12-24', '2026-12-25', '2027-01-01']) as day`.execute(db())
  poor = await aDataset(installation, place, {
    code: 'kemiskinan', title: 'Keluarga penerima bantuan', unit: 'diskominfo',
    columns: [{ name: 'nik', title: 'NIK', type: 'text', key: true }, { name: 'nama', title: 'Nama', type: 'text' }, { name: 'desa', title: 'Desa', type: 'text' }, { name: 'jiwa', title: 'Jiwa', type: 'integer' }],
    rows: Array.from({ length: 80 }, (_, i) => [`33280${1000 + i}`, `Keluarga ${i}`, i % 2 ? 'Kalisapu' : 'Slawi', (i % 5) + 1]),
  })
}, 120_000)
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const browser = (name: string) => who[name]!.browser
const told = async (name: string) => (await notificationsOf(db(), who[name]!.id)).map(({ text }) => text)
const errors = (body: string) => /error-summary.*?<\/ul>/s.exec(body)?.[0]
const idIn = (location: unknown) => String(location).split('/').at(-1)!

const asking = { fields: 'Nama dan jiwa menurut desa', period: '2026', purpose: 'Menentukan rumah yang diperbaiki tahun depan', keepUntil: '', form: 'online', degree: 'full', legalBasis: 'Perpres 39/2019 pasal 2' }
async function asked(more: Record<string, string> = {}): Promise<string> {
  const answer = await browser('peminta').post(`/kerja/permintaan-data/baru?data=${poor.slug}`, { unit: place.units.dpu!, subject: poor.title, holder: poor.unitId, ...asking, ...more })
  expect([answer.statusCode, errors(answer.body)]).toEqual([303, undefined])
  return idIn(answer.headers.location)
}
const far = () => new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)

describe('a request through a simulated calendar', () => {
  it('waits ten working days, then goes from walidata to forum to sekretaris daerah, past Christmas and New Year', async () => {
    const government = (await installation.services.ask(governmentDirectory).byId(place.id))!
    const means: Means = { government, jobs: installation.services.jobs, secret: installation.config.secret, ask: installation.services.ask, today: '2026-12-14', by: who.peminta!.id }
    const { id } = await installation.services.database.transaction(place.id, tx =>
      askAsUnit(tx, means, { unitId: place.units.dpu!, accountId: who.peminta!.id, holderUnitId: place.units.diskominfo!, datasetId: poor.id, subject: poor.title, fields: 'Semua', period: '2026', purpose: 'Perencanaan', legalBasis: 'Perpres 39/2019', keepUntil: null, degree: 'query', form: 'online' }))
    const after = async (day: string) => {
      await keepTime(installation.services, place.id, new Date(`${day}T03:00:00Z`))
      const { level, dueOn } = (await requestById(db(), id))!
      return [level, dueOn]
    }
    expect(await after('2026-12-25')).toEqual([0, '2026-12-30'])
    expect(await after('2026-12-30')).toEqual([0, '2026-12-30'])
    expect(await after('2026-12-31')).toEqual([1, '2027-01-06'])
    expect((await told('walidata')).some(text => text.includes('tidak dijawab pemegangnya'))).toBe(true)
    expect((await told('koordinator')).some(text => text.includes('tidak dijawab pemegangnya'))).toBe(false)
    // Nobody looked for a week: the days that count are made up for.
    expect(await after('2027-01-18')).toEqual([3, '2027-01-22'])
    expect((await stepsOf(db(), id)).map(({ event, level, on }) => [event, level, on])).toEqual([['escalate', 3, '2027-01-15'], ['escalate', 2, '2027-01-07'], ['escalate', 1, '2026-12-31'], ['ask', 0, '2026-12-14']])
    expect((await told('sekda')).some(text => text.includes('tidak dijawab pemegangnya'))).toBe(true)
    expect(await after('2027-03-01')).toEqual([3, '2027-01-22'])
    await expect(sql`delete from data_requests.step where request_id = ${id}`.execute(db())).rejects.toThrow('permission denied')
    await expect(sql`update data_requests.step set remark = 'x' where request_id = ${id}`.execute(db())).rejects.toThrow('permission denied')
  })
})

describe('a request between agencies', () => {
  it('is asked, goes unanswered, is granted, used and taken back, and every use stands in the ledger', async () => {
    const id = await asked()
    const here = `/kerja/permintaan-data/${id}`
    expect((await told('pemegang')).some(text => text.includes('menunggu jawaban Anda'))).toBe(true)
    expect((await browser('orang lain').get(here)).statusCode).toBe(404)
    expect((await browser('peminta').get(`${here}/jawab`)).statusCode).toBe(403)
    expect((await browser('sekda').get(`${here}/jawab`)).statusCode).toBe(403)
    await sql`update data_requests.request set asked_on = asked_on - 60, answer_by = answer_by - 60, due_on = due_on - 60 where id = ${id}`.execute(db())
    await keepTime(installation.services, place.id, new Date())
    expect((await browser('sekda').get(here)).body).toContain('Naik ke Sekretaris daerah')
    expect((await browser('sekda').get('/kerja/permintaan-data?sisi=naik')).body).toContain(here)
    expect((await browser('sekda').post(here, { step: 'urge', remark: 'Jawab hari ini.' })).statusCode).toBe(303)
    expect((await told('pemegang')).some(text => text.includes('Teguran'))).toBe(true)
    expect((await browser('pemegang').post(here, { step: 'extend', remark: 'Masih dicari.' })).statusCode).toBe(403)

    const granted = await browser('pemegang').post(`${here}/jawab`, { answer: 'grant', degree: 'full', columns: ['desa', 'jiwa'], until: far(), ground: '', explanation: '' })
    expect([granted.statusCode, errors(granted.body)]).toEqual([303, undefined])
    expect((await browser('pemegang').post(`${here}/jawab`, { answer: 'grant' }).catch(error => error as Error)).toString()).toContain('without a form')

    for (const name of ['orang lain', 'pemegang', 'walidata']) expect([403, 404]).toContain((await browser(name).get(`${here}/data`)).statusCode)
    const tableId = /<option value="([0-9a-f-]{36})"/.exec((await browser('peminta').get(`${here}/data`)).body)![1]!
    expect(errors((await browser('peminta').post(`${here}/data`, { table: tableId, purpose: '', want: 'look' })).body)).toContain('#f-purpose')
    const look = await browser('peminta').post(`${here}/data`, { table: tableId, purpose: 'Memilih desa sasaran', want: 'look' })
    const seen = await browser('peminta').get(String(look.headers.location))
    expect([seen.body.includes('Kalisapu'), seen.body.includes('Keluarga 1'), seen.body.includes('332801')]).toEqual([true, false, false])
    expect((await browser('peminta').get(`${String(look.headers.location)}&q=Slawi`)).body).not.toContain('Kalisapu')
    const download = await browser('peminta').post(`${here}/data`, { table: tableId, purpose: 'Dipetakan bersama kecamatan', want: 'csv' })
    const file = await browser('peminta').get(String(download.headers.location))
    expect(file.headers['content-disposition']).toMatch(/keluarga-penerima-bantuan-2026-10-PD-\d{4}-\d{4}\.csv/)
    expect([file.body.split('\n').length, file.body.includes('Kalisapu'), file.body.includes('332801')]).toEqual([82, true, false])
    expect((await browser('orang lain').get(String(download.headers.location))).statusCode).toBe(404)

    const ledger = (await browser('pemegang').get(`${here}/pemakaian`)).body
    expect([ledger.includes('Memilih desa sasaran'), ledger.includes('Dipetakan bersama kecamatan'), ledger.includes('Nama peminta')]).toEqual([true, true, true])
    expect((await browser('peminta').get(`${here}/pemakaian`)).statusCode).toBe(404)
    await expect(sql`delete from data_requests.use`.execute(db())).rejects.toThrow('permission denied')
    const board = (await aBrowser(installation, place).get('/data/permintaan')).body
    expect(board).toContain('Dinas Komunikasi dan Informatika')
    expect(board).not.toContain('Nama peminta')
    const ofHolder = (await aBrowser(installation, place).get('/data?unit=diskominfo')).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(ofHolder).toMatch(/Dipakai pihak lain [1-9]\d* kali setahun ini/)

    const [access] = (await sql<{ id: string }>`select id from data_requests.access where request_id = ${id}`.execute(db())).rows
    expect((await browser('pemegang').post(`${here}/pemakaian`, { access: access!.id, reason: 'Dipakai di luar keperluan.' })).statusCode).toBe(303)
    expect((await browser('peminta').get(`${here}/data`)).statusCode).toBe(403)
    expect((await browser('peminta').get(String(download.headers.location))).statusCode).toBe(403)
    expect((await browser('peminta').get(here)).body).toContain('Dipakai di luar keperluan.')
    expect((await told('peminta')).some(text => text.includes('dicabut'))).toBe(true)
  }, 60_000)

  it('is told of everything that is missing at once, and keeps what was typed', async () => {
    const { statusCode, body } = await browser('peminta').post('/kerja/permintaan-data/baru', { unit: place.units.dpu!, degree: 'full', purpose: 'Singkat' })
    expect(statusCode).toBe(422)
    for (const missing of ['Sebutkan data apa', 'Pilih pemegang data', 'Sebutkan dasar hukumnya', 'Sebutkan isi atau kolom', 'Sebutkan periodenya', 'Jelaskan untuk apa']) expect(body, missing).toContain(missing)
    expect(body).toContain('Singkat</textarea>')
  })

  it('is refused on a ground only, can be brought before the forum once, and is answered there', async () => {
    const id = await asked()
    const here = `/kerja/permintaan-data/${id}`
    expect(errors((await browser('pemegang').post(`${here}/jawab`, { answer: 'refuse', ground: '', explanation: 'Tidak bisa diberikan.' })).body)).toContain('#f-ground')
    expect(errors((await browser('pemegang').post(`${here}/jawab`, { answer: 'refuse', ground: 'karena-saya', explanation: 'Tidak bisa diberikan.' })).body)).toContain('#f-ground')
    expect(errors((await browser('pemegang').post(`${here}/jawab`, { answer: 'refuse', ground: 'uu27-pribadi', explanation: '' })).body)).toContain('#f-explanation')
    expect((await browser('pemegang').post(`${here}/jawab`, { answer: 'refuse', ground: 'uu27-pribadi', explanation: 'Memuat nama dan nomor induk.' })).statusCode).toBe(303)
    expect((await browser('peminta').post(here, { step: 'contest', remark: 'Kami hanya perlu jumlahnya.' })).statusCode).toBe(303)
    expect((await sql`select 1 from platform.outbox where name = 'data-requests.contested' and payload ->> 'requestId' = ${id}`.execute(db())).rows).toHaveLength(1)
    expect((await browser('koordinator').post(`${here}/jawab`, { answer: 'aggregate', degree: 'query', until: far(), ground: '', explanation: 'Forum sepakat: jumlah menurut desa saja.' })).statusCode).toBe(303)
    expect(await requestById(db(), id)).toMatchObject({ state: 'aggregate', ground: null })
    expect((await browser('peminta').get(`${here}/data`)).statusCode).toBe(403)
    expect((await browser('peminta').get(here)).body).toContain(`/kerja/kueri-data?data=${poor.slug}`)
  })

  it('gives a sample that shows how the data look and nobody in them', async () => {
    const id = await asked({ degree: 'sample' })
    const here = `/kerja/permintaan-data/${id}`
    expect((await browser('pemegang').post(`${here}/jawab`, { answer: 'grant', degree: 'sample', until: far(), ground: '', explanation: '' })).statusCode).toBe(303)
    const tableId = /<option value="([0-9a-f-]{36})"/.exec((await browser('peminta').get(`${here}/data`)).body)![1]!
    const taken = await browser('peminta').post(`${here}/data`, { table: tableId, purpose: 'Menyiapkan aplikasi', want: 'csv' })
    const { body } = await browser('peminta').get(String(taken.headers.location))
    expect([body.split('\r\n').length, body.includes('99999999'), /33280|Keluarga \d/.test(body)]).toEqual([52, true, false])
    const sneaky = await browser('peminta').post(`${here}/data`, { table: tableId, purpose: 'Menyiapkan aplikasi', want: 'parquet' })
    expect((await browser('peminta').get(String(sneaky.headers.location))).body).not.toContain('33280')
  })

  it('ends by itself on its last day, and is agreed on paper', async () => {
    const id = await asked()
    const here = `/kerja/permintaan-data/${id}`
    expect((await browser('pemegang').post(`${here}/jawab`, { answer: 'grant', degree: 'full', until: far(), ground: '', explanation: '' })).statusCode).toBe(303)
    expect(errors((await browser('pemegang').post(`${here}/berita-acara`, {})).body)).toContain('Belum ada jabatan')
    const post = await aPost(installation, place, 'diskominfo', 'Kepala Dinas', {})
    await appointed(installation, place, post, { name: 'Nurhayati', from: '2026-01-02', accountId: who.pemegang!.id })
    const letter = await browser('pemegang').post(`${here}/berita-acara`, {})
    expect(String(letter.headers.location)).toMatch(/^\/kerja\/surat\/[0-9a-f-]{36}$/)
    expect((await browser('pemegang').get(String(letter.headers.location))).body).toContain('Pemberian data Keluarga penerima bantuan')
    await sql`update data_requests.access set from_on = from_on - 200, until_on = current_date - 1 where request_id = ${id}`.execute(db())
    expect((await browser('peminta').get(`${here}/data`)).statusCode).toBe(403)
  })
})

describe('a citizen', () => {
  const letters = async () => (await sql<{ text: string; to: string }>`select body_text as text, recipient as to from platform.mail order by id`.execute(db())).rows
  const link = (text: string, step: string) => new RegExp(`/data/permintaan/${step}/[\\w-]{43}`).exec(text)![0]

  it('asks, confirms, follows by a link, and is forgotten when they want', async () => {
    const visitor = aBrowser(installation, place, { ip: '10.4.0.1' })
    const sent = await visitor.post('/data/permintaan/baru', { subject: 'Rumah Pak Joko yang rusak di Kalisapu', holder: place.units.dpu!, fields: 'Jumlah menurut desa', period: '2025', purpose: 'Tugas akhir kuliah saya di Tegal', keepUntil: '', form: 'csv', name: 'Siti Aminah', email: 'siti@contoh.id' })
    expect([sent.statusCode, sent.headers.location, errors(sent.body)]).toEqual([303, '/data/permintaan/terkirim', undefined])
    const [request] = (await sql<{ id: string; code: string; state: string }>`select id, code, state from data_requests.request where asker = 'citizen' order by id desc limit 1`.execute(db())).rows
    expect(request!.state).toBe('unconfirmed')
    expect((await visitor.get(`/data/permintaan/${request!.code}`)).statusCode).toBe(404)
    const confirmation = link((await letters()).at(-1)!.text, 'konfirmasi')
    const confirmed = await visitor.post(confirmation, {})
    const own = String(confirmed.headers.location)
    expect(own).toMatch(/\/data\/permintaan\/milik\/[\w-]{43}/)
    expect((await visitor.get(own)).body).toContain('Menunggu jawaban')

    // Their own words and name are nowhere in public, and masked for those who answer.
    for (const address of ['/data/permintaan', `/data/permintaan/${request!.code}`]) {
      const { body, statusCode } = await aBrowser(installation, place).get(address)
      expect([statusCode, body.includes('Joko'), body.includes('Siti')]).toEqual([200, false, false])
    }
    await anAccount(installation, place, { username: 'penjawab', unit: 'dpu', roles: ['data-producer'] })
    const holder = await signIn(installation, place, 'penjawab')
    const page = (await holder.get(`/kerja/permintaan-data/${request!.id}`)).body
    expect([page.includes('S••• A'), page.includes('Siti Aminah')]).toEqual([true, false])
    expect((await holder.get(`/kerja/permintaan-data/${request!.id}/pemohon`)).body).toContain('Siti Aminah')
    expect((await browser('walidata').get(`/kerja/permintaan-data/${request!.id}/pemohon`)).statusCode).toBe(404)

    expect((await holder.post(`/kerja/permintaan-data/${request!.id}/jawab`, { answer: 'refuse', ground: 'tidak-dikuasai', explanation: 'Tidak ada di sini, Bu Siti.', publicTitle: 'Rumah rusak menurut desa' })).statusCode).toBe(303)
    const told = (await letters()).at(-1)!
    expect([told.to, told.text.includes('Tidak ada di sini')]).toEqual(['siti@contoh.id', true])
    const shown = (await aBrowser(installation, place).get(`/data/permintaan/${request!.code}`)).body
    expect([shown.includes('Rumah rusak menurut desa'), shown.includes('Bu Siti'), shown.includes('pasal 22')]).toEqual([true, false, true])
    expect((await visitor.post(own, { step: 'contest', remark: 'Ada di baliho kantor.' })).statusCode).toBe(303)

    expect((await visitor.post(own, { step: 'erase' })).statusCode).toBe(303)
    expect((await visitor.get(own)).body).toContain('tidak berlaku lagi')
    expect((await letters()).some(({ to }) => to === 'siti@contoh.id')).toBe(false)
    expect((await sql`select 1 from data_requests.citizen where request_id = ${request!.id}`.execute(db())).rows).toEqual([])
    expect((await stepsOf(db(), request!.id)).map(({ event }) => event)).toEqual(['erase', 'withdraw', 'contest', 'refuse', 'confirm'])
  })

  it('takes what was given by the link, and it is in the ledger', async () => {
    const visitor = aBrowser(installation, place, { ip: '10.4.0.2' })
    await visitor.post(`/data/permintaan/baru?data=${poor.slug}`, { subject: poor.title, holder: poor.unitId, fields: 'Semua', period: '2026', purpose: 'Penelitian tentang bantuan sosial', keepUntil: '', form: 'csv', name: 'Budi Raharjo', email: 'budi@contoh.id' })
    const own = String((await visitor.post(link((await letters()).at(-1)!.text, 'konfirmasi'), {})).headers.location)
    const [request] = (await sql<{ id: string }>`select id from data_requests.request where asker = 'citizen' order by id desc limit 1`.execute(db())).rows
    expect((await browser('pemegang').post(`/kerja/permintaan-data/${request!.id}/jawab`, { answer: 'partial', degree: 'sample', until: far(), ground: 'uu27-pribadi', explanation: 'Contoh yang disamarkan saja.' })).statusCode).toBe(303)
    const file = /href="(\/data\/permintaan\/milik\/[\w-]+\/berkas\/[0-9a-f-]+)"/.exec((await visitor.get(own)).body)![1]!
    const taken = await visitor.get(file)
    expect([taken.statusCode, taken.body.includes('Kxxxxxxx')]).toEqual([200, true])
    expect((await browser('pemegang').get(`/kerja/permintaan-data/${request!.id}/pemakaian`)).body).toContain('Warga pemohon')
  })

  it('who never confirms is forgotten after a week', async () => {
    const visitor = aBrowser(installation, place, { ip: '10.4.0.3' })
    await visitor.post(`/data/permintaan/baru?data=${poor.slug}`, { subject: poor.title, holder: poor.unitId, fields: 'Semua', period: '2026', purpose: 'Penelitian tentang bantuan sosial', keepUntil: '', form: 'csv', name: 'Tono', email: 'tono@contoh.id' })
    await keepTime(installation.services, place.id, new Date(Date.now() + 8 * 86_400_000))
    expect((await letters()).some(({ to }) => to === 'tono@contoh.id')).toBe(false)
    const [request] = (await sql<{ state: string; purpose: string }>`select state, purpose from data_requests.request where asker = 'citizen' order by id desc limit 1`.execute(db())).rows
    expect(request).toEqual({ state: 'lapsed', purpose: '–' })
  })
})
