import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { addressOf, examples } from '#ui/examples.ts'
import { openBrowser } from '../journeys/browsing.ts'
import { lookingPage, problemsOf } from './looking.ts'

let demo: Demo
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  demo = await openDemo()
  browser = await openBrowser()
  context = await browser.newContext({ baseURL: demo.origin, locale: 'id-ID' })
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

const addresses = Object.entries(examples).flatMap(([component, list]) => [`/_ui/${component}`, ...Object.keys(list).map(name => `/_ui/${component}/${addressOf(name)}`)])

it.each(addresses)('%s is accessible and fits a small phone, light and dark', async address => {
  const page = await lookingPage(context)
  expect((await page.goto(address))?.status()).toBe(200)
  expect(await problemsOf(page, { pictures: `test-results/gallery/${address.slice(5).replaceAll('/', '-')}` })).toEqual([])
})
