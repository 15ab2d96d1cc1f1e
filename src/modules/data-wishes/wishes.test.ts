import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'

let installation: Installation
let place: TestGovernment
let walidata: Browser

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  walidata = await signIn(installation, place, (await anAccount(installation, place, { roles: ['walidata'] })).username)
}, 60_000)
afterAll(() => installation.close())

const visitor = (ip = '10.5.0.1') => aBrowser(installation, place, { ip })
const wish = async () => (await sql<{ id: string; votes: number; state: string }>`select id, votes, state from data_wishes.wish order by id desc limit 1`.execute(installation.services.database.of(place.id))).rows[0]!

it('a wish is read before it is shown, supported once per device without scripts, and answered', async () => {
  expect((await visitor().post('/data/usulan/baru', { title: 'Trayek angkutan desa', reason: 'Supaya warga tahu jadwal angkutan ke pasar.', unit: '' })).headers.location).toContain('/data/usulan')
  const { id } = await wish()
  expect((await visitor().get('/data/usulan')).body).not.toContain('Trayek angkutan desa')
  expect((await walidata.get('/kerja/usulan-data')).body).toContain('Trayek angkutan desa')
  expect((await walidata.post(`/kerja/usulan-data/${id}`, { step: 'show', answer: '' })).statusCode).toBe(303)
  const one = visitor()
  expect((await one.get('/data/usulan')).body).toContain('Trayek angkutan desa')
  await one.post('/data/usulan', { wish: id })
  await one.post('/data/usulan', { wish: id })
  expect((await wish()).votes).toBe(1)
  await visitor('10.5.0.2').post('/data/usulan', { wish: id })
  expect((await wish()).votes).toBe(2)
  const refused = await walidata.post(`/kerja/usulan-data/${id}`, { step: 'publish', answer: 'Sudah ada.', dataset: '' })
  expect(refused.body).toContain('#f-dataset')
  expect((await walidata.post(`/kerja/usulan-data/${id}`, { step: 'plan', answer: 'Dikumpulkan dinas perhubungan triwulan depan.' })).statusCode).toBe(303)
  expect((await visitor().get('/data/usulan')).body).toContain('triwulan depan')
})

it('nobody floods the board or the count from one connection', async () => {
  const { id } = await wish()
  let refused = 0
  for (let i = 0; i < 12; i++) if ((await visitor('10.5.0.9').post('/data/usulan', { wish: id })).statusCode === 429) refused++
  expect(refused).toBe(2)
  expect((await visitor().get('/kerja/usulan-data')).statusCode).not.toBe(200)
})
