import type { Readable } from 'node:stream'
import type { SaxesTagNS } from 'saxes'
import { SourceRefused } from '../refused.ts'
import { plainText } from '../from-html/plain-text.ts'
import { readXml } from '../xml-reading.ts'

export { SourceRefused } from '../refused.ts'

export type WordpressStatus = 'publish' | 'draft' | 'future' | 'private' | 'pending' | 'trash' | 'inherit'

export interface WordpressCategory {
  slug: string
  name: string
  /** Slug of the category above. */
  parent?: string
}

export interface WordpressItem {
  kind: 'post' | 'page' | 'attachment' | 'other'
  wordpressId: number
  /** Plain text: entities decoded, markup removed. */
  title: string
  link: string
  /** As WordPress stores it, percent-encoded; empty for drafts. */
  slug: string
  status: WordpressStatus
  /** `2015-01-08 08:30:00` in the site's own, unnamed zone. */
  dateLocal?: string
  /** The same instant in UTC, when WordPress knows it. */
  dateGmt?: string
  modifiedGmt?: string
  /** Login name of the author. */
  author: string
  html: string
  excerpt: string
  categories: WordpressCategory[]
  tags: string[]
  parentId?: number
  menuOrder: number
  sticky: boolean
  password: string
  attachmentUrl?: string
  featuredImageId?: number
  alt?: string
}

/** An entry of a menu. */
export interface WordpressMenuEntry {
  wordpressId: number
  /** Slug of the menu it is in. */
  menu: string
  /** Plain text; empty when it is called like what it leads to. */
  label: string
  order: number
  /** Number of the entry above. */
  aboveId?: number
  /** Number of the post or page it leads to. */
  itemId?: number
  /** Where it leads otherwise; empty when nothing is said, as for categories. */
  address: string
}

export interface WordpressSite {
  title: string
  baseUrl: string
  language: string
  authors: { login: string; name: string; email: string }[]
  categories: WordpressCategory[]
  tags: { slug: string; name: string }[]
  menuEntries: WordpressMenuEntry[]
  items: WordpressItem[]
}

export interface WxrLimits {
  /** Characters of one item, markup included. */
  item?: number
  items?: number
}

const NOT_WXR = 'Berkas ini bukan ekspor WordPress (WXR).'
const STATUSES: readonly string[] = ['publish', 'draft', 'future', 'private', 'pending', 'trash', 'inherit']
const KINDS: readonly string[] = ['post', 'page', 'attachment']
/** Entries of menus; beyond this no person made them. */
const menuLimit = 5000

/** `wp:status` whatever the prefix and version, `content:encoded`, `dc:creator`; names without a prefix stay bare. */
function nameOf(tag: SaxesTagNS): string {
  if (/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/.test(tag.uri)) return `excerpt:${tag.local}`
  if (/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/.test(tag.uri)) return `wp:${tag.local}`
  if (tag.uri === 'http://purl.org/rss/1.0/modules/content/') return `content:${tag.local}`
  if (tag.uri === 'http://purl.org/dc/elements/1.1/') return `dc:${tag.local}`
  return tag.uri === '' ? tag.local : `other:${tag.local}`
}

/**
 * Reads a WordPress export. Streams; one item at most is held as XML.
 * Throws `SourceRefused` when the file is not an export, broken, cut short, too large or in an unknown encoding.
 */
