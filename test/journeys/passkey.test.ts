import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, testPassword } from '#modules/identity/testing.ts'
import { aPerson, openBrowser, signIn } from './browsing.ts'

let installation: Installation
let tegal: TestGovernment
let browser: Browser
let origin: string

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  await anAccount(installation, tegal, { username: 'rina', name: 'Rina Agustin', roles: ['administrator'] })
  const address = await installation.web.server.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://${tegal.host}:${new URL(address).port}`
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await installation?.close()
})

/** A phone with a fingerprint reader. */
async function aPhone() {
  const person = await aPerson(browser, { origin })
  const devtools = await person.context.newCDPSession(person.page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return person
}

it('adds a passkey, signs in with it, and removes it', async () => {
  const { page } = await aPhone()
  await signIn(page, 'rina', testPassword)
  await page.goto('/akun/keamanan')
  await page.getByRole('button', { name: 'Tambah kunci sandi di perangkat ini' }).click()
  await page.getByRole('button', { name: 'Hapus' }).waitFor()

  await page.goto('/keluar')
  await page.getByRole('main').getByRole('button', { name: 'Keluar' }).click()
  await page.goto('/masuk?kembali=/akun/sesi')
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await page.waitForURL(url => url.pathname === '/akun/sesi')
  expect(await page.textContent('main')).toContain('Yang ini')

  await page.goto('/akun/keamanan')
  await page.getByRole('button', { name: 'Hapus' }).click()
  await page.getByText('Belum ada kunci sandi').waitFor()
  await page.goto('/keluar')
  await page.getByRole('main').getByRole('button', { name: 'Keluar' }).click()
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await page.getByText('Kunci sandi tidak dikenali').waitFor()
})

it('confirms with a passkey that it is still them, before something secret opens', async () => {
  const { page } = await aPhone()
  await signIn(page, 'rina', testPassword)
  await page.goto('/akun/keamanan')
  await page.getByRole('button', { name: 'Tambah kunci sandi di perangkat ini' }).click()
  await page.getByRole('button', { name: 'Hapus' }).waitFor()
  await page.goto('/konfirmasi?lanjut=/akun/sesi')
  // Where there is a second factor the password is not enough.
  expect(await page.locator('input[type=password]').count()).toBe(0)
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await page.waitForURL(url => url.pathname === '/akun/sesi')
  await page.goto('/konfirmasi?lanjut=/akun')
  expect(new URL(page.url()).pathname).toBe('/akun')
})

it('serves nothing else of the sign-in library', async () => {
  for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session', '/api/auth/passkey/list-user-passkeys', '/api/auth/two-factor/disable'])
    for (const method of ['GET', 'POST'] as const) expect((await installation.web.server.inject({ method, url: path, headers: { host: tegal.host } })).statusCode).toBe(404)
  const stranger = await installation.web.server.inject({ url: '/api/auth/passkey/generate-register-options', headers: { host: tegal.host } })
  expect(stranger.statusCode).toBe(401)
})
