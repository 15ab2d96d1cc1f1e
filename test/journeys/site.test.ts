import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { ask } from './asking.ts'
import { anOfficer, aPerson, aPhoto, fill, mainText, openBrowser, press } from './browsing.ts'

/** What a person at a keyboard takes: thinking at each page, and typing. Seconds; a slow, careful typist. */
const secondsPerPage = 8
const secondsPerLetter = 0.45

describe.each([
  { scripts: 'without', javaScriptEnabled: false },
  { scripts: 'with', javaScriptEnabled: true },
])('a village operator with a small phone makes the village’s site from nothing, $scripts JavaScript', ({ javaScriptEnabled }) => {
  let demo: Demo
  let browser: Browser
  let phone: Page
  let pages = 0
  let letters = 0
  let began = 0

  beforeAll(async () => {
    demo = await openDemo()
    browser = await openBrowser()
    phone = await anOfficer(browser, demo, 'desa.kalisapu', { javaScriptEnabled, viewport: { width: 320, height: 640 } })
    began = performance.now()
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  const go = async (name: string) => {
    pages++
    const answer = await press(phone, name)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth), `${name}: nothing is wider than the phone`).toBeLessThanOrEqual(320)
    return answer
  }
  const write = async (values: Record<string, string>) => {
    letters += Object.values(values).join('').length
    await fill(phone, values)
  }
  /** Opens the only block of a page of the site, e.g. the text of its history. */
  const openBlock = async (title: string, block: string) => {
    await phone.goto('/kerja/situs/desa-kalisapu')
    await go(title)
    pages++
    await phone.getByRole('rowheader').getByRole('link', { name: block, exact: true }).click()
    await phone.waitForLoadState()
  }

  it('makes it with a name, a sentence, a photo and a point', async () => {
    await phone.goto('/kerja/situs')
    await go('Buat situs')
    await write({ tagline: 'Guyub rukun di tepi Kali Gung', picture_alt: 'Balai desa di pagi hari', latitude: '-6,9921', longitude: '109,1432' })
    await phone.locator('[name="picture"]').setInputFiles({ name: 'balai.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
    expect((await go('Buat situs')).text).toContain('Situs dibuat.')
  })

  it('fills history and the budget', async () => {
    await openBlock('Sejarah', 'Tulisan')
    await write({ text: 'Desa Kalisapu bermula dari tegalan di sisi timur kali yang dibuka warga pada abad ke-18.' })
    await go('Simpan')
    await openBlock('Anggaran', 'Anggaran')
    await write({ year: '2026', source: 'Perdes 4 Tahun 2025' })
    const [label, amount] = [phone.locator('input[name^="rows"][name*="label"]').first(), phone.locator('input[name^="rows"][name*="budgeted"]').first()]
    await label.fill('Dana desa')
    await amount.fill('1.250.000.000')
    letters += 22
    expect((await go('Simpan')).text).toContain('Bagian disimpan.')
  })

  it('publishes all of it with one press', async () => {
    await phone.goto('/kerja/situs/desa-kalisapu')
    expect((await go('Terbitkan situs')).text).toContain('Terbit:')
  })

  it('took less than five minutes, thinking and typing counted', () => {
    const machine = (performance.now() - began) / 1000
    const seconds = pages * secondsPerPage + letters * secondsPerLetter + machine
    console.info(`site from nothing to published: ${pages} pages, ${letters} letters typed, ${machine.toFixed(0)} s of the machine; a careful person takes ${(seconds / 60).toFixed(1)} minutes`)
    expect(seconds).toBeLessThan(300)
  })

  it('is read by a visitor on the portal and on its own host', async () => {
    const { page } = await aPerson(browser, demo, { javaScriptEnabled, viewport: { width: 320, height: 640 } })
    expect((await page.goto('/situs/desa-kalisapu'))?.status()).toBe(200)
    expect(await mainText(page)).toContain('Guyub rukun di tepi Kali Gung')
    expect(await page.getByRole('img', { name: 'Balai desa di pagi hari' }).count()).toBe(1)
    await page.goto('/situs/desa-kalisapu/anggaran')
    expect(await mainText(page)).toContain('Rp1.250.000.000')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    const there = await ask(demo.origin, '/sejarah', { headers: { host: `desa-kalisapu.${new URL(demo.origin).host}` } })
    expect(there.status).toBe(200)
    expect(there.text).toContain('tegalan di sisi timur kali')
  })

  it('shows no page that nobody filled', async () => {
    for (const path of ['/galeri', '/penduduk', '/potensi']) expect((await ask(demo.origin, `/situs/desa-kalisapu${path}`)).status, path).toBe(404)
    expect((await ask(demo.origin, '/situs/desa-kalisapu')).text).not.toContain('/galeri"')
  })
})
