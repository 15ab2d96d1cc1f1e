import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#platform/access/who.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, testPassword, type Browser } from '#modules/identity/testing.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { confirmation } from '../contract.ts'
import { wayOn } from './confirm.page.tsx'

let installation: Installation
let place: TestGovernment
beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
})
afterAll(() => installation.close())

const page = '/konfirmasi?lanjut=/kerja/surat/7'
const db = () => installation.services.database.of(place.id)
async function someone(): Promise<{ id: string; username: string; browser: Browser }> {
  const { id, username } = await anAccount(installation, place)
  return { id, username, browser: await signIn(installation, place, username) }
}
/** Whether the newest session of an account is fresh, as pages that ask would learn it. */
async function fresh(accountId: string, inMinutes = 0, which: 'newest' | 'oldest' = 'newest'): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from identity.session where account_id = ${accountId} order by created_at ${sql.raw(which === 'newest' ? 'desc' : 'asc')} limit 1`.execute(db())
  const government = (await installation.services.ask(governmentDirectory).byId(place.id))!
  const account = { id: accountId, name: '', username: '', email: '', unitId: '', title: null, language: 'id' as const, sessionId: rows[0]!.id, strong: false }
  return installation.services.ask(confirmation).isFresh({ db: db(), who: { ...visitor, account }, government, now: new Date(Date.now() + inMinutes * 60_000), ask: installation.services.ask })
}

/** The code an authenticator app shows for a secret now (RFC 6238). */
function codeOf(secret: string): string {
  const bits = Array.from(secret, letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Sets up an authenticator app and answers its secret and the recovery codes. */
async function withApp(browser: Browser): Promise<{ secret: string; recovery: string[] }> {
  await browser.post('/akun/keamanan', { langkah: 'pasang', sandi_pasang: testPassword })
  const secret = /otpauth:[^"]*secret=([A-Z2-7]+)/.exec((await browser.get('/akun/keamanan/pasang')).body)![1]!
  await browser.post('/akun/keamanan/pasang', { kode: codeOf(secret) })
  const recovery = [...(await browser.get('/akun/keamanan/pemulihan')).body.matchAll(/^([A-Za-z0-9]{5}-[A-Za-z0-9]{5})/gm)].map(match => match[1]!)
  return { secret, recovery }
}
const grownOld = (accountId: string) => sql`update identity.session set proven_at = now() - interval '11 minutes' where account_id = ${accountId}`.execute(db())

describe('with an authenticator app', () => {
  test('the right code confirms this session and leads on; a wrong one keeps asking', async () => {
    const { id, browser } = await someone()
    const { secret } = await withApp(browser)
    await grownOld(id)
    expect((await browser.get(page)).body).toContain('Enam angka dari aplikasi autentikator')
    const wrong = await browser.post(page, { bukti: '000000' })
    expect([wrong.statusCode, wrong.body.includes('Kode tidak cocok'), await fresh(id)]).toEqual([422, true, false])
    // The password is no second factor.
    expect((await browser.post(page, { bukti: testPassword })).statusCode).toBe(422)
    const right = await browser.post(page, { bukti: codeOf(secret) })
    expect([right.statusCode, right.headers.location, await fresh(id)]).toEqual([303, '/kerja/surat/7', true])
    expect((await browser.get(page)).headers.location).toBe('/kerja/surat/7')
  })

  test('a recovery code does as well, once', async () => {
    const { id, browser } = await someone()
    const { recovery } = await withApp(browser)
    for (const expected of [303, 422]) {
      await grownOld(id)
      expect((await browser.post(page, { bukti: recovery[0]! })).statusCode).toBe(expected)
    }
  })

  test('having just signed in with it counts, and ends after the minutes of the reference list', async () => {
    const { id, browser } = await someone()
    await withApp(browser)
    expect([await fresh(id), await fresh(id, 9), await fresh(id, 11)]).toEqual([true, true, false])
    await sql`insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values (${place.id}, 'security', 'confirmation-minutes', '3', 'Perbup', true, '2026-01-01')`.execute(db())
    expect([await fresh(id, 2), await fresh(id, 4)]).toEqual([true, false])
    await sql`delete from platform.reference where government_id = ${place.id} and list = 'security'`.execute(db())
  })
})

describe('without a second factor', () => {
  test('a trial installation asks for the password, and says so', async () => {
    const { id, browser } = await someone()
    const { body } = await browser.get(page)
    for (const words of ['belum punya langkah kedua', 'type="password"', 'href="/akun/keamanan"']) expect(body).toContain(words)
    const wrong = await browser.post(page, { bukti: 'bukan-sandinya' })
    expect([wrong.statusCode, wrong.body.includes('bukan-sandinya'), await fresh(id)]).toEqual([422, false, false])
    expect((await browser.post(page, { bukti: testPassword })).headers.location).toBe('/kerja/surat/7')
    expect(await fresh(id)).toBe(true)
  })

  test('another session of the same person has confirmed nothing, nor has one after a new sign-in', async () => {
    const { id, username, browser } = await someone()
    await signIn(installation, place, username)
    await browser.post(page, { bukti: testPassword })
    expect([await fresh(id, 0, 'oldest'), await fresh(id, 0, 'newest')]).toEqual([true, false])
  })

  test('guessing has to wait, also with the right answer', async () => {
    const { id, browser } = await someone()
    for (let i = 0; i < 5; i++) expect((await browser.post(page, { bukti: `salah-${i}` })).statusCode).toBe(422)
    expect((await browser.post(page, { bukti: testPassword })).statusCode).toBe(429)
    expect(await fresh(id)).toBe(false)
  })

  test('nobody who has not signed in is asked at all', async () => {
    const answer = await installation.web.server.inject({ url: page, headers: { host: place.host } })
    expect([answer.statusCode, String(answer.headers.location).startsWith('/masuk')]).toEqual([303, true])
  })
})

test('a real installation wants a second factor set up first', async () => {
  const real = await openInstallation({ NODE_ENV: 'production', PENDOPO_SECRET: 'x'.repeat(40) })
  try {
    const there = await aGovernment(real)
    const { username } = await anAccount(real, there)
    const browser = await signIn(real, there, username)
    const { body } = await browser.get(page)
    expect(body).toContain('Pasang langkah kedua dahulu')
    expect(body).not.toContain('name="bukti"')
    const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/akun')).body)![1]!
    const answer = await real.web.server.inject({ method: 'POST', url: page, headers: { host: there.host, cookie: browser.header(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf: token, bukti: testPassword }).toString() })
    expect(answer.statusCode).toBe(422)
  } finally {
    await real.close()
  }
})

test.each([
  ['/kerja/surat/7?x=1', '/kerja/surat/7?x=1'], ['https://jahat.example', '/kerja'], ['//jahat.example', '/kerja'], ['/\\jahat.example', '/kerja'], ['javascript:alert(1)', '/kerja'], ['mailto:a@contoh.id', '/kerja'],
  ['/konfirmasi?lanjut=/kerja', '/kerja'], ['', '/kerja'], [undefined, '/kerja'],
])('from %s it goes on to %s', (typed, to) => expect(wayOn(typed)).toBe(to))
