import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { browserLaunch } from '../../tools/browser.ts'
import { fill, press, signIn } from './browsing.ts'
import { aLine, type Line } from './line.ts'

let demo: Demo
let line: Line
let profile: string
let phone: BrowserContext
let page: Page
const form = '/kerja/surat/terima'

/** A browser on a phone, with a disk of its own that stays when it is closed. */
async function switchOn(): Promise<void> {
  phone = await chromium.launchPersistentContext(profile, { ...browserLaunch(), baseURL: `http://tegalkab.localhost:${line.port}`, locale: 'id-ID', timezoneId: 'Asia/Jakarta', viewport: { width: 360, height: 740 } })
  phone.setDefaultTimeout(10_000)
  page = phone.pages()[0] ?? (await phone.newPage())
}

beforeAll(async () => {
  demo = await openDemo()
  line = await aLine(Number(new URL(demo.origin).port))
  profile = mkdtempSync(join(tmpdir(), 'pendopo-phone-'))
  await switchOn()
})
afterAll(async () => {
  await phone?.close()
  await line?.close()
  await demo?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

const letters = async (like: string) => (await sql<{ subject: string }>`select subject from correspondence.letter where subject like ${like} order by created_at, id`.execute(demo.services.database.of(demo.government.id))).rows.map(({ subject }) => subject)
const keptPages = () => page.evaluate(async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)))).flat())

