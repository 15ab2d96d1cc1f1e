import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { openBrowser, press, signIn } from '../journeys/browsing.ts'
import { addressBook, officeCases, officePaths } from './addresses.ts'
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
  addressOf = await addressBook(demo)
  context = await browser.newContext({ baseURL: demo.origin, locale: 'id-ID' })
  context.setDefaultTimeout(10_000)
  await signIn(await lookingPage(context), 'admin.tegal')
  nu = await nuChecker()
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

async function look(language: string, name: string, open: (page: Page) => Promise<{ status: number; html: string }>, expected: number): Promise<void> {
  await context.addCookies([{ name: 'bahasa', value: language, url: demo.origin }])
  const page = await lookingPage(context)
  const { status, html } = await open(page)
  expect(status).toBe(expected)
  expect(await page.getAttribute('html', 'lang')).toBe(language)
  await nu.keep(`${name} (${language})`, html)
  if (language === 'id') expect(await htmlProblems(html)).toEqual([])
  expect(await problemsOf(page, { translated: language === 'en' })).toEqual([])
}

describe.each([...officePaths, ...officeCases])('%s', path => {
  it.each(['id', 'en'])('is valid, accessible and fits a small phone, light and dark (%s)', language =>
    look(language, path, async page => {
      const answer = (await page.goto(addressOf(path)))!
      return { status: answer.status(), html: await answer.text() }
    }, path.endsWith('000000000000') ? 404 : 200))
})

describe('a refused form', () => {
  it.each(['id', 'en'])('is valid and accessible with its errors (%s)', language =>
    look(language, 'refused form', async page => {
      await page.goto('/kerja/publikasi/baru')
      // It goes through the outbox, and the page is opened anew with what was typed.
      const answer = page.waitForResponse(response => response.url().includes('?kotak='))
      await press(page, language === 'id' ? 'Simpan sebagai konsep' : 'Save as draft')
      return { status: (await answer).status(), html: await (await answer).text() }
    }, 200))
})

it('the Nu HTML checker finds no error on any of them', ({ skip }) => {
  if (nu.missing) skip('skipped: needs Java')
  expect(nu.kept()).toBeGreaterThan(officePaths.length)
  expect(nu.problems()).toEqual([])
}, 60_000)
