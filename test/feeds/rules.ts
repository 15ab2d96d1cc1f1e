import { all, parseXml, type Element } from './xml.ts'

/** A feed as a reader gets it. */
export interface Answer {
  /** The address it was asked for at. */
  address: string
  type: string
  body: string
}

const atomSpace = 'http://www.w3.org/2005/Atom'
const dublinCore = 'http://purl.org/dc/elements/1.1/'

const rfc3339 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const rfc822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (0[1-9]|[12]\d|3[01]) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d (GMT|UT|[+-]\d{4})$/
const language = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+/

const isWeb = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text) && !/[\s<>"{}|\\^`]/.test(text)
const isIri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && URL.canParse(text)
/** What looks like markup or an escaped entity in a plain title: it was escaped twice, or not meant to be text. */
const looksEscaped = (text: string): boolean => /&(?:amp|lt|gt|quot|#\d+);|<\/?[a-z][^>]*>/i.test(text)
const repeated = (values: readonly string[]): string[] => [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]
const sameDay = (text: string): boolean => new Date(text).toUTCString().slice(0, 3) === text.slice(0, 3) || !text.endsWith('GMT')

/** Everything a public validator says against an Atom feed (RFC 4287). */
export function atomProblems({ address, type, body }: Answer): string[] {
  const found: string[] = []
  const say = (text: string) => void found.push(text)
  if (!/^application\/atom\+xml\b/.test(type)) say(`served as ${type}`)
  const feed = root(body, say)
  if (!feed) return found
  if (feed.name !== 'feed' || feed.space !== atomSpace) return [...found, 'the root is no atom:feed']
  one(feed, ['id', 'title', 'updated'], say)
  optional(feed, ['subtitle', 'generator', 'icon', 'logo', 'rights'], say)
  const self = all(feed, 'link').filter(link => link.attributes.rel === 'self')
  if (self.length !== 1) say(`${self.length} links to itself instead of one`)
  else if (self[0]!.attributes.href !== address) say(`calls itself ${self[0]!.attributes.href} at ${address}`)
  const entries = all(feed, 'entry')
  if (entries.some(entry => all(entry, 'author').length === 0) && all(feed, 'author').length === 0) say('an entry has no author, and neither has the feed')
  for (const element of [feed, ...entries]) atomElement(element, say)
  for (const entry of entries) {
    one(entry, ['id', 'title', 'updated'], say)
    optional(entry, ['published', 'summary', 'content', 'rights', 'source'], say)
    if (all(entry, 'content').length === 0 && !all(entry, 'link').some(link => (link.attributes.rel ?? 'alternate') === 'alternate')) say('an entry has neither content nor a link to it')
    const [published, updated] = ['published', 'updated'].map(name => all(entry, name)[0]?.text ?? '')
    if (published && updated && Date.parse(published) > Date.parse(updated)) say(`updated ${updated} lies before published ${published}`)
  }
  for (const id of repeated(entries.map(entry => all(entry, 'id')[0]?.text ?? ''))) say(`two entries have the id ${id}`)
  return found
}

/** Rules that hold for a feed and an entry alike. */
function atomElement(element: Element, say: (text: string) => void): void {
  for (const { name, text, space } of element.children) {
    if (space !== atomSpace) continue
    if (name === 'id' && !isIri(text)) say(`id ${text} is no absolute address`)
    if ((name === 'updated' || name === 'published') && !rfc3339.test(text)) say(`${name} ${text} is no RFC 3339 date`)
    if ((name === 'icon' || name === 'logo') && !isWeb(text)) say(`${name} ${text} is no absolute address`)
  }
  for (const title of [...all(element, 'title'), ...all(element, 'summary'), ...all(element, 'subtitle'), ...all(element, 'rights')]) {
    const kind = title.attributes.type ?? 'text'
    if (!['text', 'html', 'xhtml'].includes(kind)) say(`${title.name} has the type ${kind}`)
    if (kind === 'text' && looksEscaped(title.text)) say(`${title.name} “${title.text}” is escaped twice`)
    if (title.name === 'title' && title.text.trim() === '') say('a title is empty')
  }
  for (const link of all(element, 'link')) {
    const { href, rel = 'alternate', type } = link.attributes
    if (!href || !isWeb(href)) say(`link ${rel} to ${href} is no absolute address`)
    if (type && !/^[\w.+-]+\/[\w.+-]+/.test(type)) say(`link type ${type} is no media type`)
  }
  for (const key of repeated(all(element, 'link').filter(link => (link.attributes.rel ?? 'alternate') === 'alternate').map(link => `${link.attributes.type ?? ''} ${link.attributes.hreflang ?? ''}`))) say(`two alternate links with the same type and language (${key.trim()})`)
  for (const author of [...all(element, 'author'), ...all(element, 'contributor')]) {
    one(author, ['name'], say)
    const uri = all(author, 'uri')[0]?.text
    if (uri !== undefined && !isIri(uri)) say(`the author's address ${uri} is not absolute`)
    const address = all(author, 'email')[0]?.text
    if (address !== undefined && !mail.test(address)) say(`the author's e-mail ${address} is none`)
  }
  for (const category of all(element, 'category')) {
    if (!category.attributes.term) say('a category has no term')
    const { scheme } = category.attributes
    if (scheme !== undefined && !isIri(scheme)) say(`the category's scheme ${scheme} is not absolute`)
  }
}

/** Everything a public validator says against an RSS 2.0 feed. */
export function rssProblems({ address, type, body }: Answer): string[] {
  const found: string[] = []
  const say = (text: string) => void found.push(text)
  if (!/^application\/(rss\+)?xml\b/.test(type)) say(`served as ${type}`)
  const rss = root(body, say)
  if (!rss) return found
  if (rss.name !== 'rss' || rss.attributes.version !== '2.0') return [...found, 'the root is no rss 2.0']
  const channel = all(rss, 'channel')[0]
  if (!channel || all(rss, 'channel').length > 1) return [...found, 'there is not exactly one channel']
  one(channel, ['title', 'link', 'description'], say)
  optional(channel, ['language', 'copyright', 'pubDate', 'lastBuildDate', 'docs', 'generator', 'ttl', 'image', 'managingEditor', 'webMaster'], say)
  rssElement(channel, say)
  const spoken = all(channel, 'language')[0]?.text
  if (!spoken || !language.test(spoken)) say(`language ${spoken} is none`)
  const self = all(channel, 'link', atomSpace).filter(link => link.attributes.rel === 'self')
  if (self.length !== 1) say(`${self.length} links to itself instead of one`)
  else if (self[0]!.attributes.href !== address) say(`calls itself ${self[0]!.attributes.href} at ${address}`)
  const items = all(channel, 'item')
  for (const item of items) {
    optional(item, ['title', 'link', 'description', 'author', 'comments', 'enclosure', 'guid', 'pubDate', 'source'], say)
    rssElement(item, say)
    if (all(item, 'title').length + all(item, 'description').length === 0) say('an item has neither title nor description')
    const guid = all(item, 'guid')[0]
    if (!guid) say('an item has no guid')
    else if (guid.attributes.isPermaLink !== 'false' && !isWeb(guid.text)) say(`guid ${guid.text} claims to be a link`)
    const author = all(item, 'author')[0]?.text
    if (author !== undefined && !mail.test(author)) say(`author ${author} must begin with an e-mail address; dc:creator takes a name`)
    if (all(item, 'creator', dublinCore).some(creator => creator.text.trim() === '')) say('a creator is empty')
    for (const { attributes } of all(item, 'enclosure')) {
      if (!isWeb(attributes.url ?? '')) say(`enclosure ${attributes.url} is no absolute address`)
      if (!/^\d+$/.test(attributes.length ?? '')) say(`enclosure ${attributes.url} says no length`)
      if (!/^[\w.+-]+\/[\w.+-]+$/.test(attributes.type ?? '')) say(`enclosure ${attributes.url} has the type ${attributes.type}`)
    }
  }
  for (const guid of repeated(items.map(item => all(item, 'guid')[0]?.text ?? ''))) say(`two items have the guid ${guid}`)
  return found
}

function rssElement(element: Element, say: (text: string) => void): void {
  for (const { name, text, space } of element.children) {
    if (space !== '') continue
    if (name === 'link' && !isWeb(text)) say(`link ${text} is no absolute address`)
    if (name === 'docs' && !isWeb(text)) say(`docs ${text} is no absolute address`)
    if ((name === 'pubDate' || name === 'lastBuildDate') && !(rfc822.test(text) && sameDay(text))) say(`${name} ${text} is no RFC 822 date`)
    if (name === 'title' && text.trim() === '') say('a title is empty')
    if (name === 'title' && looksEscaped(text)) say(`title “${text}” is escaped twice`)
    if (name === 'description' && /(?:href|src)="(?!https?:|mailto:)/.test(text)) say('a description holds a relative address')
    if (name === 'category' && text.trim() === '') say('a category is empty')
  }
}

/** Everything a public validator says against a JSON feed (version 1.1). */
export function jsonProblems({ address, type, body }: Answer): string[] {
  const found: string[] = []
  const say = (text: string) => void found.push(text)
  if (!/^application\/(feed\+)?json\b/.test(type)) say(`served as ${type}`)
  let feed: Record<string, unknown>
  try {
    feed = JSON.parse(body) as Record<string, unknown>
  } catch (error) {
    return [...found, `is no JSON: ${(error as Error).message}`]
  }
  if (feed.version !== 'https://jsonfeed.org/version/1.1') say(`version ${String(feed.version)} is not 1.1`)
  if (typeof feed.title !== 'string' || feed.title.trim() === '') say('has no title')
  if (feed.feed_url !== address) say(`calls itself ${String(feed.feed_url)} at ${address}`)
  if (typeof feed.language !== 'string' || !language.test(feed.language)) say(`language ${String(feed.language)} is none`)
  if ('author' in feed) say('author became authors in 1.1')
  const addresses = (thing: Record<string, unknown>, names: string[]) => {
    for (const name of names) if (thing[name] !== undefined && !(typeof thing[name] === 'string' && isWeb(thing[name]))) say(`${name} ${String(thing[name])} is no absolute address`)
  }
  addresses(feed, ['home_page_url', 'feed_url', 'icon', 'favicon', 'next_url'])
  if (!Array.isArray(feed.items)) return [...found, 'has no items']
  const items = feed.items as Record<string, unknown>[]
  for (const item of items) {
    if (typeof item.id !== 'string' || item.id === '') say('an item has no id')
    if (item.content_html === undefined && item.content_text === undefined) say(`item ${String(item.id)} has neither content_html nor content_text`)
    if (item.title !== undefined && (typeof item.title !== 'string' || looksEscaped(item.title))) say(`title “${String(item.title)}” is escaped`)
    if ('author' in item) say(`item ${String(item.id)}: author became authors in 1.1`)
    addresses(item, ['url', 'external_url', 'image', 'banner_image'])
    for (const name of ['date_published', 'date_modified']) if (item[name] !== undefined && !rfc3339.test(String(item[name]))) say(`${name} ${String(item[name])} is no RFC 3339 date`)
    if (item.tags !== undefined && !(Array.isArray(item.tags) && item.tags.every(tag => typeof tag === 'string'))) say(`tags of ${String(item.id)} are no list of words`)
  }
  for (const author of [feed, ...items].flatMap(thing => (thing.authors ?? []) as Record<string, unknown>[])) {
    if (!author.name && !author.url && !author.avatar) say('an author has neither name, address nor picture')
    addresses(author, ['url', 'avatar'])
  }
  for (const id of repeated(items.map(item => String(item.id)))) say(`two items have the id ${id}`)
  return found
}

function root(body: string, say: (text: string) => void): Element | null {
  if (!/^<\?xml [^>]*encoding="utf-8"/i.test(body)) say('does not declare UTF-8')
  try {
    return parseXml(body)
  } catch (error) {
    say(`is not well-formed: ${(error as Error).message}`)
    return null
  }
}

function one(parent: Element, names: string[], say: (text: string) => void): void {
  for (const name of names) if (all(parent, name).length !== 1) say(`${parent.name} has ${all(parent, name).length} × ${name} instead of one`)
}

function optional(parent: Element, names: string[], say: (text: string) => void): void {
  for (const name of names) if (all(parent, name).length > 1) say(`${parent.name} has ${all(parent, name).length} × ${name}`)
}
