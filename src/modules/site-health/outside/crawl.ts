import { setTimeout as wait } from 'node:timers/promises'
import { fetchOutside, OutsideFailure, type OutsideAnswer, type OutsideReason } from '#platform/web/outbound.ts'
import type { Weight } from '../inspection/inspect.ts'
import { readPage, type FetchedPage, type PageLink } from '../inspection/page-facts.ts'
import { htmlOf, textOf } from './answer.ts'
import { everythingAllowed, nothingAllowed, readRobots, robotsBytes, type Robots } from '#platform/web/robots.ts'

export interface Crawling {
  /** Begins with `Pendopo/` and names a person to complain to. */
  userAgent: string
  /** `config.PENDOPO_FETCH_LOCAL`: tests only. */
  allowPrivate: boolean
  /** What a link seems to lead to; one link of every topic is followed before a second. */
  topicOf(link: PageLink): string | null
  bounds?: Partial<Bounds>
}

/** What a visit may cost the host and us. */
export interface Bounds {
  pages: number
  /** Of one answer, unpacked. */
  bytes: number
  /** After each answer, before the next request. */
  pauseMs: number
  /** For everything together. */
  totalMs: number
  /** For one answer. */
  answerMs: number
}

export const bounds: Bounds = { pages: 20, bytes: 2_000_000, pauseMs: 1000, totalMs: 60_000, answerMs: 15_000 }

/** Why the front page could not be looked at. */
export type CrawlFailure = OutsideReason | 'robots' | 'elsewhere' | 'not-html' | 'status' | 'busy'

export interface Crawl {
  /** The front page first. */
  pages: FetchedPage[]
  /** Of the front page's HTML, as it came over the line. */
  weight: Weight | null
  failure: { reason: CrawlFailure; status: number | null; url: string } | null
  /** Whether it ended before every page was seen. */
  cut: 'pages' | 'time' | 'busy' | null
  /** Addresses robots.txt asks to leave alone. */
  spared: number
}

/** The name in `User-agent` lines that means us. */
const token = 'Pendopo'
/** A host that wants more than this between two requests gets fewer of them. */
const longestDelay = 10_000
const mostHops = 5
const files = /\.(pdf|docx?|xlsx?|pptx?|zip|rar|7z|jpe?g|png|gif|webp|avif|svg|ico|mp[34]|webm|css|js|json|xml|rss|atom|txt|csv|apk|exe)$/i

/** The same host, with or without `www.`. */
const site = (url: URL): string => url.host.replace(/^www\./, '')

class Busy extends Error {}
class OutOfTime extends Error {}
class Forbidden extends Error {}
class ElsewhereFound extends Error {}

/**
 * Visits the front page of a site and what it links to on the same host: one request at a time with a pause after
 * each, as far as robots.txt allows, within bounds. A host that says it is busy is left alone at once.
 */