/** The portal with a service worker of another version, which keeps its pages elsewhere. */
async function anUpdate(origin: string): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((asked, answer) => {
    const passed = request({ host: '127.0.0.1', port: new URL(origin).port, path: asked.url, method: asked.method, headers: { ...asked.headers, 'accept-encoding': 'identity' } }, given => {
      if (asked.url !== '/sw.js') return void given.pipe(answer.writeHead(given.statusCode!, given.headers))
      const parts: Buffer[] = []
      given.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const { 'content-length': _, etag: __, ...headers } = given.headers
        answer.writeHead(200, headers).end(Buffer.concat(parts).toString('utf8').replaceAll('luring-2', 'luring-berikutnya'))
      })
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

/** Presses the button, unless the browser sent by itself meanwhile. */
const sendNow = () => page.getByRole('button', { name: 'Kirim sekarang' }).click({ timeout: 1500 }).catch(() => {})

describe('the secretariat registers letters where there is no network', () => {
  it('opens the form once with a network; from then on the phone has it', async () => {
    await signIn(page, 'tu.kominfo')
    await page.goto(form)
    await expect.poll(keptPages, { timeout: 15_000 }).toEqual(expect.arrayContaining(['/kotak-keluar', '/luring', form]))
    await page.goto('/akun/perangkat')
    await expect.poll(async () => { await page.reload(); return page.getByRole('main').innerText() }, { timeout: 10_000 }).toContain('Chrome · Linux')
  })

  it('writes down a letter with a photo, closes everything, and finds it waiting', async () => {
    line.set('cut')
    await page.goto(form)
    expect(await page.locator('h1').innerText()).toBe('Terima surat')
    await fill(page, { number: '005/117/2026', sender: 'Kepala Desa Sigedong', subject: 'Undangan musyawarah desa luring' })
    await page.locator('input[name=scan]').setInputFiles({ name: 'foto surat.png', mimeType: 'image/png', buffer: readFileSync(join(import.meta.dirname, '../../docs/situs.png')) })
    await page.getByRole('main').getByRole('button', { name: 'Catat dan sampaikan' }).click()
    await page.waitForURL('**/kotak-keluar?baru=*')
    await expect.poll(() => page.getByRole('main').innerText()).toContain('Disimpan di ponsel')
    expect(await letters('%musyawarah desa luring')).toEqual([])
    await phone.close()
    await switchOn()
    await page.goto('/kotak-keluar')
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/Terima surat\s+Disimpan di ponsel/i)
    await page.goto('/kerja/surat')
    expect(await page.getByRole('main').innerText()).toContain('perlu jaringan')
  })

  it('is sent when the line is there again, once, although the first answer got lost', async () => {
    await page.goto('/kotak-keluar')
    line.set('deaf')
    await sendNow()
    await expect.poll(() => letters('%musyawarah desa luring'), { timeout: 10_000 }).toHaveLength(1)
    await expect.poll(() => page.getByRole('status').innerText()).toContain('tetap aman di ponsel ini')
    line.set('open')
    await sendNow()
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/diterima dan diproses/i)
    expect(await letters('%musyawarah desa luring')).toHaveLength(1)
    const shown = await press(page, 'Buka')
    expect(shown.text).toContain('Undangan musyawarah desa luring')
    expect(shown.text).toContain('Kepala Desa Sigedong')
  })

  it('with a network goes through the same outbox and leads on as before', async () => {
    await page.goto(form)
    await fill(page, { number: '005/118/2026', sender: 'Kepala Desa Sigedong', subject: 'Surat tersambung biasa' })
    await page.getByRole('main').getByRole('button', { name: 'Catat dan sampaikan' }).click()
    await page.waitForURL(/\/kerja\/surat\/[0-9a-f-]{36}$/)
    expect(await page.getByRole('main').innerText()).toContain('Surat dicatat dengan nomor agenda')
  })

  it('comes back filled when something is wrong, and can be mended', async () => {
    line.set('cut')
    await page.goto(form)
    await fill(page, { number: '005/119/2026', sender: 'Kepala Desa Sigedong', subject: 'Abc', summary: 'Ringkasan yang tidak boleh hilang.' })
    await page.getByRole('main').getByRole('button', { name: 'Catat dan sampaikan' }).click()
    await page.waitForURL('**/kotak-keluar?baru=*')
    line.set('open')
    await sendNow()
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/perlu diperbaiki/i)
    await page.getByRole('link', { name: 'Perbaiki' }).click()
    await page.waitForURL(`**${form}?kotak=*`)
    expect(await page.getByRole('alert').innerText()).toContain('Isi perihal, paling sedikit 5 huruf')
    expect(await page.locator('[name=summary]').inputValue()).toBe('Ringkasan yang tidak boleh hilang.')
    await fill(page, { subject: 'Perihal yang diperbaiki luring' })
    await page.getByRole('main').getByRole('button', { name: 'Catat dan sampaikan' }).click()
    await page.waitForURL(/\/kerja\/surat\/[0-9a-f-]{36}$/)
    expect(await letters('Perihal yang diperbaiki luring')).toHaveLength(1)
  })

  it('is carried as a file by somebody else, and counted once', async () => {
    line.set('cut')
    await page.goto(form)
    await fill(page, { number: '005/120/2026', sender: 'Kepala Desa Sigedong', subject: 'Surat lewat berkas' })
    await page.getByRole('main').getByRole('button', { name: 'Catat dan sampaikan' }).click()
    await page.waitForURL('**/kotak-keluar?baru=*')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Simpan ke berkas' }).click()])
    const file = join(profile, 'dibawa.json')
    await download.saveAs(file)
    line.set('open')
    const other = await (await chromium.launch(browserLaunch())).newContext({ baseURL: demo.origin })
    const office = await other.newPage()
    await office.goto('/kotak-keluar')
    await office.getByText('Bawa kiriman dari ponsel lain').click()
    for (let i = 0; i < 2; i++) {
      await office.getByLabel('Berkas kotak keluar').setInputFiles([])
      await office.getByLabel('Berkas kotak keluar').setInputFiles(file)
      await expect.poll(() => office.locator('[data-outbox-carry] [role=status]').innerText()).toContain('1 kiriman sudah sampai')
    }
    await other.browser()!.close()
    expect(await letters('Surat lewat berkas')).toHaveLength(1)
    await sendNow()
    await expect.poll(() => page.getByRole('status').innerText()).toContain('Semua sudah sampai')
    expect(await letters('Surat lewat berkas')).toHaveLength(1)
  })

  it('survives an update of the portal in between: the new one brings what the old one kept', async () => {
    line.set('cut')
    await page.goto(form)
    await fill(page, { number: '005/121/2026', sender: 'Kepala Desa Sigedong', subject: 'Surat di antara dua versi' })
    await page.getByRole('main').getByRole('button', { name: 'Catat dan sampaikan' }).click()
    await page.waitForURL('**/kotak-keluar?baru=*')
    await phone.close()
    const updated = await anUpdate(demo.origin)
    line.lead(updated.port)
    line.set('open')
    await switchOn()
    await page.goto('/kotak-keluar')
    const shelves = () => page.evaluate(() => caches.keys())
    await expect.poll(shelves, { timeout: 15_000 }).toEqual(['luring-berikutnya'])
    await sendNow()
    await expect.poll(() => letters('Surat di antara dua versi'), { timeout: 15_000 }).toHaveLength(1)
    await expect.poll(keptPages, { timeout: 15_000 }).toEqual(expect.arrayContaining(['/kotak-keluar', '/luring', form]))
    line.lead(Number(new URL(demo.origin).port))
    await updated.close()
    expect(await letters('Surat di antara dua versi')).toHaveLength(1)
  })

  describe('on a phone whose disk is full', () => {
    // What Chrome does then, as tried on a disk that was.
    const fillUp = () => page.evaluate(() => {
      const write = IDBObjectStore.prototype.add
      IDBObjectStore.prototype.add = function (...given) {
        const asked = write.apply(this, given)
        asked.addEventListener('success', () => this.transaction.abort())
        return asked
      }
      Object.assign(globalThis, { room: () => (IDBObjectStore.prototype.add = write) })
    })
    const send = () => page.getByRole('main').getByRole('button', { name: 'Catat dan sampaikan' }).click()

    it('is told so before anything is taken, and keeps what was typed', async () => {
      line.set('cut')
      await page.goto(form)
      await fill(page, { number: '005/122/2026', sender: 'Kepala Desa Sigedong', subject: 'Surat tanpa tempat' })
      await fillUp()
      await send()
      await expect.poll(() => page.getByRole('alert').innerText()).toContain('Penyimpanan ponsel penuh, jadi isian ini belum disimpan.')
      await page.evaluate(() => (globalThis as unknown as { room(): void }).room())
      await send()
      await page.waitForURL('**/kotak-keluar?baru=*')
      line.set('open')
      await sendNow()
      await expect.poll(() => letters('Surat tanpa tempat'), { timeout: 10_000 }).toHaveLength(1)
    })

    it('goes straight to the server while there is a network', async () => {
      await page.goto(form)
      await fill(page, { number: '005/123/2026', sender: 'Kepala Desa Sigedong', subject: 'Surat langsung' })
      await fillUp()
      await send()
      await page.waitForURL(/\/kerja\/surat\/[0-9a-f-]{36}$/)
      expect(await letters('Surat langsung')).toHaveLength(1)
    })
  })

  it('leaves no page behind for the next person after signing out', async () => {
    await page.goto('/keluar')
    await press(page, 'Keluar')
    expect(await keptPages()).not.toContain(form)
    expect(await keptPages()).toContain('/kotak-keluar')
  })
})

