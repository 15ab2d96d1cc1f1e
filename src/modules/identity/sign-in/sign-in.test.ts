import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, signIn, testPassword } from '../testing.ts'

describe('signing in', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
    await anAccount(installation, tegal, { username: 'sri.wahyuni', name: 'Sri Wahyuni', email: 'sri@contoh.id', nip: '198803152011012909', roles: ['administrator'] })
  })
  afterAll(() => installation.close())

  test.each(['sri.wahyuni', 'SRI.Wahyuni', 'sri@contoh.id', '198803152011012909', '19880315 201101 2 909'])('takes "%s" as a name', async name => {
    const browser = aBrowser(installation, tegal)
    const answer = await browser.post('/masuk', { nama: name, sandi: testPassword })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/kerja')
    expect((await browser.get('/keluar')).body).toContain('Sri Wahyuni')
  })

  test('keeps the session from scripts and other sites', async () => {
    const browser = aBrowser(installation, tegal)
    const answer = await browser.post('/masuk', { nama: 'sri.wahyuni', sandi: testPassword })
    const session = answer.cookies.find(c => c.name === 'pendopo.session_token')
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  test('answers a wrong name and a wrong password alike', async () => {
    const wrongPassword = await aBrowser(installation, tegal).post('/masuk', { nama: 'sri.wahyuni', sandi: 'bukan-sandinya' })
    const wrongName = await aBrowser(installation, tegal).post('/masuk', { nama: 'tidak.ada', sandi: 'bukan-sandinya' })
    for (const answer of [wrongPassword, wrongName]) {
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('Nama atau kata sandi tidak cocok')
      expect(answer.body).not.toContain('bukan-sandinya')
    }
  })

  test('leads back to where the person was going, but only on this site', async () => {
    const there = await aBrowser(installation, tegal).post('/masuk?kembali=/kerja/peran?q=1', { nama: 'sri.wahyuni', sandi: testPassword, kembali: '/kerja/peran?q=1' })
    expect(there.headers.location).toBe('/kerja/peran?q=1')
    for (const kembali of ['https://jahat.example/', '//jahat.example', '/\\jahat.example', 'javascript:alert(1)']) {
      const answer = await aBrowser(installation, tegal).post('/masuk', { nama: 'sri.wahyuni', sandi: testPassword, kembali })
      expect(answer.headers.location).toBe('/kerja')
    }
  })

  test('gives a new session at every sign-in and ends the one before', async () => {
    const browser = await signIn(installation, tegal, 'sri.wahyuni')
    const first = browser.header().replace(/pendopo_tamu=[^;]+;? ?/, '')
    expect((await browser.get('/masuk')).headers.location).toBe('/kerja')
    // A second sign-in from the same browser, as after pressing "back".
    const page = await aBrowser(installation, tegal).get('/masuk')
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
    const visitor = page.cookies.find(c => c.name === 'pendopo_tamu')!.value
    const again = await installation.web.server.inject({ method: 'POST', url: '/masuk', headers: { host: tegal.host, cookie: `${first}; pendopo_tamu=${visitor}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf: token, nama: 'sri.wahyuni', sandi: testPassword }).toString() })
    expect(again.statusCode).toBe(303)
    const old = await installation.web.server.inject({ url: '/keluar', headers: { host: tegal.host, cookie: first } })
    expect(old.headers.location).toContain('/masuk')
  })

  test('signing out ends the session on the server, and a link alone does not', async () => {
    const browser = await signIn(installation, tegal, 'sri.wahyuni')
    const cookie = browser.header()
    expect((await browser.get('/keluar')).statusCode).toBe(200)
    expect((await browser.post('/keluar', {})).statusCode).toBe(303)
    const old = await installation.web.server.inject({ url: '/keluar', headers: { host: tegal.host, cookie } })
    expect(old.headers.location).toContain('/masuk')
  })

  test('a forged or foreign session cookie is nobody', async () => {
    for (const value of ['abc.def', 'abc', '%E0%A4%A', '']) {
      const answer = await installation.web.server.inject({ url: '/keluar', headers: { host: tegal.host, cookie: `pendopo.session_token=${value}` } })
      expect(answer.statusCode).toBe(303)
      expect(answer.headers.location).toContain('/masuk')
    }
  })
})
