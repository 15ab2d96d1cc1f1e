import type { ContentCode, Requirements } from '../requirement.ts'
import { contentCodes } from '../requirement.ts'
import type { PageFacts } from './page-facts.ts'

/** Where something was seen. */
export interface Place {
  label: string
  href: string
}

/** A content as far as it was found. */
export interface Content {
  /** 1 when nothing is missing, 0 when nothing was seen. */
  share: number
  where: Place[]
  /** Services and how many of them lack their standard, when that is known. */
  counted?: { all: number; lacking: number }
  /** Only a link to it was seen, and not what it leads to. */
  unseen?: boolean
}

export type Contents = Partial<Record<ContentCode, Content>>

const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/** Whether one of the words stands in a text, as whole words. */
export const speaksOf = (text: string, words: readonly string[]): boolean => {
  const said = plain(text)
  return words.some(word => said.includes(plain(word)))
}

/** Worth of a link nobody has followed. */
const unseen = 0.5

/**
 * Recognises what a site shows by titles, headings and links. A page that opens counts in full; a link to another
 * host too, because channels such as LAPOR! live elsewhere; a link that was not followed counts half.
 */
export function recognise(pages: readonly PageFacts[], words: Requirements['words']): Contents {
  const byUrl = new Map(pages.map(page => [page.url, page]))
  const contents: Contents = {}
  for (const code of contentCodes) {
    const found = places(code, pages, byUrl, words)
    const best = Math.max(0, ...found.map(({ worth }) => worth))
    const where = uniqueBy(found.toSorted((a, b) => b.worth - a.worth), place => place.href).slice(0, 3).map(({ label, href }) => ({ label, href }))
    const mere = code === 'services' && best === 1 && !pages.some(page => page.status < 400 && speaksOf(page.text, words['service-standards']))
    contents[code] = { share: mere ? 0.5 : best, where, ...(best === unseen ? { unseen: true } : {}) }
  }
  return contents
}

interface Found extends Place {
  worth: number
}

function places(code: ContentCode, pages: readonly PageFacts[], byUrl: Map<string, PageFacts>, words: Requirements['words']): Found[] {
  const known = words[code]
  const found: Found[] = []
  for (const page of pages.filter(({ status }) => status < 400)) {
    const heading = [page.title, ...page.headings].find(text => speaksOf(text, known))
    if (heading) found.push({ label: heading, href: page.url, worth: 1 })
    for (const link of page.links) {
      if (code === 'contact' && /^(tel|mailto):/i.test(link.href)) found.push({ label: link.text || link.href, href: page.url, worth: 1 })
      const target = URL.parse(link.href, URL.canParse(page.url) ? page.url : 'http://here.invalid')
      if (!target || !/^https?:$/.test(target.protocol) || !(speaksOf(link.text, known) || speaksOf(readable(target.host + target.pathname), known))) continue
      target.hash = ''
      const href = target.host === 'here.invalid' ? target.pathname + target.search : target.href
      const followed = byUrl.get(href)
      const away = URL.canParse(page.url) && target.host !== new URL(page.url).host
      found.push({ label: link.text || href, href, worth: followed ? (followed.status < 400 ? 1 : 0) : away ? 1 : unseen })
    }
  }
  return found.filter(({ worth }) => worth > 0)
}

/** An address as people read it; a broken one stays as it is. */
function readable(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => [...new Map(items.toReversed().map(item => [keyOf(item), item])).values()].toReversed()
