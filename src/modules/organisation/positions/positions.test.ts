import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changed } from '#platform/db/changes.ts'
import { dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { officials } from '../contract.ts'
import { holdingsOf, positionsOf } from './store.ts'

const dayFrom = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')

describe('who leads a unit', () => {
  let installation: Installation
  let place: TestGovernment
  let admin: Browser
  let address: string
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    await anAccount(installation, place, { username: 'admin', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    admin = await signIn(installation, place, 'admin')
    address = `/kerja/unit/${place.units.dpu}/jabatan`
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(place.id)
  const positionId = async (title: string) => (await positionsOf(db(), place.units.dpu!, dayFrom(0))).find(position => position.title === title)!.id
  const add = (title: string, rank: string, values: Record<string, string> = {}) => admin.post(address, { langkah: 'tambah', title, rank, post_kind: 'administrator', ...values })
  const at = async (title: string, part = '') => `/kerja/jabatan/${await positionId(title)}${part}`
  const fill = async (title: string, values: Record<string, string>) => admin.post(await at(title, '/angkat'), { kind: 'definitif', from: dayFrom(-100), to: '', nip: '', ...values })
  const channel = async () => (await installation.web.server.inject({ url: '/kanal/dpu', headers: { host: place.host } })).body

  test('a position is added once', async () => {
    expect((await add('Sekretaris Dinas', '2')).statusCode).toBe(303)
    expect((await add('Kepala Dinas', '1')).statusCode).toBe(303)
    const again = await add('kepala dinas', '3')
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('sudah ada di unit ini')
    expect((await add('Kasubag', 'satu')).body).toContain('Isi dengan angka')
  })

  test('its holder stands on the public channel within a moment, without a NIP', async () => {
    expect(await channel()).not.toContain('Pejabat')
    expect((await fill('Kepala Dinas', { person: 'Ir. Haryo Suksmono, M.T.', nip: '19700130 199603 1 920' })).statusCode).toBe(303)
    await expect.poll(channel, { timeout: 1000 }).toContain('Ir. Haryo Suksmono, M.T.')
    expect(await channel()).not.toContain('197001301996031920')
  })

  test('two definitive holders never overlap, and the sentence says what to do', async () => {
    const refused = await fill('Kepala Dinas', { person: 'Orang Kedua', from: dayFrom(-10) })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('memegang jabatan ini')
    expect(refused.body).toContain('Orang Kedua')
  })

  test('a Plh. stands beside the holder, marked as such, for the days that were given', async () => {
    expect((await fill('Kepala Dinas', { person: 'Siti Mahmudah', kind: 'plh', from: dayFrom(0), to: dayFrom(2) })).statusCode).toBe(303)
    await expect.poll(channel, { timeout: 1000 }).toContain('Ir. Haryo Suksmono, M.T., Plh. Siti Mahmudah')
    const later = await installation.services.ask(officials).of(db(), place.units.dpu!, dayFrom(3))
    expect(later.map(official => official.name)).toEqual(['Ir. Haryo Suksmono, M.T.'])
  })

  test('after a term has ended the next may begin, and not before', async () => {
    const current = (await holdingsOf(db(), await positionId('Kepala Dinas'))).find(one => one.kind === 'definitif')!
    const address = await at('Kepala Dinas')
    expect((await admin.post(address, { langkah: 'akhiri', holding: current.holdingId, last: dayFrom(-200) })).body).toContain('mendahului hari mulai')
    expect((await admin.post(address, { langkah: 'akhiri', holding: current.holdingId, last: dayFrom(5) })).statusCode).toBe(303)
    expect((await fill('Kepala Dinas', { person: 'Penerus', from: dayFrom(5) })).statusCode).toBe(422)
    expect((await fill('Kepala Dinas', { person: 'Penerus', from: dayFrom(6) })).statusCode).toBe(303)
  })

  test('a position that is held, or will be, is not closed; an empty one is', async () => {
    expect((await admin.post(await at('Kepala Dinas'), { langkah: 'tutup' })).body).toContain('masih atau akan dipegang')
    expect((await admin.post(await at('Sekretaris Dinas'), { langkah: 'tutup' })).statusCode).toBe(303)
    expect((await admin.get(`/kerja/unit/${place.units.dpu}`)).body).not.toContain('Sekretaris Dinas')
  })

  test('a kept channel page is dropped when the day changes', async () => {
    await channel()
    const before = installation.web.cache.stats().drops
    await changed(db(), 'day')
    await expect.poll(() => installation.web.cache.stats().drops).toBeGreaterThan(before)
  })
})
