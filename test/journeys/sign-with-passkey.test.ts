import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { aContent, approved } from '#modules/drafting/testing.ts'
import { anAccount, testPassword } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { aPerson as aPersonOnFile, anEmployee } from '#modules/personnel/testing.ts'
import { enrolled } from '#modules/signatures/testing.ts'
import { aBsre, anAuthority, passphrase, type Mood, type StandIn } from '#platform/signing/testing.ts'
import { aPerson, fill, mainText, openBrowser, press, signIn } from './browsing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** A phone with a fingerprint reader; one that keeps secrets (PRF) unless it is an older one. */
async function aPhone(origin: string, { prf = true } = {}): Promise<{ page: Page; finger: (given: boolean) => Promise<void> }> {
  const { page, context } = await aPerson(browser, { origin }, { viewport: { width: 390, height: 844 } })
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true, hasPrf: prf },
  })
  return { page, finger: async given => void (await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: given })) }
}

/** An office whose head signs, with a certificate and a browser that holds one passkey. */
async function aHead(installation: Installation, place: TestGovernment, origin: string, phone: { prf?: boolean } = {}) {
  const account = await anAccount(installation, place, { unit: 'diskominfo', name: 'Sri Wahyuningsih' })
  const post = await aPost(installation, place, 'diskominfo', 'Kepala Dinas Komunikasi dan Informatika', { kind: 'jpt' })
  await appointed(installation, place, post, { accountId: account.id, name: 'Sri Wahyuningsih', from: '2026-01-02' })
  const { page, finger } = await aPhone(origin, phone)
  await signIn(page, account.username, testPassword)
  await page.goto('/akun/keamanan')
  await page.getByRole('button', { name: 'Tambah kunci sandi di perangkat ini' }).click()
  await page.getByRole('button', { name: 'Hapus' }).waitFor()
  const waiting = async (subject: string): Promise<Letter> =>
    approved(installation, place, { unitId: place.units['diskominfo-ikp']!, accountId: account.id, content: aContent(post, { subject, addressees: [{ role: 'to', name: 'Balai', postId: null, unitId: place.units.dpu!, email: null, address: null }] }) })
  const stateOf = async ({ id }: Letter) => (await installation.services.ask(letters).byId(installation.services.database.of(place.id), id))?.state
  const seals = async () => (await sql<Record<string, string>>`select salt, iv, ciphertext from signatures.passkey_seal where account_id = ${account.id}`.execute(installation.services.database.of(place.id))).rows
  return { account, page, finger, waiting, stateOf, seals }
}

const originOf = async (installation: Installation, place: TestGovernment) => `http://${place.host}:${new URL(await installation.web.server.listen({ port: 0, host: '127.0.0.1' })).port}`

/** Opens the page of the certificate after the second factor, which here is the passkey. */
async function confirmed(page: Page): Promise<void> {
  await page.goto('/akun/sertifikat')
  const link = page.getByRole('link', { name: 'Konfirmasi diri Anda dahulu' })
  if (!(await link.count())) return
  await link.click()
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await page.waitForURL(url => url.pathname === '/akun/sertifikat')
}

/** Ties a passphrase to the passkey, and answers what the browser sent. */
async function tie(page: Page, typed: string): Promise<string> {
  await confirmed(page)
  await page.getByLabel('Passphrase sekarang').fill(typed)
  const [request] = await Promise.all([page.waitForRequest(one => one.method() === 'POST'), page.getByRole('button', { name: 'Ikat dengan kunci sandi' }).click()])
  await page.getByText('Passphrase diikat dengan kunci sandi').waitFor()
  return request.postData() ?? ''
}

const withKey = (page: Page) => page.getByRole('button', { name: 'Tanda tangani dengan kunci sandi' })

