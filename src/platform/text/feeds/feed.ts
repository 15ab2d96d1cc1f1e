export interface FeedItem {
  /** guid, atom:id or the link: the same at every reading. */
  id: string
  link: string
  /** Plain text. */
  title: string
  html: string
  /** HTML as well; empty when the feed gives the whole text only. */
  summary: string
  published?: Date
  updated?: Date
  author: string
  categories: string[]
  enclosures: { url: string; type?: string; bytes?: number }[]
}

export interface Feed {
  format: 'rss' | 'atom' | 'json'
  title: string
  /** Page of the site the feed belongs to. */
  link: string
  items: FeedItem[]
}

export const NOT_A_FEED = 'Isinya bukan umpan berita (RSS, Atom, atau JSON Feed).'

/** An address as the feed's own page would read it. */
export const absolute = (address: string, base: string): string => {
  const clean = address.trim()
  if (clean === '' || !URL.canParse(clean, base || undefined)) return clean
  return new URL(clean, base || undefined).href
}

const ZONES: Record<string, string> = { WIB: '+0700', WITA: '+0800', WIT: '+0900' }

/** Dates of feeds, also without a zone (read as UTC) and with Indonesian zone names. */
export function dateOf(text: string): Date | undefined {
  const said = text.trim().replace(/\b(WIB|WITA|WIT)$/, zone => ZONES[zone] ?? zone)
  if (said === '' || said.length > 60) return undefined
  const zoneless = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(said) || /\d\d:\d\d(?::\d\d)?$/.test(said) && !/[+-]\d\d:\d\d$/.test(said)
  const date = new Date(zoneless ? (said.includes(',') || / [A-Z][a-z]{2} /.test(said) ? `${said} +0000` : `${said.replace(' ', 'T')}Z`) : said)
  return Number.isNaN(date.getTime()) ? undefined : date
}
