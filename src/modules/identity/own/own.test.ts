import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, signIn, testPassword, type Browser } from '../testing.ts'

/** The code an authenticator app shows now (RFC 6238), from the key on the page. */
function codeOf(key: string, step = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = key.replace(/[^A-Z2-7]/g, '').split('').map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from(bits.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = mac.at(-1)! & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Sets up an authenticator app as a person would; answers its key and the recovery codes. */
async function enrol(browser: Browser): Promise<{ key: string; codes: string[] }> {
  const begun = await browser.post('/akun/keamanan', { langkah: 'pasang', sandi_pasang: testPassword })
  expect(begun.headers.location).toBe('/akun/keamanan/pasang')
  const page = await browser.get('/akun/keamanan/pasang')
  expect(page.body).toContain('<svg')
  const key = /secret=([A-Z2-7]+)/.exec(page.body)![1]!
  const done = await browser.post('/akun/keamanan/pasang', { kode: codeOf(key) })
  expect(done.headers.location).toBe('/akun/keamanan/pemulihan')
  const shown = await browser.get('/akun/keamanan/pemulihan')
  const codes = [...shown.body.matchAll(/^\w{5}-\w{5}/gm)].map(match => match[0])
  expect(codes).toHaveLength(10)
  await browser.post('/akun/keamanan/pemulihan', {})
  return { key, codes }
}

describe('my own account', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  test('shows who I am and what I hold, and changes my language', async () => {
    await anAccount(installation, tegal, { username: 'rina', name: 'Rina Agustin', title: 'Pranata Humas', roles: ['administrator'] })
    const browser = await signIn(installation, tegal, 'rina')
    const page = await browser.get('/akun')
    expect(page.body).toContain('Pranata Humas')
    expect(page.body).toContain('Administrator')
    expect(page.body).toContain('Dinas Komunikasi dan Informatika')
    expect((await browser.post('/akun', { nama: 'Rina Agustin, S.I.Kom.', bahasa: 'en' })).statusCode).toBe(303)
    const english = await browser.get('/akun')
    expect(english.body).toContain('My account')
    expect(english.body).toContain('Rina Agustin, S.I.Kom.')
  })

  test('lists my sessions and ends the others, not this one', async () => {
    await anAccount(installation, tegal, { username: 'budi' })
    const phone = await signIn(installation, tegal, 'budi')
    const desk = await signIn(installation, tegal, 'budi')
    expect((await desk.get('/akun/sesi', { 'user-agent': 'x' })).body).toContain('Akhiri semua yang lain')
    await desk.post('/akun/sesi', { sesi: 'lain' })
    expect((await phone.get('/akun')).statusCode).toBe(303)
    expect((await desk.get('/akun')).statusCode).toBe(200)
  })

  test('changes the password, ends other sessions and keeps this one', async () => {
    await anAccount(installation, tegal, { username: 'tono' })
    const phone = await signIn(installation, tegal, 'tono')
    const desk = await signIn(installation, tegal, 'tono')
    const wrong = await desk.post('/akun/keamanan', { langkah: 'sandi', sandi_lama: 'salah-sekali', sandi_baru: 'kuda-baterai-jepit-9' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Kata sandi tidak cocok')
    expect((await desk.post('/akun/keamanan', { langkah: 'sandi', sandi_lama: testPassword, sandi_baru: 'pendek' })).statusCode).toBe(422)
    expect((await desk.post('/akun/keamanan', { langkah: 'sandi', sandi_lama: testPassword, sandi_baru: 'kuda-baterai-jepit-9' })).statusCode).toBe(303)
    expect((await desk.get('/akun')).statusCode).toBe(200)
    expect((await phone.get('/akun')).statusCode).toBe(303)
    await signIn(installation, tegal, 'tono', 'kuda-baterai-jepit-9')
  })

  test('sets up an authenticator app, asks for its code from then on, and takes each recovery code once', async () => {
    await anAccount(installation, tegal, { username: 'wulan' })
    const desk = await signIn(installation, tegal, 'wulan')
    const { key, codes } = await enrol(desk)
    expect((await desk.get('/akun/keamanan/pemulihan')).headers.location).toBe('/akun/keamanan')

    const phone = aBrowser(installation, tegal)
    const first = await phone.post('/masuk', { nama: 'wulan', sandi: testPassword, kembali: '/akun/sesi' })
    expect(first.headers.location).toBe('/masuk/kode?kembali=%2Fakun%2Fsesi')
    expect((await phone.get('/akun')).statusCode).toBe(303)
    expect((await phone.post('/masuk/kode', { kode: '000000' })).statusCode).toBe(422)
    const second = await phone.post('/masuk/kode', { kode: codeOf(key), kembali: '/akun/sesi' })
    expect(second.headers.location).toBe('/akun/sesi')
    expect((await phone.get('/akun')).statusCode).toBe(200)

    const lost = aBrowser(installation, tegal)
    await lost.post('/masuk', { nama: 'wulan', sandi: testPassword })
    expect((await lost.post('/masuk/kode', { kode: codes[0]! })).statusCode).toBe(303)
    const again = aBrowser(installation, tegal)
    await again.post('/masuk', { nama: 'wulan', sandi: testPassword })
    expect((await again.post('/masuk/kode', { kode: codes[0]! })).statusCode).toBe(422)
  })

  test('keeps the secret of the app unreadable in the database', async () => {
    await anAccount(installation, tegal, { username: 'dewi' })
    const browser = await signIn(installation, tegal, 'dewi')
    const { key, codes } = await enrol(browser)
    const { rows } = await installation.services.database.of(tegal.id).withTables<{ 'identity.two_factor': { secret: string; backup_codes: string } }>().selectFrom('identity.two_factor').selectAll().execute().then(all => ({ rows: all }))
    const text = JSON.stringify(rows)
    expect(text).not.toContain(key)
    expect(text).not.toContain(codes[0])
  })
})

describe('in production', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation({ NODE_ENV: 'production', PENDOPO_TRUST_PROXY: 'yes', PENDOPO_SECRET: 'rahasia-untuk-uji-yang-panjang-sekali-0123456789' })
    tegal = await aGovernment(installation, 'tegalkab')
  })
  afterAll(() => installation.close())

  test('on https the session cookie is sent over https only', async () => {
    await anAccount(installation, tegal, { username: 'aman' })
    const answer = await aBrowser(installation, tegal).post('/masuk', { nama: 'aman', sandi: testPassword }, { 'x-forwarded-proto': 'https' })
    expect(answer.cookies.find(c => c.name === '__Secure-pendopo.session_token')).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' })
    expect(answer.cookies.every(c => c.secure)).toBe(true)
  })

  test('an administrator without a second factor may do nothing before setting one up', async () => {
    await anAccount(installation, tegal, { username: 'admin', roles: ['administrator'] })
    const browser = aBrowser(installation, tegal)
    const answer = await browser.post('/masuk', { nama: 'admin', sandi: testPassword, kembali: '/kerja/akun' })
    expect(answer.headers.location).toBe('/akun/keamanan')
    expect((await browser.get('/akun/keamanan')).body).toContain('Pasang langkah kedua dahulu')
    expect((await browser.get('/kerja/akun')).statusCode).toBe(403)
    await enrol(browser)
    expect((await browser.get('/kerja/akun')).statusCode).toBe(200)
  })
})