export async function crawl(start: string, { userAgent, allowPrivate, topicOf, bounds: changed }: Crawling): Promise<Crawl> {
  const most = { ...bounds, ...changed }
  const ends = Date.now() + most.totalMs
  const home = new URL(start)
  const robots = new Map<string, Robots>()
  let pauseMs = most.pauseMs
  let asked = false
  const found: Crawl = { pages: [], weight: null, failure: null, cut: null, spared: 0 }

  async function send(url: URL, maxBytes: number, hops: number): Promise<OutsideAnswer> {
    if (asked) await wait(Math.max(0, Math.min(pauseMs, ends - Date.now())))
    asked = true
    const left = ends - Date.now()
    if (left <= 0) throw new OutOfTime()
    return fetchOutside(url.href, { headers: { 'user-agent': userAgent, accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1', 'accept-encoding': 'gzip' }, timeoutMs: Math.min(left, most.answerMs), maxBytes, maxRedirects: hops, allowPrivate })
  }

  async function rulesOf(url: URL): Promise<Robots> {
    const known = robots.get(url.origin)
    if (known) return known
    let rules: Robots
    try {
      const answer = await send(new URL('/robots.txt', url), robotsBytes, mostHops)
      // RFC 9309, 2.3.1: none there means everything is allowed; a server in trouble means nothing is.
      rules = answer.status < 300 ? readRobots(textOf(answer, robotsBytes), token) : answer.status < 500 && answer.status !== 429 ? everythingAllowed : nothingAllowed
    } catch (error) {
      if (!(error instanceof OutsideFailure)) throw error
      // A file too long to be meant; beyond its bound it need not be read. Anything else is a host out of reach.
      if (error.reason !== 'too-large') throw error
      rules = everythingAllowed
    }
    robots.set(url.origin, rules)
    if (rules.delay) pauseMs = Math.max(pauseMs, Math.min(rules.delay * 1000, longestDelay))
    return rules
  }

  /** Follows redirects on the same host, each asked as politely as any other request. */
  async function open(url: URL): Promise<{ answer: OutsideAnswer; url: URL }> {
    for (let hop = 0; ; hop++) {
      if (!(await rulesOf(url)).allows(url.pathname + url.search)) throw new Forbidden()
      const answer = await send(url, most.bytes, 0)
      if (answer.status === 429 || answer.status === 503) throw new Busy()
      const next = answer.status >= 300 && answer.status < 400 ? URL.parse(answer.headers.location ?? '', url) : null
      if (!next) return { answer, url }
      if (hop >= mostHops) throw new OutsideFailure('too-many-redirects', next.href)
      if (site(next) !== site(home)) throw new ElsewhereFound(next.href)
      next.hash = ''
      url = next
    }
  }

  const queue: { url: string; topic: string | null }[] = []
  const known = new Set<string>([home.href])
  const topics = new Set<string>()

  function keepLinks(page: FetchedPage, base: URL): void {
    for (const link of readPage(page).links) {
      const url = URL.parse(link.href, base)
      if (!url || !/^https?:$/.test(url.protocol) || site(url) !== site(home) || files.test(url.pathname) || queue.length >= 500) continue
      url.hash = ''
      if (url.href.length > 1000 || known.has(url.href)) continue
      known.add(url.href)
      queue.push({ url: url.href, topic: topicOf({ href: url.href, text: link.text }) })
    }
  }

  /** A topic not seen yet, then any topic, then the rest in the order of the page. */
  function next(): string | undefined {
    const fresh = queue.findIndex(({ topic }) => topic !== null && !topics.has(topic))
    const index = fresh >= 0 ? fresh : Math.max(0, queue.findIndex(({ topic }) => topic !== null))
    const [taken] = queue.splice(index, 1)
    if (taken?.topic) topics.add(taken.topic)
    return taken?.url
  }

  for (let address: string | undefined = home.href; address !== undefined; address = next()) {
    const first = found.pages.length === 0
    if (found.pages.length >= most.pages) {
      found.cut = 'pages'
      break
    }
    try {
      const { answer, url } = await open(new URL(address))
      const html = answer.status < 300 ? htmlOf(answer, most.bytes) : ''
      // Two addresses of one page: the second opens, and there is nothing new on it.
      const again = url.href !== address && known.has(url.href) && !first
      known.add(url.href)
      if (first && (answer.status >= 400 || html === null)) return { ...found, failure: { reason: answer.status >= 400 ? 'status' : 'not-html', status: answer.status, url: url.href } }
      // 401 and 403 turn programs away, which says nothing about readers.
      if (answer.status === 401 || answer.status === 403) continue
      const page = { url: first ? url.href : address, status: answer.status, html: again ? '' : (html ?? '') }
      found.pages.push(page)
      if (first) found.weight = { bytes: answer.body.length, requests: 1 + readPage(page).resources.length, whole: false }
      if (!again && html) keepLinks(page, url)
    } catch (error) {
      if (error instanceof Forbidden) found.spared++
      const reason = reasonOf(error)
      if (first) return { ...found, failure: { reason, status: null, url: error instanceof ElsewhereFound ? error.message : address } }
      if (error instanceof OutOfTime || Date.now() >= ends) found.cut = 'time'
      else if (error instanceof Busy) found.cut = 'busy'
      if (found.cut) break
    }
  }
  return found
}

function reasonOf(error: unknown): CrawlFailure {
  if (error instanceof OutsideFailure) return error.reason
  if (error instanceof Forbidden) return 'robots'
  if (error instanceof ElsewhereFound) return 'elsewhere'
  if (error instanceof Busy) return 'busy'
  if (error instanceof OutOfTime) return 'timeout'
  throw error
}
