import type { SaxesTagNS } from 'saxes'
import { absolute, dateOf, NOT_A_FEED, type Feed, type FeedItem } from './feed.ts'
import { readJsonFeed } from './json-feed.ts'
import { plainText } from '../from-html/plain-text.ts'
import { SourceRefused } from '../refused.ts'
import { decodeXml, readXmlText } from '../xml-reading.ts'

export type { Feed, FeedItem } from './feed.ts'

const LARGEST = 20_000_000
const ITEMS = 2_000
const ATOM = 'http://www.w3.org/2005/Atom'
const PREFIXES: Record<string, string> = {
  'http://purl.org/rss/1.0/modules/content/': 'content:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://search.yahoo.com/mrss/': 'media:',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf:',
  'http://purl.org/atom/ns#': '',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://backend.userland.com/rss2': '',
  [ATOM]: '',
  '': '',
}

/** An entry while it is being read; the first value of a name wins. */
type Entry = { fields: Map<string, string>; types: Map<string, string>; item: FeedItem }

const begun = (): Entry => ({
  fields: new Map(),
  types: new Map(),
  item: { id: '', link: '', title: '', html: '', summary: '', author: '', categories: [], enclosures: [] },
})

/** Reads RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed. Throws `SourceRefused` for anything else. */
export function readFeed(source: string | Uint8Array): Feed {
  if (source.length > LARGEST) throw new SourceRefused('Umpan lebih besar dari {n} MB.', { n: LARGEST / 1_000_000 })
  const text = (typeof source === 'string' ? source : decodeXml(source, NOT_A_FEED)).replace(/^\ufeff?\s*/, '')
  if (text.startsWith('{')) return readJsonFeed(text, ITEMS)
  if (!text.startsWith('<')) throw new SourceRefused(NOT_A_FEED)

  const feed: Feed = { format: 'rss', title: '', link: '', items: [] }
  const head = begun()
  const path: string[] = []
  let entry: Entry | undefined
  let words: string[] = []
  /** Markup of an XHTML text, put together again as it was. */
  let markup: { depth: number; out: string[] } | undefined

  function open(tag: SaxesTagNS): void {
    if (markup) {
      markup.out.push(startTag(tag))
      path.push(tag.local)
      return
    }
    const prefix = PREFIXES[tag.uri]
    const name = prefix === undefined ? `other:${tag.local}` : prefix + tag.local
    if (path.length === 0) {
      if (tag.uri === ATOM && name === 'feed') feed.format = 'atom'
      else if (name !== 'rss' && name !== 'rdf:RDF' && name !== 'feed') throw new SourceRefused(NOT_A_FEED)
    }
    path.push(name)
    words = []
    if ((name === 'item' || name === 'entry') && !entry) {
      if (feed.items.length >= ITEMS) throw new SourceRefused('Umpan memuat lebih dari {n} tulisan.', { n: ITEMS })
      entry = begun()
      entry.item.id = attribute(tag, 'rdf:about')
      return
    }
    const type = attribute(tag, 'type')
    const within = entry ?? head
    if (!within.types.has(name)) within.types.set(name, name === 'guid' ? attribute(tag, 'isPermaLink') : type)
    if (name === 'link' && attribute(tag, 'href')) linked(within, tag)
    if (entry && name === 'category' && attribute(tag, 'term')) entry.item.categories.push(attribute(tag, 'label') || attribute(tag, 'term'))
    if (entry && (name === 'enclosure' || name === 'media:content') && attribute(tag, 'url')) enclosed(entry, attribute(tag, 'url'), type, attribute(tag, name === 'enclosure' ? 'length' : 'fileSize'))
    if (entry && name === 'content' && attribute(tag, 'src')) entry.item.html = `<p><a href="${inAttribute(attribute(tag, 'src'))}">${inText(attribute(tag, 'src'))}</a></p>`
    if (type === 'xhtml' && (name === 'content' || name === 'summary' || name === 'title')) markup = { depth: path.length, out: [] }
  }

  function close(tag: SaxesTagNS): void {
    const name = path.pop() ?? ''
    if (markup && path.length >= markup.depth) {
      markup.out.push(`</${tag.local}>`)
      return
    }
    const value = markup ? markup.out.join('') : words.join('')
    markup = undefined
    words = []
    if (entry && (name === 'item' || name === 'entry') && !path.includes('item') && !path.includes('entry')) {
      feed.items.push(finished(entry))
      entry = undefined
      return
    }
    const parent = path.at(-1)
    if (name === 'name' && parent === 'author') (entry ?? head).fields.set('author', value)
    else if (entry && (parent === 'item' || parent === 'entry')) {
      if (name === 'category' || name === 'dc:subject') entry.item.categories.push(value)
      else if (name === 'author' && value.trim() === '') return
      else if (!entry.fields.get(name)?.trim()) entry.fields.set(name, value)
    } else if (!entry && (parent === 'channel' || parent === 'feed') && !head.fields.get(name)?.trim()) head.fields.set(name, value)
  }

  readXmlText(text, {
    open,
    close,
    text: piece => (markup ? markup.out.push(inText(piece)) : words.push(piece)),
  }, { value: LARGEST, depth: 200, notThis: NOT_A_FEED, bareDoctype: true })

  feed.title = plainTitle(head)
  feed.link = head.item.link || (head.fields.get('link') ?? '').trim()
  for (const item of feed.items) {
    item.link = absolute(item.link, feed.link)
    item.id ||= item.link || item.title
    for (const enclosure of item.enclosures) enclosure.url = absolute(enclosure.url, feed.link)
  }
  return feed
}

