import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { ask } from './asking.ts'
import { signedIn } from './forms.ts'

let demo: Demo
let officer: string

beforeAll(async () => {
  demo = await openDemo()
  officer = (await signedIn(demo.origin, 'penulis.dpu')).cookie
})

afterAll(() => demo?.close())

/** Everything a browser loads on a first visit but photos: the page, its stylesheets, what these name, scripts, icons. */
async function firstVisit(path: string, encoding: string, cookie = ''): Promise<{ total: number; parts: Record<string, number>; html: string }> {
  const headers = { 'accept-encoding': encoding, ...(cookie ? { cookie } : {}) }
  const plain = await ask(demo.origin, path, { headers: cookie ? { cookie } : {} })
  expect(plain.status).toBe(200)
  const html = plain.text
  const parts: Record<string, number> = {}
  const load = async (address: string) => {
    const answer = await ask(demo.origin, address, { headers })
    expect([200, 304]).toContain(answer.status)
    parts[address.replace(/-[\w-]{8,10}(?=\.\w+$)/, '')] = answer.body.length
  }
  await load(path)
  const named = [...html.matchAll(/<(?:link|script|img|source)\b[^>]*\b(?:href|src)="([^"]+)"[^>]*>/g)].filter(([tag]) => !/rel="(?:alternate|canonical|next|prev)"/.test(tag) && !/<img|<source/.test(tag)).map(([, address]) => address!)
  for (const address of new Set(named.map(address => address.replace(demo.origin, '')))) {
    await load(address)
    if (!address.endsWith('.css')) continue
    const css = (await ask(demo.origin, address)).text
    for (const [, inside] of css.matchAll(/url\("?(\/[^")]+)"?\)/g)) await load(inside!)
  }
  return { total: Object.values(parts).reduce((a, b) => a + b, 0), parts, html }
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

describe.each(['gzip', 'br'])('a first visit with %s', encoding => {
  it.each([
    ['home', '/', 50],
    ['list of news', '/berita', 50],
    ['channels', '/kanal', 50],
    ['activity of villages', '/keaktifan?kelompok=desa', 50],
  ])('weighs at most its budget: %s', async (name, path, budget) => {
    const { total, parts } = await firstVisit(path, encoding)
    console.info(`${name}, ${encoding}: ${kilobytes(total)} of ${budget} KB`, parts)
    expect(total).toBeLessThanOrEqual(budget * 1024)
  })

  it('weighs at most 35 KB on every article', async () => {
    const { items } = JSON.parse((await ask(demo.origin, '/feed.json')).text) as { items: { url: string }[] }
    const weights = []
    for (const { url } of items) weights.push((await firstVisit(new URL(url).pathname, encoding)).total)
    console.info(`articles, ${encoding}: ${kilobytes(Math.min(...weights))} to ${kilobytes(Math.max(...weights))} of 35 KB`)
    expect(Math.max(...weights)).toBeLessThanOrEqual(35 * 1024)
  })

  it('weighs at most 50 KB on the home of every site and 30 KB on every other page of it', async () => {
    const { all } = await demo.services.ask(siteDirectory).of(demo.government.id)
    const homes: number[] = []
    const inner: number[] = []
    for (const { slug } of all.filter(site => site.published)) {
      const home = await firstVisit(`/situs/${slug}`, encoding)
      homes.push(home.total)
      const pages = new Set([...home.html.matchAll(new RegExp(`href="(/situs/${slug}/[^"#]+)"`, 'g'))].map(([, path]) => path!).filter(path => !path.includes('/en')))
      for (const path of pages) inner.push((await firstVisit(path, encoding)).total)
    }
    console.info(`sites, ${encoding}: ${homes.length} homes up to ${kilobytes(Math.max(...homes))} of 50 KB, ${inner.length} other pages up to ${kilobytes(Math.max(...inner))} of 30 KB`)
    expect(homes.length).toBeGreaterThan(3)
    expect(Math.max(...homes)).toBeLessThanOrEqual(50 * 1024)
    expect(Math.max(...inner)).toBeLessThanOrEqual(30 * 1024)
  }, 60_000)

  it('weighs at most 90 KB on an officer’s list', async () => {
    const { total, parts } = await firstVisit('/kerja/publikasi', encoding, officer)
    console.info(`officer's list, ${encoding}: ${kilobytes(total)} of 90 KB`, parts)
    expect(total).toBeLessThanOrEqual(90 * 1024)
  })
})

it('photos in lists weigh at most 60 KB each, in any width a browser may choose, and load late', async () => {
  const addresses = new Set<string>()
  for (const path of ['/', '/berita', '/kanal/dpu', '/kanal/diskominfo']) {
    const { text } = await ask(demo.origin, path)
    for (const [tag] of text.matchAll(/<img[^>]+>/g)) {
      expect(tag).toContain('loading="lazy"')
      for (const [address] of tag.matchAll(/\/gambar\/[^\s",]+/g)) addresses.add(address)
    }
  }
  expect(addresses.size).toBeGreaterThan(10)
  const weights = await Promise.all([...addresses].map(async address => (await ask(demo.origin, address)).body.length))
  console.info(`photos in lists: ${addresses.size} files, largest ${kilobytes(Math.max(...weights))} of 60 KB`)
  expect(Math.max(...weights)).toBeLessThanOrEqual(60 * 1024)
})
