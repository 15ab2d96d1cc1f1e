import { gzipSync } from 'node:zlib'
import type { OwnAnswer } from '../contract.ts'
import type { Weight } from '../inspection/inspect.ts'
import { readPage } from '../inspection/page-facts.ts'

/** A front page that loads more than this is heavy whatever it weighs. */
const most = 200
const compressed = /^(text\/|image\/svg|application\/(javascript|json|xml|xhtml))/

const over = ({ mediaType, body }: OwnAnswer): number => (compressed.test(mediaType) ? gzipSync(body).length : body.length)

/**
 * What a first visit to a page loads: its HTML, styles, scripts, pictures, and the fonts its styles name; texts count
 * as they travel, compressed.
 * @param get answers what lies at a path of the portal
 */
export async function weigh(url: string, html: string, get: (path: string) => Promise<OwnAnswer>): Promise<Weight> {
  const seen = new Set<string>([url])
  const waiting = readPage({ url, status: 200, html }).resources.map(({ href }) => href)
  const weight: Weight = { bytes: gzipSync(html).length, requests: 1, whole: true }
  for (let href = waiting.shift(); href !== undefined && weight.requests < most; href = waiting.shift()) {
    const target = URL.parse(href, `http://here.invalid${url}`)
    if (!target || target.host !== 'here.invalid' || seen.has(target.pathname + target.search)) continue
    const path = target.pathname + target.search
    seen.add(path)
    const answer = await get(path)
    weight.requests++
    if (answer.status >= 400) continue
    weight.bytes += over(answer)
    if (answer.mediaType === 'text/css') for (const [, font] of answer.body.toString().matchAll(/url\(["']?([^"')]+\.woff2[^"')]*)["']?\)/g)) waiting.push(new URL(font!, target).href)
  }
  return weight
}
