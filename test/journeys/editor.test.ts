import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { anOfficer, openBrowser } from './browsing.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([openDemo(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await demo.close()
})

/** A writer on a new publication; `complaints` receives what the browser's security policy refused, and errors of scripts. */
async function aWriter(options: Parameters<typeof anOfficer>[3] = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await anOfficer(browser, demo, 'penulis.dpu', options)
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto('/kerja/publikasi/baru')
  return { page, complaints }
}

const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Isi', exact: true })
const tool = (page: Page, name: string) => page.getByRole('toolbar').first().getByRole('button', { name, exact: true })
const markdown = (page: Page) => page.locator('textarea[name="body"]').inputValue()

/** Puts HTML on the page as a paste would. */
const paste = (page: Page, html: string) =>
  editorOf(page).evaluate((element, html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal { color: red; mso-pagination: none }</style></head><body lang=IN>
<!--StartFragment--><h2 style='mso-outline-level:2'>Jadwal</h2><p class=MsoNormal style="margin:0cm;color:#C00000"><b style='mso-bidi-font-weight:normal'>Pagi</b><o:p></o:p> sampai <i>siang</i></p>
<table style="border:1px solid"><tr><td style="width:50%"><p class=MsoNormal>Desa</p></td><td><p>Jiwa</p></td></tr><tr><td>Kalisapu</td><td>8.214</td></tr></table>
<script>alert(1)</script><p><img src="file:///c:/x.png"><a href="javascript:alert(1)">jangan</a></p><!--EndFragment--></body></html>`

describe('the editor', { timeout: 60_000 }, () => {
  it('writes Markdown, by mouse and by keyboard alone', async () => {
    const { page, complaints } = await aWriter()
    await editorOf(page).click()
    await page.keyboard.type('Jadwal')
    await tool(page, 'Judul bagian H2').click()
    expect(await tool(page, 'Judul bagian H2').getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Buka ')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    // The text takes the focus back with the next frame; nobody types faster than that.
    await expect.poll(() => editorOf(page).evaluate(element => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.type('setiap hari')
    await page.keyboard.press('Control+b')
    await page.keyboard.type(' & gratis.')
    await expect.poll(() => markdown(page)).toBe('## Jadwal\n\nBuka **setiap hari** & gratis.')
    await page.keyboard.press('Shift+Tab')
    for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.type('tegalkab.go.id')
    await page.keyboard.press('Enter')
    await expect.poll(() => markdown(page)).toContain('[tegalkab.go.id](https://tegalkab.go.id)')
    expect(complaints).toEqual([])
  })

  it('takes the structure of what Word brings and none of its dress', async () => {
    const { page, complaints } = await aWriter()
    await editorOf(page).click()
    await paste(page, fromWord)
    await expect.poll(() => markdown(page)).toBe('## Jadwal\n\n**Pagi** sampai *siang*\n\n| Desa | Jiwa |\n| --- | --- |\n| Kalisapu | 8.214 |\n\njangan')
    expect(complaints).toEqual([])
  })

  it('gives back every text it opens as it was, and leaves the ones it does not know to Markdown', async () => {
    const { page } = await aWriter()
    const open = async (text: string) => {
      await page.getByRole('button', { name: 'Tulis sebagai Markdown' }).first().click()
      await page.locator('textarea[name="body"]').fill(text)
      await page.getByRole('button', { name: 'Tulis dengan alat' }).first().click()
    }
    const text = '## Syarat\n\n1. KTP\n2. KK\n   - asli\n   - salinan\n\n> **Gratis**\n\n| A | B |\n| --- | --- |\n| `x` | 8.214 |\n\nLihat <https://contoh.id/a_b>.\n\n![Peta](/gambar/0199c2f1-0000-7000-8000-000000000000/640.webp)'
    await open(text)
    expect(await editorOf(page).isVisible()).toBe(true)
    await editorOf(page).press('Control+End')
    await page.keyboard.type('!')
    await expect.poll(() => markdown(page)).toBe(`${text}!`)
    await open('Lihat [laman][1].\n\n[1]: https://contoh.id')
    expect(await page.locator('textarea[name="body"]').isVisible()).toBe(true)
    expect(await page.getByText('hanya dapat diubah sebagai Markdown').isVisible()).toBe(true)
  })

  it('fits a small phone in the dark', async () => {
    const { page } = await aWriter({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
    await tool(page, 'Tabel').click()
    expect(await tool(page, 'Tambah baris').isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

describe('a draft', { timeout: 60_000 }, () => {
  it('survives an accident and is gone once sent', async () => {
    const { page } = await aWriter()
    await page.locator('[name="title"]').fill('Jembatan Pemali ditutup')
    await page.locator('[name="summary"]').fill('Jembatan ditutup tiga hari untuk perbaikan.')
    await editorOf(page).fill('Lewat jalan lain.')
    await page.waitForTimeout(900)
    await page.reload()
    await page.getByRole('button', { name: 'Pulihkan' }).click()
    expect(await page.locator('[name="title"]').inputValue()).toBe('Jembatan Pemali ditutup')
    expect(await editorOf(page).innerText()).toBe('Lewat jalan lain.')
    await page.getByRole('button', { name: 'Simpan sebagai konsep' }).click()
    await page.waitForURL(/publikasi\/[0-9a-f-]{36}$/)
    await page.goto('/kerja/publikasi/baru')
    expect(await page.getByRole('button', { name: 'Pulihkan' }).count()).toBe(0)
  })

  it('of a letter leaves the device the moment it becomes secret, and is not offered to letters of another kind', async () => {
    const { page } = await aWriter()
    const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
    await page.goto('/kerja/surat/baru?jenis=surat-dinas')
    await page.fill('[name=subject]', 'Pemeriksaan khusus')
    await expect.poll(kept).toContain('Pemeriksaan khusus')
    await page.goto('/kerja/surat/baru?jenis=nota-dinas')
    expect(await page.locator('[data-drafts]').isVisible()).toBe(false)
    await page.goto('/kerja/surat/baru?jenis=surat-dinas')
    await page.getByRole('button', { name: 'Pulihkan' }).click()
    await page.locator('input[name=secrecy][value=R]').check()
    await expect.poll(kept).not.toContain('Pemeriksaan khusus')
    await page.close()
  })
})
