import { htmlTokens, type Attributes } from '#platform/text/from-html/html-tokens.ts'

/** A page as it was fetched. */
export interface FetchedPage {
  /** Whole address, or a path of the portal. */
  url: string
  status: number
  /** Empty when it is no HTML. */
  html: string
}

export interface PageLink {
  /** As written, entities read. */
  href: string
  text: string
}

/** What a page says about itself. */
export interface PageFacts {
  url: string
  status: number
  title: string
  language: string | null
  h1: number
  headings: string[]
  links: PageLink[]
  imagesWithoutAlt: number
  linksWithoutText: number
  /** What a browser loads with it. */
  resources: { kind: 'style' | 'script' | 'picture' | 'font'; href: string }[]
  /** Days it names, as `2026-11-21`. */
  days: string[]
  /** Words readers see, bounded. */
  text: string
}

const mostLinks = 1000
const mostText = 200_000
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', raquo: '»', laquo: '«', hellip: '…' }

/** Entities as readers see them; only those that matter for words and addresses. */
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : parseInt(hex!, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const tidy = (text: string): string => decoded(text).replace(/\s+/g, ' ').trim()

/** Reads a page in one pass; nothing it holds can cost more than its length. */
export function readPage({ url, status, html }: FetchedPage): PageFacts {
  const facts: PageFacts = { url, status, title: '', language: null, h1: 0, headings: [], links: [], imagesWithoutAlt: 0, linksWithoutText: 0, resources: [], days: [], text: '' }
  let link: PageLink | null = null
  let heading: string | null = null
  const words: string[] = []
  let length = 0
  const endLink = () => {
    if (!link) return
    link.text = tidy(link.text)
    if (link.text === '') facts.linksWithoutText++
    if (facts.links.length < mostLinks) facts.links.push(link)
    link = null
  }
  const say = (text: string) => {
    if (link && link.text.length < 500) link.text += text
    if (heading !== null && heading.length < 500) heading += text
    if (length < mostText) words.push(text)
    length += text.length
  }
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') say(token.text)
    else if (token.kind === 'raw') readRaw(facts, token.name, token.attributes, token.content)
    else if (token.kind === 'open') {
      const { name, attributes } = token
      // Words of two elements are two words.
      if (name !== 'b' && name !== 'i' && name !== 'em' && name !== 'strong' && name !== 'span') say(' ')
      if (name === 'a' && attributes.has('href')) {
        endLink()
        link = { href: decoded(attributes.get('href')!).trim(), text: nameOf(attributes) }
      } else if (/^h[1-6]$/.test(name)) {
        heading = ''
        if (name === 'h1') facts.h1++
      } else if (name === 'img' && link) say(` ${attributes.get('alt') ?? ''}`)
      readElement(facts, name, attributes)
    } else if (token.kind === 'close') {
      if (token.name === 'a') endLink()
      else if (/^h[1-6]$/.test(token.name) && heading !== null) {
        const text = tidy(heading)
        if (text && facts.headings.length < 200) facts.headings.push(text)
        heading = null
      }
    }
  }
  endLink()
  facts.text = tidy(words.join('')).slice(0, mostText)
  facts.days.push(...daysIn(facts.text))
  return facts
}

/** The name an element was given for those who do not see it. */
const nameOf = (attributes: Attributes): string => attributes.get('aria-label') ?? attributes.get('title') ?? ''

function readRaw(facts: PageFacts, name: string, attributes: Attributes, content: string): void {
  if (name === 'title') facts.title ||= tidy(content).slice(0, 300)
  else if (name === 'script' && attributes.has('src')) facts.resources.push({ kind: 'script', href: decoded(attributes.get('src')!) })
  else if (name === 'script') for (const [, day] of content.matchAll(/"date(?:Published|Modified)"\s*:\s*"(\d{4}-\d{2}-\d{2})/g)) facts.days.push(day!)
}

function readElement(facts: PageFacts, name: string, attributes: Attributes): void {
  if (name === 'html') facts.language = attributes.get('lang')?.trim() || null
  else if (name === 'img') {
    if (!attributes.has('alt')) facts.imagesWithoutAlt++
    // What lies below the fold is fetched when somebody scrolls there.
    if (attributes.get('src') && attributes.get('loading') !== 'lazy') facts.resources.push({ kind: 'picture', href: decoded(attributes.get('src')!) })
  } else if (name === 'link') {
    const rel = ` ${attributes.get('rel')?.toLowerCase() ?? ''} `
    const href = attributes.get('href')
    if (href && rel.includes(' stylesheet ')) facts.resources.push({ kind: 'style', href: decoded(href) })
    else if (href && rel.includes(' preload ') && attributes.get('as') === 'font') facts.resources.push({ kind: 'font', href: decoded(href) })
  } else if (name === 'time' && attributes.has('datetime')) facts.days.push(attributes.get('datetime')!.slice(0, 10))
  else if (name === 'meta' && /^(article:(published|modified)_time|og:updated_time)$/.test(attributes.get('property') ?? '')) facts.days.push((attributes.get('content') ?? '').slice(0, 10))
}

const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase().replace('may', 'mei').replace('aug', 'agu').replace('ags', 'agu').replace('oct', 'okt').replace('dec', 'des')) + 1

/** Days written out, `21 November 2026` or `21/11/2026`. */
function daysIn(text: string): string[] {
  const found: string[] = []
  const add = (year: string, month: number, day: string) => {
    if (month >= 1 && month <= 12 && Number(day) >= 1 && Number(day) <= 31) found.push(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
  for (const [, day, month, year] of text.matchAll(/\b(\d{1,2})\s+(jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec)[a-z]*\.?,?\s+(20\d{2})\b/gi)) add(year!, monthOf(month!), day!)
  for (const [, day, month, year] of text.matchAll(/\b(\d{1,2})[/-](\d{1,2})[/-](20\d{2})\b/g)) add(year!, Number(month), day!)
  return found.slice(0, 500)
}
