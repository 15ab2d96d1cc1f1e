// Takes the pictures of the README from a running demo. Run on Node 26, with `npm start` in another terminal:
//   node tools/screenshot.ts [port]

import { join } from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { browserLaunch } from './browser.ts'

const port = process.argv[2] ?? '3000'
const pictures: [name: string, address: string][] = [
  ['beranda', `http://tegalkab.localhost:${port}/`],
  ['situs', `http://desa-purwahamba.tegalkab.localhost:${port}/`],
]

const browser = await chromium.launch(browserLaunch())
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light', locale: 'id-ID' })
for (const [name, address] of pictures) {
  await page.goto(address, { waitUntil: 'networkidle' })
  // A palette keeps lines and letters sharp at a fraction of the weight.
  const { size } = await sharp(await page.screenshot()).png({ palette: true, quality: 80, effort: 10 }).toFile(join(import.meta.dirname, '..', 'docs', `${name}.png`))
  console.log(`docs/${name}.png: ${Math.round(size / 1000)} kB`)
}
await browser.close()
