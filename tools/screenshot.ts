// Takes the picture of the README from a running demo. Run on Node 26, with `npm start` in another terminal:
//   node tools/screenshot.ts [address]

import { join } from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { browserLaunch } from './browser.ts'

const address = process.argv[2] ?? 'http://tegalkab.localhost:3000/'
const target = join(import.meta.dirname, '..', 'docs', 'beranda.png')

const browser = await chromium.launch(browserLaunch())
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light', locale: 'id-ID' })
await page.goto(address, { waitUntil: 'networkidle' })
const picture = await page.screenshot()
await browser.close()
// A palette keeps lines and letters sharp at a fraction of the weight.
const { size } = await sharp(picture).png({ palette: true, quality: 80, effort: 10 }).toFile(target)
console.log(`docs/beranda.png: ${Math.round(size / 1000)} kB`)
