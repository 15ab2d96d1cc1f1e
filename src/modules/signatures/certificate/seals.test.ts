import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, testPassword, type Browser } from '#modules/identity/testing.ts'
import { enrolled } from '../testing.ts'

let installation: Installation
let place: TestGovernment
beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
})
afterAll(() => installation.close())

const random = (bytes: number) => randomBytes(bytes).toString('base64url')
/** What a browser sends; the server cannot tell it from noise. */
const aSeal = (credential: string) => ({ langkah: 'ikat', credential, salt: random(32), iv: random(12), ciphertext: random(528) })
const db = () => installation.services.database.of(place.id)

/** Somebody with a certificate and a passkey. */
async function aSigner(): Promise<{ id: string; browser: Browser; credential: string; confirm: () => Promise<unknown>; seals: () => Promise<number> }> {
  const { id, username } = await anAccount(installation, place)
  await enrolled(installation, place, { accountId: id, name: 'Sri Wahyuningsih' }, 'tiga kuda di alun-alun')
  const browser = await signIn(installation, place, username)
  const confirm = () => browser.post('/konfirmasi', { bukti: testPassword })
  const credential = random(16)
  await confirm()
  await sql`insert into identity.passkey (government_id, account_id, name, public_key, credential_id, counter, device_type, backed_up) values (${place.id}, ${id}, 'Android', 'x', ${credential}, 0, 'singleDevice', false)`.execute(db())
  return { id, browser, credential, confirm, seals: async () => (await sql<{ n: number }>`select count(*)::int as n from signatures.passkey_seal where account_id = ${id}`.execute(db())).rows[0]!.n }
}

it('is kept for a passkey of the person alone, once', async () => {
  const [one, other] = [await aSigner(), await aSigner()]
  expect((await one.browser.post('/akun/sertifikat', aSeal(other.credential))).statusCode).toBe(422)
  expect(await one.seals() + (await other.seals())).toBe(0)
  for (const _ of [1, 2]) expect((await one.browser.post('/akun/sertifikat', aSeal(one.credential))).statusCode).toBe(303)
  expect([await one.seals(), await other.seals()]).toEqual([1, 0])
  const { rows } = await sql<{ id: string }>`select passkey_id as id from signatures.passkey_seal`.execute(db())
  await other.browser.post('/akun/sertifikat', { langkah: 'lepas', kunci: rows[0]!.id })
  expect(await one.seals()).toBe(1)
  await one.browser.post('/akun/sertifikat', { langkah: 'lepas', kunci: rows[0]!.id })
  expect(await one.seals()).toBe(0)
})

it('is tied only after the person showed again who they are', async () => {
  const { id, browser, credential, seals } = await aSigner()
  await sql`update identity.session set proven_at = now() - interval '1 hour' where account_id = ${id}`.execute(db())
  const answer = await browser.post('/akun/sertifikat', aSeal(credential))
  expect([answer.statusCode, answer.body.includes('Konfirmasi diri Anda dahulu'), await seals()]).toEqual([422, true, 0])
})

it.each([['a plain passphrase', { ciphertext: 'tiga kuda di alun-alun' }], ['no salt', { salt: '' }], ['a short text', { ciphertext: random(20) }]])('does not take %s', async (_what, wrong) => {
  const { browser, credential, seals } = await aSigner()
  expect((await browser.post('/akun/sertifikat', { ...aSeal(credential), ...wrong })).statusCode).toBe(422)
  expect(await seals()).toBe(0)
})

it('ends with a new certificate', async () => {
  const { browser, credential, seals } = await aSigner()
  await browser.post('/akun/sertifikat', aSeal(credential))
  await browser.post('/akun/sertifikat', { langkah: 'buat', passphrase: 'empat kerbau di sawah', again: 'empat kerbau di sawah' })
  expect(await seals()).toBe(0)
})
