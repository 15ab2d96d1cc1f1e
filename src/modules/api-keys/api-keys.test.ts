import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { apiKeys } from './contract.ts'

let installation: Installation
let government: TestGovernment
let producer: Browser

beforeAll(async () => {
  installation = await openInstallation()
  government = await aGovernment(installation)
  await anAccount(installation, government, { username: 'produsen', unit: 'diskominfo', roles: [{ code: 'walidata', unit: 'pemerintah' }] })
  await anAccount(installation, government, { username: 'admin', unit: 'pemerintah', roles: ['administrator'] })
  producer = await signIn(installation, government, 'produsen')
})
afterAll(() => installation.close())

const identify = (key: string, header = 'authorization', now = new Date()) =>
  installation.services.ask(apiKeys).identify({ headers: new Headers({ [header]: key }), government: { id: government.id, zone: 'Asia/Jakarta' } as never, db: installation.services.database.of(government.id), now })

/** Makes a key through the page; answers it and the page that shows it once. */
async function made(values: Record<string, string | string[]> = {}) {
  const sent = await producer.post('/akun/kunci-api/baru', { name: 'Server aplikasi', permissions: ['datasets.read', 'datasets.produce'], unit: '', days: '90', ...values })
  expect(sent.statusCode).toBe(303)
  const shown = (await producer.get('/akun/kunci-api')).body
  return { key: /pdp_[a-z0-9]{8}_[\w-]{43}/.exec(shown)![0], again: (await producer.get('/akun/kunci-api')).body }
}

test('a key acts as the person who made it, is shown once and kept as a hash', async () => {
  const { key, again } = await made()
  expect(again).not.toContain(key)
  expect(again).toContain(key.slice(0, 12))
  const { rows } = await sql<{ all: string }>`select string_agg(k::text, '') as all from api_keys.key k`.execute(installation.services.database.of(government.id))
  expect(rows[0]!.all).not.toContain(key.slice(13))
  for (const header of ['authorization', 'x-ckan-api-key']) {
    const holder = await identify(key, header)
    expect(holder).toMatchObject({ name: 'Server aplikasi', who: { account: { username: 'produsen' } } })
  }
  expect(await identify(`Bearer ${key}`)).toMatchObject({ name: 'Server aplikasi' })
  expect(await identify(`${key.slice(0, -1)}x`)).toBe('refused')
  expect(await installation.services.ask(apiKeys).identify({ headers: new Headers(), government: { id: government.id } as never, db: installation.services.database.of(government.id), now: new Date() })).toBe('none')
})

test('it may no more than it was given, nowhere else than it was given', async () => {
  const { key } = await made({ permissions: ['datasets.produce'], unit: government.units.dpu! })
  const holder = await identify(key)
  if (typeof holder === 'string') throw new Error(holder)
  const { who } = holder
  expect([who.may('datasets.produce'), who.may('datasets.read'), who.may('datasets.approve')]).toEqual([true, false, false])
  expect([...who.reach('datasets.produce')!.units].sort()).toEqual([government.units.dpu!, government.units['dpu-bina-marga']!].sort())
  expect(who.reach('datasets.produce')!.government).toBe(false)
  const wide = await producer.post('/akun/kunci-api/baru', { name: 'Terlalu luas', permissions: ['datasets.approve'], unit: '', days: '90' })
  expect(wide.statusCode).toBe(422)
})

test('it ends: by time, by its owner, by an administrator, and with the account', async () => {
  const { key } = await made({ days: '30' })
  expect(await identify(key, 'authorization', new Date(Date.now() + 31 * 86_400_000))).toBe('refused')
  const idOf = (page: string, near: string) => new RegExp(`${near}[\\s\\S]*?name="kunci" value="([^"]+)"`).exec(page)![1]!
  const mine = (await producer.get('/akun/kunci-api')).body
  expect((await producer.post('/akun/kunci-api', { kunci: idOf(mine, key.slice(0, 12)) })).statusCode).toBe(303)
  expect(await identify(key)).toBe('refused')

  const second = (await made()).key
  const admin = await signIn(installation, government, 'admin')
  const all = (await admin.get('/kerja/kunci-api')).body
  expect(all).toContain(second.slice(0, 12))
  expect(all).not.toContain(key.slice(0, 12))
  expect((await admin.post('/akun/kunci-api', { kunci: idOf(all, second.slice(0, 12)) }).catch(() => ({ statusCode: 404 }))).statusCode).toBe(404)
  expect((await admin.post('/kerja/kunci-api', { kunci: idOf(all, second.slice(0, 12)) })).statusCode).toBe(303)
  expect(await identify(second)).toBe('refused')
  expect((await producer.get('/pemberitahuan')).body).toContain('dicabut oleh administrator')
})