function finished(entry: Entry): FeedItem {
  const { fields, types, item } = entry
  const get = (...names: string[]) => names.map(name => fields.get(name)?.trim() ?? '').find(value => value !== '') ?? ''
  const rich = (name: string): string => {
    const value = fields.get(name)?.trim() ?? ''
    const type = types.get(name)
    return (type === 'text' || type === 'text/plain' || (type === '' && (name === 'content' || name === 'summary'))) ? inText(value) : value
  }
  const whole = get('content:encoded') || item.html || rich('content')
  const brief = rich('summary') || get('description')
  const permanent = types.get('guid') !== 'false' && /^https?:\/\//.test(get('guid')) ? get('guid') : ''
  return {
    ...item,
    id: get('guid', 'id') || item.id,
    link: item.link || get('link') || permanent,
    title: plainTitle(entry),
    html: whole || brief,
    summary: whole ? brief : '',
    published: dateOf(get('pubDate', 'published', 'issued', 'dc:date', 'dcterms:created', 'created')),
    updated: dateOf(get('updated', 'modified', 'dcterms:modified')),
    author: plainText(get('dc:creator', 'author').replace(/^\S+@\S+\s+\((.+)\)$/, '$1')),
    categories: [...new Set(item.categories.map(plainText).filter(name => name !== ''))],
  }
}

/** Titles of RSS are escaped once or twice; those of Atom say what they are. */
function plainTitle({ fields, types }: Entry): string {
  const title = fields.get('title') ?? ''
  return types.get('title') === 'text' ? title.replace(/\s+/g, ' ').trim() : plainText(title)
}

function linked(entry: Entry, tag: SaxesTagNS): void {
  const rel = attribute(tag, 'rel') || 'alternate'
  const href = attribute(tag, 'href')
  if (rel === 'enclosure') enclosed(entry, href, attribute(tag, 'type'), attribute(tag, 'length'))
  else if (rel === 'alternate' && !entry.item.link) entry.item.link = href
}

function enclosed(entry: Entry, url: string, type: string, length: string): void {
  if (entry.item.enclosures.some(enclosure => enclosure.url === url)) return
  entry.item.enclosures.push({ url, type: type || undefined, bytes: /^\d{1,12}$/.test(length) && length !== '0' ? Number(length) : undefined })
}

const attribute = (tag: SaxesTagNS, name: string): string => tag.attributes[name]?.value.trim() ?? ''

const startTag = (tag: SaxesTagNS): string =>
  `<${tag.local}${Object.values(tag.attributes).filter(one => one.prefix !== 'xmlns' && one.name !== 'xmlns').map(one => ` ${one.local}="${inAttribute(one.value)}"`).join('')}>`

const inText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const inAttribute = (text: string): string => inText(text).replace(/"/g, '&quot;')
