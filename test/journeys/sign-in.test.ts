import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { aPerson, openBrowser, signIn } from './browsing.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  demo = await openDemo()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

describe.each([['without', { javaScriptEnabled: false }], ['with', { javaScriptEnabled: true }]])('signing in %s JavaScript', (_, options) => {
  it('lets an officer in, shows who they are, and lets them out again', async () => {
    const { page } = await aPerson(browser, demo, options)
    await signIn(page, 'penulis.dpu')
    expect(await page.textContent('main')).toContain('Yoga Aditya Pratama')
    await page.goto('/keluar')
    await page.getByRole('main').getByRole('button', { name: 'Keluar' }).click()
    await page.goto('/kerja')
    expect(new URL(page.url()).pathname).toBe('/masuk')
  })

  it('leads to the page that was asked for', async () => {
    const { page } = await aPerson(browser, demo, options)
    await page.goto('/kerja/publikasi?keadaan=draft')
    await page.getByLabel('NIP, nama pengguna, atau surel').fill('197710152002122921')
    await page.getByLabel('Kata sandi', { exact: true }).fill('pendopo-peragaan')
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.waitForURL('**/kerja/publikasi?keadaan=draft')
  })

  it('says that name and password do not match, and keeps the name', async () => {
    const { page } = await aPerson(browser, demo, options)
    await page.goto('/masuk')
    await page.getByLabel('NIP, nama pengguna, atau surel').fill('penulis.dpu')
    await page.getByLabel('Kata sandi', { exact: true }).fill('salah-sekali')
    const [answer] = await Promise.all([page.waitForResponse(response => response.request().method() === 'POST'), page.getByRole('button', { name: 'Masuk', exact: true }).click()])
    expect(answer.status()).toBe(422)
    expect(await page.getByRole('alert').first().textContent()).toContain('Nama atau kata sandi tidak cocok')
    expect(await page.getByLabel('NIP, nama pengguna, atau surel').inputValue()).toBe('penulis.dpu')
  })
})