export async function readWxr(source: Readable | string, limits: WxrLimits = {}): Promise<WordpressSite> {
  const itemLimit = limits.item ?? 10_000_000
  const itemsLimit = limits.items ?? 100_000
  const site: WordpressSite = { title: '', baseUrl: '', language: '', authors: [], categories: [], tags: [], menuEntries: [], items: [] }
  const path: string[] = []
  let link = ''
  let version = ''
  let text: string[] = []
  let size = 0
  let fields = new Map<string, string>()
  let meta = new Map<string, string>()
  let metaKey = ''
  let terms: { domain: string; slug: string; name: string }[] = []
  let term = { domain: '', slug: '' }

  const field = (name: string) => fields.get(name)?.trim() ?? ''
  const nest = (depth: number) => path[depth] ?? ''

  function closeInChannel(name: string, value: string): void {
    if (name === 'title') site.title = plainText(value)
    else if (name === 'link') link = value.trim()
    else if (name === 'language') site.language = value.trim()
    else if (name === 'wp:wxr_version') {
      version = value.trim()
      if (!/^1\.\d+$/.test(version)) throw new SourceRefused('Ekspor WordPress versi {version} belum dikenal.', { version: version.slice(0, 20) })
    } else if (name === 'wp:base_blog_url' || (name === 'wp:base_site_url' && !site.baseUrl)) site.baseUrl = value.trim()
    else if (name === 'wp:author') site.authors.push({ login: field('wp:author_login'), name: plainText(field('wp:author_display_name')), email: field('wp:author_email') })
    else if (name === 'wp:category') {
      const parent = field('wp:category_parent')
      site.categories.push({ slug: field('wp:category_nicename'), name: plainText(field('wp:cat_name')), ...(parent && { parent }) })
    } else if (name === 'wp:tag') site.tags.push({ slug: field('wp:tag_slug'), name: plainText(field('wp:tag_name')) })
    else if (name === 'item') {
      if (site.items.length >= itemsLimit) throw new SourceRefused('Berkas memuat lebih dari {n} tulisan. Ekspor per tahun, lalu impor satu per satu.', { n: itemsLimit })
      if (field('wp:post_type') === 'nav_menu_item') {
        if (field('wp:status') === 'publish' && site.menuEntries.length < menuLimit) site.menuEntries.push(entryFrom(field, terms, meta))
      } else site.items.push(itemFrom(field, fields.get('content:encoded') ?? '', terms, meta, version))
    }
  }

  await readXml(source, {
    open(tag) {
      const name = nameOf(tag)
      if (path.length === 0 && name !== 'rss') throw new SourceRefused(NOT_WXR)
      path.push(name)
      text = []
      if (path.length === 3) {
        fields = new Map()
        meta = new Map()
        terms = []
        size = 0
      }
      if (path.length === 4 && name === 'category') {
        term = { domain: tag.attributes['domain']?.value ?? 'category', slug: tag.attributes['nicename']?.value ?? '' }
      }
    },
    text(piece) {
      size += piece.length
      if (size > itemLimit) throw new SourceRefused('Tulisan ke-{n} terlalu besar (lebih dari {limit} huruf).', { n: site.items.length + 1, limit: itemLimit })
      text.push(piece)
    },
    close() {
      const name = path.pop() ?? ''
      const value = text.join('')
      text = []
      if (nest(0) !== 'rss' || nest(1) !== 'channel') return
      if (path.length === 2) closeInChannel(name, value)
      else if (path.length === 3) {
        if (name === 'category' && nest(2) === 'item') terms.push({ ...term, name: value })
        else if (name === 'wp:postmeta') meta.set(metaKey, fields.get('wp:meta_value') ?? '')
        else if (!name.startsWith('other:')) fields.set(name, value)
      } else if (path.length === 4 && nest(3) === 'wp:postmeta') {
        if (name === 'wp:meta_key') metaKey = value.trim()
        else if (name === 'wp:meta_value') fields.set(name, value)
      }
    },
  }, { value: itemLimit, depth: 60, notThis: NOT_WXR })

  if (!version && !site.items.some(item => item.wordpressId > 0)) throw new SourceRefused(NOT_WXR)
  if (!site.baseUrl) site.baseUrl = link
  return site
}

function itemFrom(
  field: (name: string) => string,
  html: string,
  terms: { domain: string; slug: string; name: string }[],
  meta: Map<string, string>,
  version: string,
): WordpressItem {
  const type = field('wp:post_type') || (version ? '' : 'post')
  const status = field('wp:status')
  const categories = terms.filter(term => term.domain === 'category').map(term => ({ slug: term.slug, name: plainText(term.name) }))
  const tags = terms.filter(term => term.domain === 'post_tag' || term.domain === 'tag').map(term => plainText(term.name))
  const alt = plainText(meta.get('_wp_attachment_image_alt') ?? '')
  return {
    kind: KINDS.includes(type) ? (type as WordpressItem['kind']) : 'other',
    wordpressId: whole(field('wp:post_id')) ?? 0,
    title: plainText(field('title')),
    link: field('link'),
    slug: field('wp:post_name'),
    // A status a plugin invented is never shown by itself.
    status: STATUSES.includes(status) ? (status as WordpressStatus) : 'draft',
    dateLocal: moment(field('wp:post_date')),
    dateGmt: moment(field('wp:post_date_gmt')),
    modifiedGmt: moment(field('wp:post_modified_gmt')),
    author: field('dc:creator'),
    html,
    excerpt: field('excerpt:encoded'),
    categories: distinct(categories, category => category.slug || category.name),
    tags: distinct(tags.filter(tag => tag !== ''), tag => tag.toLowerCase()),
    parentId: whole(field('wp:post_parent')) || undefined,
    menuOrder: whole(field('wp:menu_order')) ?? 0,
    sticky: field('wp:is_sticky') === '1',
    password: field('wp:post_password'),
    attachmentUrl: field('wp:attachment_url') || undefined,
    featuredImageId: whole(meta.get('_thumbnail_id') ?? '') || undefined,
    alt: alt || undefined,
  }
}

function entryFrom(field: (name: string) => string, terms: { domain: string; slug: string }[], meta: Map<string, string>): WordpressMenuEntry {
  return {
    wordpressId: whole(field('wp:post_id')) ?? 0,
    menu: terms.find(term => term.domain === 'nav_menu')?.slug ?? '',
    label: plainText(field('title')),
    order: whole(field('wp:menu_order')) ?? 0,
    aboveId: whole(meta.get('_menu_item_menu_item_parent') ?? '') || undefined,
    itemId: meta.get('_menu_item_type') === 'post_type' ? whole(meta.get('_menu_item_object_id') ?? '') || undefined : undefined,
    address: meta.get('_menu_item_url')?.trim() ?? '',
  }
}

const whole = (text: string): number | undefined => (/^-?\d{1,15}$/.test(text.trim()) ? Number(text) : undefined)

/** WordPress writes zeros for "none". */
const moment = (text: string): string | undefined => (/^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? text : undefined)

function distinct<T>(list: T[], key: (one: T) => string): T[] {
  const seen = new Set<string>()
  return list.filter(one => !seen.has(key(one)) && seen.add(key(one)))
}
