import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ask } from '../journeys/asking.ts'
import { atomProblems, jsonProblems, rssProblems, type Answer } from './rules.ts'
import { all, parseXml } from './xml.ts'

let demo: Demo
let folder: string

beforeAll(async () => {
  demo = await openDemo()
  folder = await mkdtemp(join(tmpdir(), 'pendopo-feeds-'))
})

afterAll(async () => {
  await demo?.close()
  await rm(folder, { recursive: true, force: true })
})

const rules = { atom: atomProblems, rss: rssProblems, json: jsonProblems }
const formats = Object.keys(rules) as (keyof typeof rules)[]
/** All channels together, busy ones, one with corrections, one that never published. */
const channels = ['', '/kanal/dpu', '/kanal/diskominfo', '/kanal/desa-kalisapu', '/kanal/desa-pamiritan']

async function feed(path: string): Promise<Answer> {
  const answer = await ask(demo.origin, path)
  expect(answer.status).toBe(200)
  return { address: `${demo.origin}${path}`, type: String(answer.headers['content-type']), body: answer.text }
}

describe.each(formats)('the %s feeds', format => {
  it.each(channels)('of channel “%s” pass every rule of the public validators', async channel => {
    expect(rules[format](await feed(`${channel}/feed.${format}`))).toEqual([])
  })
})

const missing = (program: string) => spawnSync(program, ['--version']).error !== undefined
const without = missing('xmllint')
const unless = without ? ' (skipped: needs xmllint)' : ''

it('feeds narrowed by kind and tag pass as well, and say so of themselves', async () => {
  for (const format of formats) {
    const narrowed = await feed(`/feed.${format}?jenis=berita&tagar=jalan`)
    expect(rules[format](narrowed)).toEqual([])
  }
})

describe('programs from outside', () => {
  it.skipIf(without)(`xmllint reads every feed and the sitemap${unless}`, async () => {
    const files = await Promise.all([...channels.flatMap(channel => [`${channel}/feed.atom`, `${channel}/feed.rss`]), '/sitemap.xml'].map(async (path, i) => {
      const file = join(folder, `${i}.xml`)
      await writeFile(file, (await ask(demo.origin, path)).body)
      return file
    }))
    expect(spawnSync('xmllint', ['--noout', '--nonet', ...files], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })

  it.skipIf(without)(`the Atom feeds fit the grammar of RFC 4287, appendix B${unless}`, async () => {
    const files = await Promise.all(channels.map(async (channel, i) => {
      const file = join(folder, `atom-${i}.xml`)
      await writeFile(file, (await feed(`${channel}/feed.atom`)).body)
      return file
    }))
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', join(import.meta.dirname, 'atom.rng'), ...files], { encoding: 'utf8' })
    expect(stderr.split('\n').filter(line => line && !line.endsWith(' validates'))).toEqual([])
    expect(status).toBe(0)
  })
})

describe('the rules', () => {
  /** Breaks a good feed in one place; the rules must say so. */
  const broken: [format: keyof typeof rules, what: string, change: (body: string) => string, says: RegExp][] = [
    ['atom', 'a missing id', body => body.replace(/<id>.*?<\/id>/, ''), /0 × id/],
    ['atom', 'a date without zone', body => body.replace(/<updated>(.*?)Z<\/updated>/, '<updated>$1</updated>'), /no RFC 3339 date/],
    ['atom', 'a relative link', body => body.replace(/href="https?:\/\/[^/]+\/berita\//, 'href="/berita/'), /no absolute address/],
    ['atom', 'another address for itself', body => body.replace(/feed\.atom"/, 'umpan.atom"'), /calls itself/],
    ['atom', 'two entries of one id', body => body.replace(/(<entry>.*?<\/entry>)/s, '$1$1'), /two entries have the id/],
    ['atom', 'an ampersand alone', body => body.replace(/<subtitle>/, '<subtitle>a & b '), /not well-formed/],
    ['atom', 'text escaped twice', body => body.replace(/<title>.*?<\/title>/, '<title>A &amp;amp; B</title>'), /escaped twice/],
    ['atom', 'no author at all', body => body.replaceAll(/<author>.*?<\/author>/gs, ''), /no author/],
    ['rss', 'no description', body => body.replace(/<description>.*?<\/description>/s, ''), /0 × description/],
    ['rss', 'an Atom date', body => body.replace(/<pubDate>.*?<\/pubDate>/, '<pubDate>2026-11-21T00:00:00Z</pubDate>'), /no RFC 822 date/],
    ['rss', 'the wrong weekday', body => body.replace(/<pubDate>(\w{3}),/, (_, day: string) => `<pubDate>${day === 'Mon' ? 'Tue' : 'Mon'},`), /no RFC 822 date/],
    ['rss', 'an author without e-mail', body => body.replace('<item>', '<item><author>Dinas</author>'), /e-mail address/],
    ['rss', 'a guid that is no link', body => body.replace(/isPermaLink="false"/, ''), /claims to be a link/],
    ['rss', 'no link to itself', body => body.replace(/<atom:link[^>]*\/>/, ''), /0 links to itself/],
    ['rss', 'no language', body => body.replace(/<language>.*?<\/language>/, ''), /language undefined/],
    ['json', 'version 1', body => body.replace('version/1.1', 'version/1'), /not 1\.1/],
    ['json', 'no content', body => body.replaceAll('"content_text"', '"content"').replaceAll('"content_html"', '"content"'), /neither content/],
    ['json', 'a relative address', body => body.replace(/"url": ?"https?:\/\/[^/]+\/berita/, '"url":"/berita'), /no absolute address/],
  ]
  it.each(broken)('find in %s %s', async (format, _, change, says) => {
    const good = await feed(`/feed.${format}`)
    const bad = change(good.body)
    expect(bad).not.toBe(good.body)
    expect(rules[format]({ ...good, body: bad }).join('\n')).toMatch(says)
  })
})

describe('a hostile text', () => {
  it('reaches readers as text and leaves every feed well-formed', async () => {
    const { database, ask: port } = demo.services
    const unit = (await port(unitDirectory).of(demo.government.id)).bySlug('dpu')!
    const words = 'A & B <script>alert(1)</script> ]]> "x" ]]> \u0008\u001b &amp; akhir'
    await database.transaction(demo.government.id, tx => port(publicationsPort).bring(tx, {
      unitId: unit.id, kind: 'berita', slug: 'teks-jahat', state: 'published', private: false, publishedAt: new Date(), scheduledAt: null, oldPaths: [], by: null,
      content: { title: words, summary: words, body: words, tags: ['<b>', 'a & b'], cover: null, gallery: [], attachments: [], placeCode: null, latitude: null, longitude: null, activityFrom: null, activityTo: null, languages: {} },
    }))
    await expect.poll(async () => (await feed('/kanal/dpu/feed.json')).body).toContain('teks-jahat')
    for (const format of formats) {
      const problems = rules[format](await feed(`/kanal/dpu/feed.${format}`))
      // What a person wrote literally looks escaped; that it is shown literally is right.
      expect(problems.filter(problem => !problem.includes('escaped'))).toEqual([])
    }
    const rss = parseXml((await feed('/kanal/dpu/feed.rss')).body)
    expect(all(all(rss, 'channel')[0]!, 'item').map(item => all(item, 'title')[0]!.text)).toContain('A & B <script>alert(1)</script> ]]> "x" ]]>  &amp; akhir')
  })
})
