/** A feed, whatever the format; addresses are absolute. */
export interface Feed {
  title: string
  description: string
  /** Page that shows the same. */
  home: string
  /** Address of this feed. */
  self: string
  language: string
  rights: string
  author: string
  updated: Date
  items: FeedItem[]
}

export interface FeedItem {
  /** Stays the same whatever happens to the address. */
  id: string
  link: string
  title: string
  summary: string
  author: string
  published: Date
  updated: Date
  categories: { term: string; label: string }[]
  /** A WebP picture. */
  image: string | null
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML can carry it, between tags and in attributes: escaped, without control characters. */
const x = (text: string): string => text.replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '').replace(/[&<>"]/g, character => entities[character]!)

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'

/** RFC 4287. */
export const atom = (feed: Feed): string => `${declaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${x(feed.language)}">
<id>${x(feed.home)}</id>
<title>${x(feed.title)}</title>
<subtitle>${x(feed.description)}</subtitle>
<updated>${feed.updated.toISOString()}</updated>
<author><name>${x(feed.author)}</name></author>
<rights>${x(feed.rights)}</rights>
<generator>Pendopo</generator>
<link rel="self" type="application/atom+xml" href="${x(feed.self)}"/>
<link rel="alternate" type="text/html" href="${x(feed.home)}"/>
${feed.items.map(item => `<entry>
<id>${x(item.id)}</id>
<title>${x(item.title)}</title>
<link rel="alternate" type="text/html" href="${x(item.link)}"/>
${item.image ? `<link rel="enclosure" type="image/webp" href="${x(item.image)}"/>\n` : ''}<published>${item.published.toISOString()}</published>
<updated>${item.updated.toISOString()}</updated>
<author><name>${x(item.author)}</name></author>
${item.categories.map(({ term, label }) => `<category term="${x(term)}" label="${x(label)}"/>\n`).join('')}<summary>${x(item.summary)}</summary>
</entry>
`).join('')}</feed>
`

/** RSS 2.0; names of authors stand in Dublin Core, because RSS itself takes e-mail addresses only. */
export const rss = (feed: Feed): string => `${declaration}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${x(feed.title)}</title>
<link>${x(feed.home)}</link>
<description>${x(feed.description)}</description>
<language>${x(feed.language)}</language>
<copyright>${x(feed.rights)}</copyright>
<lastBuildDate>${feed.updated.toUTCString()}</lastBuildDate>
<generator>Pendopo</generator>
<atom:link rel="self" type="application/rss+xml" href="${x(feed.self)}"/>
${feed.items.map(item => `<item>
<title>${x(item.title)}</title>
<link>${x(item.link)}</link>
<guid isPermaLink="false">${x(item.id)}</guid>
<pubDate>${item.published.toUTCString()}</pubDate>
<dc:creator>${x(item.author)}</dc:creator>
${item.categories.map(({ label }) => `<category>${x(label)}</category>\n`).join('')}${item.image ? `<enclosure url="${x(item.image)}" type="image/webp" length="0"/>\n` : ''}<description>${x(escapeMarkup(item.summary))}</description>
</item>
`).join('')}</channel>
</rss>
`

/** Readers take a description in RSS for HTML. */
const escapeMarkup = (text: string): string => text.replace(/[&<]/g, character => entities[character]!)

/** JSON Feed 1.1. */
export const json = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    authors: [{ name: feed.author, url: feed.home }],
    items: feed.items.map(item => ({
      id: item.id,
      url: item.link,
      title: item.title,
      summary: item.summary,
      content_text: item.summary,
      image: item.image ?? undefined,
      date_published: item.published.toISOString(),
      date_modified: item.updated.toISOString(),
      authors: [{ name: item.author }],
      tags: item.categories.map(({ label }) => label),
    })),
  })