describe('a writer mends a text where there is no network', () => {
  let draft: string
  const text = async () => (await sql<{ summary: string }>`select summary from publications.version where publication_id = ${draft} order by number desc limit 1`.execute(demo.services.database.of(demo.government.id))).rows[0]!.summary

  /** A colleague saves another summary from a computer of the office. */
  async function meanwhile(): Promise<void> {
    const computer = await (await chromium.launch(browserLaunch())).newContext({ baseURL: demo.origin })
    const desk = await computer.newPage()
    await signIn(desk, 'sekdin.dpu')
    await desk.goto(`/kerja/publikasi/${draft}/ubah`)
    await fill(desk, { summary: 'Ringkasan rekan.' })
    await desk.getByRole('main').getByRole('button', { name: 'Simpan sebagai konsep' }).click()
    await expect.poll(text, { timeout: 10_000 }).toBe('Ringkasan rekan.')
    await computer.browser()!.close()
  }

  it('opens it once with a network; from then on the phone has it', async () => {
    await signIn(page, 'penulis.dpu')
    await page.goto('/kerja/publikasi/baru')
    await fill(page, { title: 'Jembatan Kali Gung ditutup dua malam', summary: 'Ringkasan pertama.', body: 'Lalu lintas dialihkan lewat Jalan Cut Nyak Dien.' })
    await page.getByRole('main').getByRole('button', { name: 'Simpan sebagai konsep' }).click()
    await page.waitForURL(/\/kerja\/publikasi\/[0-9a-f-]{36}$/)
    draft = new URL(page.url()).pathname.split('/').at(-1)!
    await expect.poll(keptPages, { timeout: 15_000 }).toContain('/kerja/publikasi/baru')
    await page.goto(`/kerja/publikasi/${draft}/ubah`)
    await expect.poll(keptPages, { timeout: 15_000 }).toContain(`/kerja/publikasi/${draft}/ubah`)
  })

  it('changes it without one, and it is saved when the line is there', async () => {
    line.set('cut')
    await page.goto(`/kerja/publikasi/${draft}/ubah`)
    await fill(page, { summary: 'Ringkasan dari lapangan.' })
    await page.getByRole('main').getByRole('button', { name: 'Simpan sebagai konsep' }).click()
    await page.waitForURL('**/kotak-keluar?baru=*')
    expect(await text()).toBe('Ringkasan pertama.')
    line.set('open')
    await sendNow()
    await expect.poll(text, { timeout: 10_000 }).toBe('Ringkasan dari lapangan.')
    // The phone keeps it as it is now, so that the next change does not meet the last one.
    const keptText = () => page.evaluate(async path => (await (await caches.match(path, { ignoreVary: true }))!.text()), `/kerja/publikasi/${draft}/ubah`)
    await expect.poll(keptText, { timeout: 10_000 }).toContain('Ringkasan dari lapangan.')
  })

  it('hears of a colleague who was first, and finds both texts', async () => {
    line.set('cut')
    await page.goto(`/kerja/publikasi/${draft}/ubah`)
    await fill(page, { summary: 'Ringkasan terlambat.' })
    await meanwhile()
    await page.getByRole('main').getByRole('button', { name: 'Simpan sebagai konsep' }).click()
    await page.waitForURL('**/kotak-keluar?baru=*')
    line.set('open')
    await sendNow()
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/perlu diperbaiki/i)
    await page.getByRole('listitem').filter({ hasText: 'Ubah publikasi' }).getByRole('link', { name: 'Perbaiki' }).first().click()
    await page.waitForURL('**/ubah?kotak=*')
    expect(await page.getByRole('main').innerText()).toContain('Orang lain menyimpan perubahan lebih dahulu')
    expect(await page.getByRole('main').innerText()).toContain('Ringkasan rekan.')
    expect(await page.locator('[name=summary]').inputValue()).toBe('Ringkasan terlambat.')
    expect(await text()).toBe('Ringkasan rekan.')
    await page.getByRole('main').getByRole('button', { name: 'Simpan sebagai konsep' }).click()
    await page.waitForURL(/\/kerja\/publikasi\/[0-9a-f-]{36}$/)
    expect(await text()).toBe('Ringkasan terlambat.')
  })

  it('leaves it on no phone of somebody else', async () => {
    await phone.clearCookies()
    await signIn(page, 'tu.kominfo')
    await page.goto(form)
    await expect.poll(keptPages, { timeout: 15_000 }).not.toContain(`/kerja/publikasi/${draft}/ubah`)
  })
})
