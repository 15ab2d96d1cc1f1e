import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copySite, NotEmpty, type Copied } from '#app/sites/copy.ts'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { addressesIn } from '#platform/text/html-addresses.ts'
import { ask } from './asking.ts'

let demo: Demo
let folder: string

beforeAll(async () => {
  demo = await openDemo()
  folder = await mkdtemp(join(tmpdir(), 'pendopo-copies-'))
})
afterAll(async () => {
  await demo?.close()
  await rm(folder, { recursive: true, force: true })
})

/** One site of each of three templates, the fullest of its kind. */
async function threeSites() {
  const { all } = await demo.services.ask(siteDirectory).of(demo.government.id)
  const published = all.filter(site => site.published && !site.domain)
  return ['village', 'school', 'agency'].map(template => published.find(site => site.template === template)!)
}

describe('a site that leaves', () => {
  const copies: { slug: string; origin: string; copied: Copied; server: Server; served: string }[] = []

  it('is written as files, one folder each for a village, a school and an agency', async () => {
    for (const { slug } of await threeSites()) {
      const origin = `http://${slug}.${new URL(demo.origin).host}`
      const copied = await copySite(demo.web.server, origin, join(folder, slug))
      expect(copied.missing, slug).toEqual([])
      // The plainest server there is: files by their names, nothing else.
      const server = createServer(sirv(join(folder, slug))).listen(0, '127.0.0.1')
      await new Promise(resolve => server.once('listening', resolve))
      copies.push({ slug, origin, copied, server, served: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
      console.info(`${slug}: ${copied.pages} pages, ${copied.files} files, ${(copied.bytes / 1e6).toFixed(1)} MB`)
    }
    expect(copies).toHaveLength(3)
  })

  it('is the same, byte for byte, on every page in both languages, with every picture, file and stylesheet', async () => {
    for (const { slug, origin, served } of copies) {
      const { host } = new URL(origin)
      const seen = new Set(['/', '/en'])
      let html = 0
      for (const path of seen) {
        const [live, copy] = [await ask(demo.origin, path, { headers: { host } }), await fetch(served + path)]
        expect(copy.status, `${slug}${path}`).toBe(200)
        const bytes = Buffer.from(await copy.arrayBuffer())
        expect(bytes.equals(live.body), `${slug}${path} is the same`).toBe(true)
        if (!String(live.headers['content-type']).startsWith('text/html')) continue
        html++
        for (const address of addressesIn(live.text)) if (address.startsWith('/') && !address.startsWith('//')) seen.add(address.replace(/#.*/, ''))
      }
      console.info(`${slug}: ${html} pages and ${seen.size - html} other files identical; no difference to state`)
      expect(html).toBeGreaterThan(8)
    }
  })

  it('works with no backend: no form, no script, and no link of its own leads nowhere', async () => {
    await demo.web.server.close()
    for (const { served } of copies) {
      const seen = new Map([['/', 'the start']])
      for (const [path, from] of seen) {
        const answer = await fetch(served + path)
        expect(answer.status, `${path}, linked from ${from}`).toBe(200)
        if (!String(answer.headers.get('content-type')).startsWith('text/html')) continue
        const text = await answer.text()
        expect(text).not.toMatch(/<form\b|<script(?![^>]*ld\+json)/)
        for (const address of addressesIn(text)) if (address.startsWith('/') && !address.startsWith('//')) seen.set(address.replace(/#.*/, ''), seen.get(address) ?? path)
      }
      expect((await fetch(`${served}/tidak-ada`)).status).toBe(404)
    }
    for (const { server } of copies) server.close()
  })

  it('is never written over something that is there', async () => {
    await expect(copySite(demo.web.server, copies[0]!.origin, join(folder, copies[0]!.slug))).rejects.toBeInstanceOf(NotEmpty)
  })
})
