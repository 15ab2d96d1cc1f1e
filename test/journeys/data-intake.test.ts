import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { anOfficer, mainText, openBrowser, press } from './browsing.ts'

let demo: Demo
let browser: Browser
let folder: string

beforeAll(async () => {
  demo = await openDemo()
  await demo.work()
  browser = await openBrowser()
  folder = mkdtempSync(join(tmpdir(), 'pendopo-berkas-'))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await demo?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An officer with the patience that files ask for. */
async function officer(username: string, options?: { javaScriptEnabled: false }): Promise<Page> {
  const page = await anOfficer(browser, demo, username, options)
  page.context().setDefaultTimeout(25_000)
  return page
}

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** A dataset of the road agency with an empty release, made by its producer. Answers the release. */
async function aRelease(page: Page, title: string): Promise<string> {
  await page.goto('/kerja/data/baru')
  await page.locator('[name=title]').fill(title)
  await page.locator('[name=summary]').fill('Panjang ruas jalan kabupaten menurut kondisinya, hasil survei tahunan dinas.')
  await page.locator('[name=theme]').selectOption({ index: 1 })
  await page.locator('[name=every]').selectOption('year')
  await page.locator('[name=access][value=open]').check()
  await page.locator('[name=licence]').selectOption('CC-BY-4.0')
  await page.getByRole('main').locator('form button').last().click()
  await page.waitForURL(/\/kerja\/data\/[0-9a-f-]{36}/)
  await page.goto(`${page.url().split('?')[0]}/rilis/baru`)
  await press(page, 'Lanjut ke isi')
  await page.waitForURL(/\/kerja\/data\/rilis\//)
  return new URL(page.url()).pathname
}

/** Waits, with or without scripts, until an upload has come to a step. */
async function until(page: Page, step: RegExp): Promise<void> {
  for (let tries = 0; tries < 40 && !step.test(new URL(page.url()).pathname); tries++) {
    await page.waitForTimeout(500)
    await page.goto(`${page.url().split('?')[0]}?tunggu=ya`)
  }
  expect(new URL(page.url()).pathname).toMatch(step)
}

const roads = (panjang: string, third: string) => `No ruas;Nama ruas;Panjang;Diukur\n1;Slawi–Jatibarang;${panjang};03/02/2026\n2;Balapulang–Margasari;8,25;04/02/2026\n${third}\n`

describe('a producer whose browser runs no scripts', () => {
  it('uploads a file with mistakes, mends it, and after two checks everybody can take it', async () => {
    const producer = await officer('penulis.dpu', { javaScriptEnabled: false })
    const release = await aRelease(producer, 'Panjang ruas jalan tanpa skrip')

    await producer.goto(`${release}/unggah`)
    await press(producer, 'Unggah')
    expect(await mainText(producer)).toContain('Pilih berkas dahulu')
    await producer.locator('input[type=file]').setInputFiles(file('ruas.csv', roads('dua belas', '2;Lebaksiu–Jatinegara;-4;31/02/2026')))
    await press(producer, 'Unggah')
    await until(producer, /\/kolom$/)
    await producer.locator('[name="c0-key"]').check()
    await producer.locator('[name="c2-type"]').selectOption('decimal')
    await producer.locator('[name="c2-numbers"]').evaluate((select: HTMLSelectElement) => (select.value = 'indonesian'))
    await producer.locator('[name="c2-unit"]').fill('km')
    await producer.locator('[name="c2-min"]').evaluate((input: HTMLInputElement) => (input.value = '0'))
    await producer.locator('[name="c3-type"]').selectOption('date')
    await press(producer, 'Periksa')
    await until(producer, /\/hasil$/)
    const found = await mainText(producer)
    expect(found).toContain('4 sel tidak sesuai')
    for (const problem of ['Bukan jenis isian kolomnya', 'Kurang dari batas terkecil', 'Kunci sama dengan baris sebelumnya']) expect(found).toContain(problem)
    await press(producer, 'Jadikan isi rilis')
    expect(await mainText(producer)).toContain('Pilih apa yang terjadi dengan sel yang tidak sesuai')
    await press(producer, 'Buang, saya perbaiki berkasnya')

    await producer.locator('input[type=file]').setInputFiles(file('ruas.csv', roads('12,5', '3;Lebaksiu–Jatinegara;4;28/02/2026')))
    await press(producer, 'Unggah')
    await until(producer, /\/kolom$/)
    expect(await mainText(producer)).toContain('Cukup tekan “Periksa”')
    await press(producer, 'Periksa')
    await until(producer, /\/hasil$/)
    expect(await mainText(producer)).toContain('3 baris siap menjadi isi rilis')
    await press(producer, 'Jadikan isi rilis')
    for (let tries = 0; tries < 20 && !(await mainText(producer)).includes('Sudah menjadi isi rilis'); tries++) await producer.reload()
    await producer.goto(release)
    await press(producer, 'Kirim untuk diperiksa')

    const checker = await officer('sekdin.dpu', { javaScriptEnabled: false })
    await checker.goto(release)
    await checker.getByRole('link', { name: 'Ruas', exact: true }).click()
    expect(await mainText(checker)).toContain('Slawi–Jatibarang')
    await checker.goto(release)
    await press(checker, 'Sudah diperiksa')
    const walidata = await officer('walidata', { javaScriptEnabled: false })
    await walidata.goto(release)
    await press(walidata, 'Setujui')
    const listing = new URL(await walidata.getByRole('navigation', { name: 'Letak halaman' }).getByRole('link').nth(1).evaluate((link: HTMLAnchorElement) => link.href)).pathname
    await walidata.goto(listing)
    await press(walidata, 'Terima ke daftar data')
    await walidata.goto(release)
    await press(walidata, 'Tayangkan')

    const reader = await (await browser.newContext({ baseURL: demo.origin, javaScriptEnabled: false })).newPage()
    await reader.goto('/data?q=tanpa+skrip')
    await reader.getByRole('link', { name: 'Panjang ruas jalan tanpa skrip' }).first().click()
    const [download] = await Promise.all([reader.waitForEvent('download'), reader.locator('a[href$=".csv"]').first().click()])
    expect(await readFile(await download.path(), 'utf8')).toMatch(/Slawi–Jatibarang,12\.5\d*,2026-02-03/)
  }, 120_000)
})

describe('a producer on a line that breaks off', () => {
  const rows = Array.from({ length: 420_000 }, (_, i) => `k${String(i).padStart(7, '0')},${i * 7},uraian baris\n`)

  /** Lets only so many pieces through, as a line does that breaks off. */
  async function cutAfter(context: BrowserContext, pieces: number): Promise<void> {
    let sent = 0
    await context.route('**/unggahan/kiriman/**', route => (route.request().method() === 'PATCH' && sent++ >= pieces ? route.abort('internetdisconnected') : route.continue()))
  }

  it('goes on after the network is back, even when the page was closed meanwhile', async () => {
    const page = await officer('penulis.dpu')
    const context = page.context()
    const release = await aRelease(page, 'Panjang ruas jalan lewat saluran buruk')
    const large = file('besar.csv', `kode,nilai,uraian\n${rows.join('')}`)
    await cutAfter(context, 2)
    await page.goto(`${release}/unggah`)
    await page.locator('input[type=file]').setInputFiles(large)
    await page.getByRole('button', { name: 'Unggah', exact: true }).click()
    await expect.poll(() => page.locator('.sending [role=status]').innerText(), { timeout: 40_000 }).toMatch(/terhenti|terputus/)
    await page.close()

    const next = await context.newPage()
    await context.unroute('**/unggahan/kiriman/**')
    await next.goto(`${release}/unggah`)
    expect(await mainText(next)).toContain('Belum diterima seluruhnya')
    const offsets: string[] = []
    next.on('request', request => request.method() === 'PATCH' && offsets.push(request.headers()['upload-offset'] ?? ''))
    await next.locator('input[type=file]').setInputFiles(large)
    await next.getByRole('button', { name: 'Unggah', exact: true }).click()
    await next.waitForURL(/\/kerja\/data\/unggahan\/[0-9a-f-]{36}/, { timeout: 40_000 })
    expect(offsets[0]).toBe('8000000')
    await until(next, /\/kolom$/)
    expect(await mainText(next)).toContain('420.000')
  }, 120_000)
})
