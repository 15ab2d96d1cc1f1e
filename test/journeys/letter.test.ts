import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, demoPassword, type Demo } from '#app/testing/demo.ts'
import { candidates, posts } from '#modules/organisation/contract.ts'
import { dayIn } from '#platform/time/zone.ts'
import { anOfficer, aPerson, fill, mainText, openBrowser, press } from './browsing.ts'

let demo: Demo
let browser: Browser
const phone = { width: 320, height: 640 }
const passphrase = 'padi kapas bintang beringin'

beforeAll(async () => {
  demo = await openDemo()
  browser = await openBrowser()
  await standIn()
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

/** The head of Diskominfo is away today: the head of statistics stands in as Plh. */
async function standIn(): Promise<void> {
  const { services, government } = demo
  const today = dayIn(new Date(), 'Asia/Jakarta')
  await services.database.transaction(government.id, async tx => {
    const [deputy] = await services.ask(candidates).search(tx, 'Intan Permatasari')
    const [holder] = await services.ask(candidates).search(tx, 'Endang Kusumastuti')
    const [held] = await services.ask(posts).heldBy(tx, { accountId: holder!.accountId }, today)
    await services.ask(posts).appoint(tx, { postId: held!.postId, kind: 'plh', name: deputy!.name, nip: deputy!.nip, accountId: deputy!.accountId, employeeId: null, from: today, to: today, decree: { number: '800.1.11.1/77/2026', on: today, fileId: null }, reason: 'Kepala Dinas mengikuti rapat di Semarang' })
  })
}

/** Opens a letter out of the inbox, as everybody does. */
async function fromInbox(page: Page, subject: string): Promise<string> {
  await page.goto('/kerja/kotak-masuk')
  await page.getByRole('main').getByRole('link', { name: subject }).first().click()
  await page.waitForLoadState()
  return mainText(page)
}

describe.each([['without JavaScript', false], ['with JavaScript', true]] as const)('a letter on its way through five desks, %s', (_, javaScriptEnabled) => {
  const plain: BrowserContextOptions = { javaScriptEnabled }
  const mark = javaScriptEnabled ? 'dua' : 'satu'
  const asked = `Permintaan data titik tanpa sinyal tahap ${mark}`
  const answer = `Penyampaian data titik tanpa sinyal tahap ${mark}`
  let code = ''
  let file: Buffer

  it('is recorded by the secretariat, and hinted at when it comes twice', async () => {
    const page = await anOfficer(browser, demo, 'tu.kominfo', plain)
    const record = async () => {
      await page.goto('/kerja/surat/terima')
      await fill(page, { sender: 'Dinas Pekerjaan Umum dan Penataan Ruang', number: `600.1/${mark}/DPU/2026`, subject: asked })
      await press(page, 'Catat dan sampaikan')
      // With scripts the outbox leads on by itself, a moment later.
      return expect.poll(() => mainText(page).catch(() => ''), { timeout: 10_000 })
    }
    await (await record()).toMatch(/Surat dicatat dengan nomor agenda \d+\/2026 dan disampaikan kepada Kepala Dinas Komunikasi dan Informatika/)
    await (await record()).toContain('sudah dicatat pada')
  })

  it('is disposed by whoever leads the office today, in two taps', async () => {
    const page = await anOfficer(browser, demo, 'walidata', { ...plain, viewport: phone })
    await fromInbox(page, asked)
    await page.getByRole('main').getByText('Disposisi lain').click()
    await page.getByLabel('Kepala Bidang Informasi dan Komunikasi Publik').first().check()
    await page.getByLabel('Siapkan jawaban').check()
    expect((await press(page, 'Kirim disposisi')).text).toContain('Kepala Bidang Informasi dan Komunikasi Publik')
  })

  it('is passed on to who drafts the answer', async () => {
    const page = await anOfficer(browser, demo, 'kabid.ikp', plain)
    await fromInbox(page, asked)
    await page.getByRole('main').getByText('Disposisi lain').click()
    await page.getByLabel('Pranata Hubungan Masyarakat Ahli Pertama').first().check()
    await page.getByLabel('Siapkan jawaban').check()
    expect((await press(page, 'Kirim disposisi')).text).toContain('Pranata Hubungan Masyarakat Ahli Pertama')
  })

  it('is answered: drafted, and sent for two parafs', async () => {
    const page = await anOfficer(browser, demo, 'berita.kominfo', plain)
    await fromInbox(page, asked)
    await press(page, 'Jawab dengan surat')
    await press(page, 'Surat dinas')
    await fill(page, { subject: answer, body: 'Bersama ini kami sampaikan data titik tanpa sinyal di enam desa. Data lengkap terlampir.' })
    await fill(page, { 'to-0-name': 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang', 'to-0-contact': '' })
    await page.locator('select[name=classification]').selectOption('500.12')
    await page.getByLabel(/Kepala Dinas Komunikasi dan Informatika/).first().check()
    expect((await press(page, 'Simpan dan lihat naskahnya')).text).toContain(answer)
    await press(page, 'Edarkan')
    await page.locator('[name="chain-1-name"]').fill('Sekretaris Dinas Komunikasi dan Informatika')
    expect((await press(page, 'Edarkan sekarang')).text).toContain('Surat diedarkan untuk paraf.')
  })

  it('is returned once with remarks, mended, and agreed to by both', async () => {
    const coordination = await anOfficer(browser, demo, 'sekdin.kominfo', plain)
    await fromInbox(coordination, answer)
    await fill(coordination, { remarks: 'Tambahkan nama enam desa itu.' })
    expect((await press(coordination, 'Kembalikan')).text).toContain('dikembalikan')

    const drafter = await anOfficer(browser, demo, 'berita.kominfo', plain)
    expect(await fromInbox(drafter, answer)).toContain('Tambahkan nama enam desa itu.')
    await drafter.goto(`${drafter.url().replace(/\/[a-z]+$/, '').replace(/(\/kerja\/surat\/[0-9a-f-]{36}).*/, '$1')}/ubah`)
    await fill(drafter, { body: 'Bersama ini kami sampaikan data titik tanpa sinyal di Dukuhbenda, Sokasari, Guci, Rembul, Tuwel, dan Bojong.' })
    await press(drafter, 'Simpan dan lihat naskahnya')
    await press(drafter, 'Edarkan')
    await press(drafter, 'Edarkan sekarang')

    for (const username of ['sekdin.kominfo', 'kabid.ikp']) {
      const page = await anOfficer(browser, demo, username, plain)
      expect(await fromInbox(page, answer)).toContain('Beri paraf')
      expect((await press(page, 'Beri paraf')).text).toMatch(/paraf/i)
    }
  })

  it('is signed by the Plh. on a phone, under a certificate made just now', async () => {
    const page = await anOfficer(browser, demo, 'walidata', { ...plain, viewport: phone })
    await page.goto('/akun/sertifikat')
    await press(page, 'Konfirmasi diri Anda dahulu')
    await page.getByLabel('Kata sandi').fill(demoPassword)
    await press(page, 'Lanjutkan')
    await fill(page, { passphrase, again: passphrase })
    expect((await page.getByRole('button', { name: /Buat sertifikat|Ganti sertifikat/ }).count())).toBe(1)
    await page.getByRole('button', { name: /Buat sertifikat|Ganti sertifikat/ }).click()
    await page.waitForLoadState()
    expect(await mainText(page)).toContain('Sertifikat dibuat.')

    expect(await fromInbox(page, answer)).toContain('Dukuhbenda')
    await fill(page, { passphrase })
    const signed = await press(page, 'Tanda tangani')
    expect(signed.text).toMatch(/Surat ditandatangani dengan nomor \S*500\.12\S* dan dikirim\./)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    code = /\/v\/([0-9A-Z]{12})/.exec(await page.content())![1]!
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('main').getByRole('link', { name: 'Buka surat' }).click()])
    file = await readFile(await download.path())
  })

  it('reaches the other office at once, and closes what it answers', async () => {
    const page = await anOfficer(browser, demo, 'sekdin.dpu', plain)
    const text = await fromInbox(page, answer)
    expect(text).toContain('Dukuhbenda')
    // How it was made is nobody's business there.
    expect(text).not.toContain('Tambahkan nama enam desa itu.')
    const office = await anOfficer(browser, demo, 'tu.kominfo', plain)
    await office.goto(`/kerja/surat?q=${encodeURIComponent(asked)}`)
    await office.getByRole('main').getByRole('link', { name: asked }).first().click()
    await office.waitForLoadState()
    expect(await mainText(office)).toContain('Selesai')
  })

  it('is checked by anybody who scans the code, with the file in hand', async () => {
    const { page } = await aPerson(browser, demo, { ...plain, viewport: phone })
    await page.goto(`/v/${code}`)
    const text = await mainText(page)
    for (const words of [answer, 'Plh.', 'Intan Permatasari', 'Tanda tangan uji coba', 'Dukuhbenda']) expect(text).toContain(words)
    const changed = Buffer.from(file)
    changed[changed.indexOf('stream') + 20]! ^= 1
    expect(await compared(page, file)).toContain('sama persis')
    expect(await compared(page, changed)).toContain('tidak sama')
  })

  async function compared(page: Page, body: Buffer): Promise<string> {
    await page.goto(`/v/${code}`)
    await page.locator('input[name=file]').setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: body })
    if (!javaScriptEnabled) return (await press(page, 'Bandingkan')).text
    const status = page.locator('.same-file [role=status]')
    await expect.poll(() => status.innerText()).toMatch(/sama/)
    return status.innerText()
  }
})
