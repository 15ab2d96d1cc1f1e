import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { demoPassword, type Demo } from '#app/testing/demo.ts'
import { browserLaunch } from '../../tools/browser.ts'

/** A real browser for one test file. */
export const openBrowser = (): Promise<Browser> => chromium.launch(browserLaunch())

/** A person with a browser of their own: cookies and settings are shared with nobody. */
export async function aPerson(browser: Browser, demo: Pick<Demo, 'origin'>, options: BrowserContextOptions = {}): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: demo.origin, locale: 'id-ID', timezoneId: 'Asia/Jakarta', ...options })
  context.setDefaultTimeout(15_000)
  return { context, page: await context.newPage() }
}

/** Signs in through the form, as anyone does, and stands on the officers' first page. */
export async function signIn(page: Page, username: string, password = demoPassword): Promise<void> {
  await page.goto('/masuk')
  await page.getByLabel('NIP, nama pengguna, atau surel').fill(username)
  await page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL('**/kerja')
}

/** An officer who has signed in. */
export async function anOfficer(browser: Browser, demo: Pick<Demo, 'origin'>, username: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await aPerson(browser, demo, options)
  await signIn(page, username)
  return page
}
