import type { Certificate } from '../certificate/certificate.ts'
import type { Requirements } from '../requirement.ts'
import { barriersOf, together, type Barrier } from './barriers.ts'
import { readPage, type FetchedPage, type PageFacts } from './page-facts.ts'
import { recognise, type Contents, type Place } from './recognise.ts'

/** What loading the front page costs. */
export interface Weight {
  bytes: number
  requests: number
  /** Whether everything it loads was weighed, or its HTML alone. */
  whole: boolean
}

/** What an audit found; the score depends on nothing else. */
export interface Findings {
  /** Whether the front page opens. */
  opens: boolean
  /** Pages looked at. */
  pages: number
  contents: Contents
  /** Day of the last sign of life, `2026-11-21`. */
  changedOn: string | null
  /** Links that lead nowhere, each with the page it stands on. */
  broken: (Place & { on: string })[]
  barriers: Barrier[]
  weight: Weight | null
  /** Null when the site has no domain of its own. */
  certificate: Certificate | null
}

const nothing = (): Findings => ({ opens: false, pages: 0, contents: {}, changedOn: null, broken: [], barriers: [], weight: null, certificate: null })

/** Looks at the pages of a site, its front page first. What pages cannot tell, such as the certificate, is added by the caller. */
export async function inspect(pages: readonly FetchedPage[], { words, today }: { words: Requirements['words']; today: string }): Promise<Findings> {
  const [home] = pages
  if (!home || home.status >= 400 || home.html === '') return { ...nothing(), pages: pages.length }
  const facts: PageFacts[] = []
  const barriers: Barrier[] = []
  for (const page of pages) {
    const read = readPage(page)
    facts.push(read)
    if (page.status < 400 && page.html) barriers.push(...(await barriersOf(read, page.html)))
  }
  const days = facts.flatMap(({ days }) => days).filter(day => /^20\d{2}-\d{2}-\d{2}$/.test(day) && day <= today)
  return { ...nothing(), opens: true, pages: pages.length, contents: recognise(facts, words), changedOn: days.toSorted().at(-1) ?? null, broken: brokenIn(facts), barriers: together(barriers) }
}

/** Links of the pages to others among them that do not open. */
function brokenIn(pages: readonly PageFacts[]): Findings['broken'] {
  const dead = new Set(pages.filter(({ status }) => status >= 400).map(({ url }) => url))
  const found = new Map<string, Place & { on: string }>()
  for (const page of pages)
    for (const { href, text } of page.links) {
      const target = URL.parse(href, URL.canParse(page.url) ? page.url : 'http://here.invalid')
      if (!target) continue
      target.hash = ''
      const url = target.host === 'here.invalid' ? target.pathname + target.search : target.href
      if (dead.has(url) && !found.has(url)) found.set(url, { label: text || url, href: url, on: page.url })
    }
  return [...found.values()]
}
