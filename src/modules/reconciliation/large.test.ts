import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { csvOf, reconciliationDesk } from '#modules/reconciliation-deliveries/testing.ts'
import { plant, usual } from '#platform/matching/testing/planted.ts'
import { progressOf, sourcesOf } from './store/comparisons.ts'

let installation: Installation
let tegal: TestGovernment
let walidata: Browser

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  await anAccount(installation, tegal, { username: 'walidata', unit: 'pemerintah', roles: ['walidata'] })
  walidata = await signIn(installation, tegal, 'walidata')
})
afterAll(() => installation.close())

const seconds = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

it('ten thousand rows on each side come in and are matched within a minute, and every page of them stays quick', async () => {
  const { left, right } = await plant('schools', 10_000, usual, 5)
  const listed = (entries: typeof left, of: (i: number) => number) => csvOf([['NPSN', 'Nama sekolah', 'Kecamatan', 'Jumlah murid'], ...entries.map(({ code, name, place }, i) => [code, name, place, String(of(i))])])
  const answer = await walidata.post('/kerja/rekonsiliasi/baru', {
    title: 'Sepuluh ribu sekolah', about: '', unit: tegal.units.pemerintah!, owner: tegal.units.pemerintah!, code_label: 'NPSN', name_label: 'Nama sekolah', place_label: 'Kecamatan', settle_days: '5',
    s_0_label: 'Satu', s_0_system: 'Satu', s_1_label: 'Dua', s_1_system: 'Dua', f_0_label: 'Jumlah murid', f_0_type: 'number',
  })
  const id = String(answer.headers.location).split('/')[3]!
  const db = installation.services.database.of(tegal.id)
  const desk = reconciliationDesk(installation, tegal.id, walidata)
  const [first, second] = await sourcesOf(db, id)
  const files = [listed(left, i => 100 + (i % 200)), listed(right, i => 100 + (i % 200))] as const
  const times = { first: await seconds(() => desk.bring(id, first!.id, 'satu.csv', files[0])), second: await seconds(() => desk.bring(id, second!.id, 'dua.csv', files[1])) }
  const before = await progressOf(db, id)
  await desk.bring(id, second!.id, 'dua.csv', files[1])
  expect(await progressOf(db, id)).toEqual(before)
  const pages = new Map<string, number>()
  for (const path of ['', '/padanan', '/padanan?keadaan=pasti', '/perbedaan', '/hasil']) {
    expect((await walidata.get(`/kerja/rekonsiliasi/${id}${path}`)).statusCode, path).toBe(200)
    pages.set(path || '/', Math.round(1000 * (await seconds(() => walidata.get(`/kerja/rekonsiliasi/${id}${path}`)))))
  }
  expect(await seconds(() => walidata.get(`/kerja/rekonsiliasi/${id}/hasil.csv`))).toBeLessThan(15)
  expect(times.first + times.second).toBeLessThan(60)
  for (const [path, ms] of pages) expect(ms, path).toBeLessThan(1500)
}, 300_000)