describe('with the test authority', () => {
  let installation: Installation
  let place: TestGovernment
  let head: Awaited<ReturnType<typeof aHead>>
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    head = await aHead(installation, place, await originOf(installation, place))
    await enrolled(installation, place, { accountId: head.account.id, name: 'Sri Wahyuningsih' }, passphrase)
  })
  afterAll(() => installation?.close())

  it('needs nothing of it before somebody ties the passphrase', async () => {
    const letter = await head.waiting('Surat sebelum diikat')
    await head.page.goto(`/kerja/surat/${letter.id}`)
    expect(await head.page.content()).not.toContain('passkey-seal')
    await fill(head.page, { passphrase })
    expect((await press(head.page, 'Tanda tangani')).text).toContain('Surat ditandatangani dengan nomor')
  })

  it('ties it in the browser: neither what is sent nor what is kept says the passphrase or its length', async () => {
    const sent = await tie(head.page, passphrase)
    expect(decodeURIComponent(sent.replaceAll('+', ' '))).not.toContain(passphrase)
    expect(new URLSearchParams(sent).get('secret')).toBeNull()
    const [first] = await head.seals()
    await tie(head.page, `${passphrase} dan satu kerbau`)
    const [second, ...more] = await head.seals()
    expect(more).toEqual([])
    expect([second!.ciphertext!.length, second!.salt === first!.salt]).toEqual([first!.ciphertext!.length, false])
    await tie(head.page, passphrase)
    expect(await mainText(head.page)).toMatch(/Lepas/)
  })

  it('signs a letter on the page where it is read', async () => {
    const letter = await head.waiting('Surat dari ponsel')
    await head.page.goto(`/kerja/surat/${letter.id}`)
    await withKey(head.page).click()
    await head.page.getByText('Surat ditandatangani dengan nomor').waitFor()
    expect(await head.stateOf(letter)).toBe('sent')
  })

  it('signs many at once, only those that are chosen', async () => {
    const [one, two, three] = [await head.waiting('Surat satu'), await head.waiting('Surat dua'), await head.waiting('Surat tiga')]
    await head.page.goto('/kerja/tanda-tangan')
    await head.page.getByLabel('Surat dua').uncheck()
    await withKey(head.page).click()
    await head.page.getByText('2 surat ditandatangani dan dikirim').waitFor()
    expect([await head.stateOf(one), await head.stateOf(two), await head.stateOf(three)]).toEqual(['sent', 'approved', 'sent'])
    // Nothing of the passphrase stays in the page somebody comes back to.
    await head.page.goBack()
    expect(await head.page.locator('input[name=passphrase]').count()).toBe(1)
    expect(await head.page.locator('input[name=passphrase]').inputValue()).toBe('')
    await head.page.goto(`/kerja/surat/${two.id}/tanda-tangan`)
    await withKey(head.page).click()
    await head.page.getByText('Surat ditandatangani dengan nomor').waitFor()
  })

  it('offers to renew the tie when the passphrase in it is refused', async () => {
    await tie(head.page, 'bukan frasa yang benar')
    const letter = await head.waiting('Surat dengan ikatan lama')
    await head.page.goto(`/kerja/surat/${letter.id}/tanda-tangan`)
    await withKey(head.page).click()
    await head.page.getByRole('link', { name: 'Perbarui ikatan' }).waitFor()
    expect(await head.stateOf(letter)).toBe('numbered')
    await tie(head.page, passphrase)
    await head.page.goto('/kerja/tanda-tangan')
    await withKey(head.page).click()
    await head.page.getByText('surat ditandatangani dan dikirim').waitFor()
    expect(await head.stateOf(letter)).toBe('sent')
  })

  it('is over when the person removes it, gets another certificate, or removes the passkey', async () => {
    const gone = async () => {
      expect(await head.seals()).toEqual([])
      await head.page.goto('/kerja/tanda-tangan')
      expect(await head.page.content()).not.toContain('passkey-seal')
    }
    await head.waiting('Surat yang menunggu')
    await confirmed(head.page)
    await head.page.getByRole('button', { name: /^Lepas/ }).click()
    await head.page.getByText('Ikatan dengan kunci sandi dilepas').waitFor()
    await gone()

    await tie(head.page, passphrase)
    await confirmed(head.page)
    await fill(head.page, { passphrase: 'empat kerbau di sawah', again: 'empat kerbau di sawah' })
    await press(head.page, 'Ganti sertifikat')
    await gone()

    await tie(head.page, 'empat kerbau di sawah')
    await head.page.goto('/akun/keamanan')
    await head.page.getByRole('button', { name: 'Hapus' }).click()
    await head.page.getByText('Belum ada kunci sandi').waitFor()
    await gone()
  })

  /** Somebody of another government, with a certificate. */
  async function another(slug: string, phone: { prf?: boolean } = {}) {
    const other = await aGovernment(installation, slug)
    const someone = await aHead(installation, other, `http://${other.host}:${new URL(head.page.url()).port}`, phone)
    await enrolled(installation, other, { accountId: someone.account.id, name: 'Sri Wahyuningsih' }, passphrase)
    return someone
  }

  it('asks the person: without their finger nothing is signed, and the passphrase can be typed', async () => {
    const { page, finger, waiting, stateOf } = await another('brebes')
    await tie(page, passphrase)
    const letter = await waiting('Surat tanpa jari')
    await finger(false)
    await page.goto(`/kerja/surat/${letter.id}/tanda-tangan`)
    await withKey(page).click()
    await page.getByText('Kunci sandi tidak dipakai. Coba lagi, atau ketik passphrase.').waitFor()
    expect(await stateOf(letter)).toBe('approved')
    await fill(page, { passphrase })
    expect((await press(page, 'Tanda tangani')).text).toContain('Surat ditandatangani dengan nomor')
  })

  it('says in one sentence that an older passkey cannot, and leaves the form as it is', async () => {
    const old = await another('pemalang', { prf: false })
    await confirmed(old.page)
    await old.page.getByLabel('Passphrase sekarang').fill(passphrase)
    await old.page.getByRole('button', { name: 'Ikat dengan kunci sandi' }).click()
    await old.page.getByText('Peramban atau kunci sandi ini tidak dapat menyimpan passphrase.').waitFor()
    expect(await old.seals()).toEqual([])
  })
})

describe('with BSrE', () => {
  let installation: Installation
  let bsre: StandIn & { mood: Mood; asked: Record<string, string>[] }
  afterAll(async () => {
    await installation?.close()
    bsre?.close()
  })

  it('sends the same passphrase as if it had been typed', async () => {
    const facts = aPersonOnFile({ name: 'Sri Wahyuningsih' })
    bsre = await aBsre(await anAuthority({ [facts.nik!]: 'Sri Wahyuningsih' }))
    installation = await openInstallation({ BSRE_URL: bsre.url, BSRE_USER: 'pendopo', BSRE_PASSWORD: 'sandi', BSRE_API: 'v2' })
    const place = await aGovernment(installation)
    const head = await aHead(installation, place, await originOf(installation, place))
    await anEmployee(installation.services, place, { ...facts, unit: 'diskominfo', accountId: head.account.id })
    await tie(head.page, passphrase)
    const letter = await head.waiting('Surat lewat BSrE')
    await head.page.goto(`/kerja/surat/${letter.id}`)
    await withKey(head.page).click()
    await head.page.getByText('Surat ditandatangani dengan nomor').waitFor()
    expect(await head.stateOf(letter)).toBe('sent')
    expect(bsre.asked.at(-1)?.passphrase).toBe(passphrase)
  })
})
