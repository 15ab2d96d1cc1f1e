import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, testPassword } from '#modules/identity/testing.ts'
import { aTask, placed } from '#modules/inbox/testing.ts'
import { dayIn } from '#platform/time/zone.ts'
import { problemsOf } from '../pages/looking.ts'
import { aPerson, openBrowser, signIn } from './browsing.ts'

let installation: Installation
let tegal: TestGovernment
let browser: Browser
let origin: string
let leftBehind: string

const letters = ['Nota dinas anggaran perubahan', 'Surat edaran jam kerja', 'Undangan rapat koordinasi penanganan jalan rusak di wilayah Kecamatan Bumijawa dan Bojong']

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  const { id } = await anAccount(installation, tegal, { username: 'kadis', name: 'Haryo Suksmono', roles: ['secretariat'] })
  const due = [1, -3, 9].map(days => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta'))
  await placed(installation.services, tegal, letters.map((title, i) => aTask(tegal, { desk: { accountId: id }, kind: 'sign', title, dueOn: due[i], urgency: i === 1 ? 'kilat' : 'biasa', href: '/akun' })))
  await placed(installation.services, tegal, Array.from({ length: 30 }, (_, i) => aTask(tegal, { desk: { accountId: id }, kind: 'disposition', title: `Disposisi ${i}`, href: '/akun', quiet: true })))
  // Somebody who now works elsewhere has left something behind.
  const { id: gone } = await anAccount(installation, tegal, { username: 'pindah', name: 'Rina Hartati', unit: 'dpu' })
  await placed(installation.services, tegal, letters.map(title => aTask(tegal, { desk: { accountId: gone }, title, href: '/akun' })))
  leftBehind = `/kerja/kotak-masuk/serah/${gone}`
  const address = await installation.web.server.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://${tegal.host}:${new URL(address).port}`
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await installation?.close()
})

it('is gone through by keys: down, up, open, search, the list of keys, and they can be switched off', async () => {
  const { page } = await aPerson(browser, { origin })
  await signIn(page, 'kadis', testPassword)
  await page.goto('/kerja/kotak-masuk?tugas=tanda-tangan')
  const focused = () => page.evaluate(() => document.activeElement?.closest('.queue li a')?.textContent?.replace('Belum dibaca: ', '') ?? null)
  for (const [key, at] of [['j', 2], ['j', 1], ['ArrowDown', 0], ['j', 0], ['k', 1], ['ArrowUp', 2]] as const) {
    await page.keyboard.press(key)
    expect(await focused(), key).toBe(letters[at])
  }
  await page.keyboard.press('x')
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1)
  await page.keyboard.press('/')
  await page.keyboard.type('jk/')
  expect(await page.getByRole('searchbox').inputValue()).toBe('jk/')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('?')
  await page.getByText('Baris berikutnya').waitFor()
  await page.getByRole('button', { name: 'Matikan tombol pintas' }).click()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('j')
  expect(await focused()).toBeNull()
  await page.getByRole('button', { name: 'Nyalakan tombol pintas' }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/akun')
})

it('opens a letter with one tap anywhere on its row, on a phone without scripts, and sends the chosen ones on to be signed', async () => {
  const { page } = await aPerson(browser, { origin }, { javaScriptEnabled: false, viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true })
  await signIn(page, 'kadis', testPassword)
  await page.goto('/kerja/kotak-masuk?tugas=tanda-tangan')
  expect(await page.getByText('Tombol pintas').isVisible()).toBe(false)
  const rows = page.locator('.queue li')
  const { height, width } = (await rows.nth(1).boundingBox())!
  expect(height).toBeGreaterThanOrEqual(44)
  expect(await rows.nth(1).innerText()).toMatch(/Surat edaran jam kerja\s+Tanda tangan Dinas Pekerjaan Umum\s+Amat segera\s+(Terlambat|Lewat)/)
  await rows.nth(0).getByRole('checkbox').check()
  await rows.nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Tanda tangani yang dipilih' }).click()
  await page.waitForURL('**/kerja/tanda-tangan?*')
  expect(new URL(page.url()).pathname).toBe('/kerja/tanda-tangan')
  expect(new URL(page.url()).searchParams.getAll('surat')).toHaveLength(2)
  await page.goBack()
  await rows.nth(1).tap({ position: { x: width - 10, y: height - 8 } })
  await page.waitForURL('**/akun')
})

it('reads well in both widths, light and dark', async () => {
  const person = await aPerson(browser, { origin })
  await signIn(person.page, 'kadis', testPassword)
  for (const path of ['/kerja/kotak-masuk', '/kerja/kotak-masuk?tugas=tanda-tangan', '/kerja/kotak-masuk?meja=kantor&urut=tenggat', '/kerja/kotak-masuk/serah', leftBehind, '/konfirmasi?lanjut=/kerja']) {
    await person.page.goto(path)
    expect(await problemsOf(person.page), path).toEqual([])
  }
}, 60_000)
