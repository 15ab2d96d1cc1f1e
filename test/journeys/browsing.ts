import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import sharp from 'sharp'
import { demoPassword, type Demo } from '#app/testing/demo.ts'
import { browserLaunch } from '../../tools/browser.ts'

/** A real browser for one test file. */
export const openBrowser = (): Promise<Browser> => chromium.launch(browserLaunch())

/** A person with a browser of their own: cookies and settings are shared with nobody. */
export async function aPerson(browser: Browser, demo: Pick<Demo, 'origin'>, options: BrowserContextOptions = {}): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: demo.origin, locale: 'id-ID', timezoneId: 'Asia/Jakarta', ...options })
  context.setDefaultTimeout(6_000)
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

/** Fills inputs by their names; the text of a publication goes into its editor when scripts brought one. */
export async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const input = page.locator(`[name="${name}"]`).first()
    const folded = input.locator('xpath=ancestor::details[not(@open)]')
    if (await folded.count()) await folded.locator('summary').click()
    if (await input.isVisible()) await input.fill(value)
    else await compose(page, value)
  }
}

/** Types into the editor as people do: `**` switches bold on and off by its key, lines by Enter. */
async function compose(page: Page, text: string): Promise<void> {
  await page.locator('[contenteditable="true"]').first().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  for (const part of text.split(/(\*\*)/)) await (part === '**' ? page.keyboard.press('Control+b') : page.keyboard.type(part))
}

/** Presses a button or follows a link in the page's main part, and answers with the page that comes. */
export async function press(page: Page, name: string): Promise<{ status: number; text: string }> {
  const thing = page.getByRole('main').getByRole('button', { name, exact: true }).or(page.getByRole('main').getByRole('link', { name, exact: true }))
  const [answer] = await Promise.all([
    page.waitForResponse(response => response.request().isNavigationRequest() && response.status() !== 303),
    thing.first().click(),
  ])
  await page.waitForLoadState()
  return { status: answer.status(), text: await mainText(page) }
}

/** What a person reads in the main part of the page, spaces made even. */
export const mainText = async (page: Page): Promise<string> => (await page.locator('body').innerText()).replace(/\s+/g, ' ')

/** A picture as a camera makes it: 1600 × 1000 pixels with some grain. */
export const aPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#7a9', noise: { type: 'gaussian', mean: 128, sigma: 20 } } }).jpeg().toBuffer()
