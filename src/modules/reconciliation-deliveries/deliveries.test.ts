import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { csvOf, reconciliationDesk } from './testing.ts'

let installation: Installation
let tegal: TestGovernment
let walidata: Browser
let desk: ReturnType<typeof reconciliationDesk>

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  await anAccount(installation, tegal, { username: 'walidata', unit: 'pemerintah', roles: ['walidata'] })
  await anAccount(installation, tegal, { username: 'data.dpu', unit: 'dpu', roles: ['data-producer'] })
  await anAccount(installation, tegal, { username: 'data.slawi', unit: 'slawi', roles: ['data-producer'] })
  walidata = await signIn(installation, tegal, 'walidata')
  desk = reconciliationDesk(installation, tegal.id, walidata)
})
afterAll(() => installation.close())

const heading = ['NPSN', 'Nama sekolah', 'Kecamatan', 'Jumlah murid']
const schools = [['20325001', 'SD Negeri 1 Kalisapu', 'Slawi', '210'], ['20325002', 'SD Negeri 2 Kalisapu', 'Slawi', '180'], ['20325003', 'SD Negeri Trayeman', 'Slawi', 'belum lapor'], ['20325004', 'MI Tuwel', 'Bojong', '95']]

/** A comparison of two lists that DPU keeps, and its first source. */
async function made() {
  const answer = await walidata.post('/kerja/rekonsiliasi/baru', {
    title: 'Sekolah dari dua daftar', about: '', unit: tegal.units.pemerintah!, owner: tegal.units.pemerintah!, code_label: 'NPSN', name_label: 'Nama sekolah', place_label: 'Kecamatan', settle_days: '5',
    s_0_label: 'Dapodik', s_0_system: 'Dapodik', s_0_unit: tegal.units.dpu!, s_1_label: 'Dinas', s_1_system: 'Lembar kerja', s_1_unit: tegal.units.dpu!, f_0_label: 'Jumlah murid', f_0_type: 'number',
  })
  const id = String(answer.headers.location).split('/')[3]!
  const source = /\/sumber\/([0-9a-f-]{36})/.exec((await walidata.get(`/kerja/rekonsiliasi/${id}`)).body)![1]!
  return { id, source }
}
const rowsIn = async (id: string) => (await walidata.get(`/kerja/rekonsiliasi/${id}/hasil.csv`)).body.split('\n').filter(line => /\d{8}/.test(line)).length

it('a file is looked at first, comes in whole, and its columns are remembered', async () => {
  const { id, source } = await made()
  const read = await desk.upload(id, source, 'sekolah.csv', csvOf([heading, ...schools]))
  expect(read).toMatchObject({ state: 'mapping', choices: { columns: { 'code': 0, 'name': 1, 'place': 2, 'jumlah-murid': 3 } } })
  const { delivery } = await desk.step(id, read, 'periksa')
  expect(delivery).toMatchObject({ state: 'ready', counts: { new: 4, gone: 0, unreadable: 1 } })
  expect((await walidata.get(`/kerja/rekonsiliasi/${id}/berkas/${delivery.id}`)).body).toContain('belum lapor')
  expect(await rowsIn(id)).toBe(0)
  expect((await desk.step(id, delivery, 'masuk')).delivery.state).toBe('taken')
  expect(await rowsIn(id)).toBe(4)
  const overview = (await walidata.get(`/kerja/rekonsiliasi/${id}`)).body
  for (const said of ['sekolah.csv', 'Berkas dibawa masuk', 'Bawa versi baru']) expect(overview, said).toContain(said)
  expect(await desk.upload(id, source, 'lagi.csv', csvOf([heading, ...schools]))).toMatchObject({ state: 'ready', counts: { new: 0, changed: 0, same: 4, gone: 0 } })
})

it('numbers of private persons are refused, by heading and by what stands in the column', async () => {
  const { id, source } = await made()
  const niks = Array.from({ length: 6 }, (_, i) => [`332801${10 + i}058500${10 + i}`, `Sekolah ${i} Slawi`, 'Slawi', '1'])
  const byHeading = await desk.upload(id, source, 'nik.csv', csvOf([heading.with(0, 'NIK'), ...niks]))
  expect((await desk.step(id, byHeading, 'periksa', { k_code: '0' })).answer.body).toContain('nomor penduduk')
  const byContent = await desk.upload(id, source, 'samar.csv', csvOf([heading, ...niks]))
  const { delivery } = await desk.step(id, byContent, 'periksa')
  expect(delivery).toMatchObject({ state: 'failed', failure: { text: expect.stringContaining('nomor penduduk') } })
  expect(await rowsIn(id)).toBe(0)
})

it('a file that would take most of a list away needs a second word', async () => {
  const { id, source } = await made()
  expect((await desk.bring(id, source, 'semua.csv', csvOf([heading, ...schools]))).state).toBe('taken')
  const part = await desk.upload(id, source, 'sebagian.csv', csvOf([heading, ...schools.slice(0, 2)]))
  expect((await desk.step(id, part, 'masuk')).answer.statusCode).toBe(422)
  expect((await desk.step(id, part, 'buang')).delivery.state).toBe('dropped')
  expect(await rowsIn(id)).toBe(4)
})

it('whoever keeps the list brings it in too; others do not even see it', async () => {
  const { id, source } = await made()
  const keeper = reconciliationDesk(installation, tegal.id, await signIn(installation, tegal, 'data.dpu'))
  expect((await keeper.bring(id, source, 'dari-dpu.csv', csvOf([heading, ...schools]))).state).toBe('taken')
  const stranger = await signIn(installation, tegal, 'data.slawi')
  expect((await stranger.get(`/kerja/rekonsiliasi/${id}/sumber/${source}`)).statusCode).toBe(404)
})
