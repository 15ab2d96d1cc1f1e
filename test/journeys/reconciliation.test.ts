import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { anOfficer, fill, mainText, openBrowser, press } from './browsing.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  demo = await openDemo()
  await demo.work()
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

const dapodik = 'NPSN;Nama sekolah;Kecamatan;Jumlah murid\n20325001;SD Negeri 1 Kalisapu;Slawi;210\n20325002;SD Negeri 2 Kalisapu;Slawi;180\n20325003;SD Negeri Trayeman;Slawi;150\n'
const office = 'NPSN;Nama sekolah;Kecamatan;Jumlah murid\n20325001;SDN 01 Kalisapu;Slawi;210\n20325002;SDN Kalisapu II;Slawi;240\n;SDN Traymen;Slawi;150\n'

/** Looks again until the work under way is done. */
async function settled(page: Page, said: string): Promise<void> {
  await expect.poll(async () => {
    if ((await mainText(page)).includes(said)) return true
    await page.reload()
    return (await mainText(page)).includes(said)
  }, { timeout: 30_000, interval: 400 }).toBe(true)
}

async function bring(page: Page, home: string, source: string, name: string, text: string): Promise<void> {
  await page.goto(home)
  await page.getByRole('link', { name: new RegExp(`Bawa masuk berkas.*${source}`) }).click()
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await press(page, 'Unggah dan lihat dahulu')
  await settled(page, 'Periksa semua baris')
  await press(page, 'Periksa semua baris')
  await settled(page, 'Pakai berkas ini')
  expect(await mainText(page)).toContain('3 baris baru')
  await press(page, 'Pakai berkas ini')
  await settled(page, 'Lihat padanan')
}

describe.each([['with scripts', true], ['without scripts', false]])('two lists are reconciled %s', (_, javaScriptEnabled) => {
  it('from two files to one list that says where each value comes from', async () => {
    const page = await anOfficer(browser, demo, 'walidata', { javaScriptEnabled })
    await page.goto('/kerja/rekonsiliasi/baru')
    await fill(page, { 'title': 'Sekolah di Slawi', 'name_label': 'Nama sekolah', 'code_label': 'NPSN', 'place_label': 'Kecamatan', 's_0_label': 'Dapodik', 's_0_system': 'Dapodik', 's_1_label': 'Dinas', 's_1_system': 'Lembar kerja', 'f_0_label': 'Jumlah murid' })
    await page.locator('[name="f_0_type"]').selectOption('number')
    await page.locator('[name="owner"]').selectOption({ label: 'Dinas Komunikasi dan Informatika' })
    expect((await press(page, 'Simpan, lalu bawa masuk berkasnya')).text).toContain('Belum ada baris')
    const home = page.url()
    await bring(page, home, 'Dapodik', 'dapodik.csv', dapodik)
    await bring(page, home, 'Dinas', 'dinas.csv', office)

    await press(page, 'Lihat padanan')
    expect(await mainText(page)).toContain('nama mirip')
    await page.getByRole('radio', { name: /SD Negeri Trayeman/ }).check()
    expect((await press(page, 'Simpan jawaban')).text).toContain('Tidak ada yang perlu dipastikan')

    await page.goto(`${home}/perbedaan`)
    await page.getByRole('link', { name: 'SD Negeri 2 Kalisapu' }).click()
    // By the keyboard alone: the radios are one stop, the arrows choose.
    await page.getByRole('radio', { name: '180' }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: '240' }).isChecked()).toBe(true)
    await fill(page, { why: 'Pendataan Oktober' })
    const decided = await press(page, 'Putuskan')
    expect(decided.text).toContain('240, kata Dinas')

    await page.goto(`${home}/hasil`)
    const result = await mainText(page)
    for (const said of ['diputuskan: Dinas', 'Dapodik + Dinas', 'belum diputuskan']) expect(result).toContain(said)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh CSV' }).click()])
    expect(await readFile(await download.path(), 'utf8')).toContain('240,diputuskan: Dinas')
    await page.context().close()
  }, 180_000)
})
