import { chromium } from 'playwright-core'
import { browserLaunch } from './browser.ts'
const [base, user, out, ...paths] = process.argv.slice(2)
const browser = await chromium.launch(await browserLaunch())
for (const width of [1280, 320]) {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  if (user !== '-') {
    await page.goto(`${base}/masuk`)
    await page.fill('input[name=username], input[name=identifier], input[type=text]', user!)
    await page.fill('input[type=password]', 'pendopo-peragaan')
    await page.click('form button[type=submit], form button:not([type])')
    await page.waitForLoadState('networkidle')
  }
  let n = 0
  for (const path of paths) {
    const answer = await page.goto(`${base}${path}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    console.log(width, path, answer?.status(), wide ? 'WIDER' : '', page.url())
    await page.screenshot({ path: `${out}-${width}-${n++}.png`, fullPage: true })
  }
  await context.close()
}
await browser.close()
