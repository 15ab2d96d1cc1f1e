import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { openBrowser } from '../journeys/browsing.ts'
import { addressBook, inLanguage, publicCases, publicPaths } from './addresses.ts'
import { htmlProblems, lookingPage, nuChecker, problemsOf } from './looking.ts'

// A table of 287 villages takes axe a while.
vi.setConfig({ testTimeout: 60_000 })

let demo: Demo
let browser: Browser
let context: BrowserContext
let addressOf: (path: string) => string
let nu: Awaited<ReturnType<typeof nuChecker>>

beforeAll(async () => {
  demo = await openDemo()
  browser = await openBrowser()
  context = await browser.newContext({ baseURL: demo.origin, locale: 'id-ID' })
  addressOf = await addressBook(demo)
  nu = await nuChecker()
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

/** Islands of these are the point of the page: a passkey, notifications on the phone, a file that stays where it is. */
const mayShipScript = ['/masuk', '/langganan', '/undangan/:token', '/v/:code', '/kotak-keluar']

describe.each([...publicPaths, ...publicCases])('%s', path => {
  it.each(['id', 'en'])('is valid, accessible and fits a small phone, light and dark (%s)', async language => {
    await context.addCookies([{ name: 'bahasa', value: language, url: demo.origin }])
    const page = await lookingPage(context)
    const answer = (await page.goto(inLanguage(addressOf(path), language)))!
    expect(answer.status()).toBe(path === '/halaman-yang-tidak-ada' ? 404 : 200)
    expect(await page.getAttribute('html', 'lang')).toBe(language)
    const html = await answer.text()
    await nu.keep(`${path} (${language})`, html)
    if (language === 'id') expect(await htmlProblems(html)).toEqual([])
    if (!mayShipScript.includes(path)) expect(html.match(/<script(?![^>]*application\/ld\+json)[^>]*>/g) ?? []).toEqual([])
    expect(await problemsOf(page, { translated: language === 'en' })).toEqual([])
  })
})

it('the Nu HTML checker finds no error on any of them', ({ skip }) => {
  if (nu.missing) skip('skipped: needs Java')
  expect(nu.kept()).toBeGreaterThan(publicPaths.length)
  expect(nu.problems()).toEqual([])
}, 60_000)
