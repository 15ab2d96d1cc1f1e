import type { Message } from '#platform/forms/fields.ts'
import type { Kind } from '#modules/publications/contract.ts'
import { fingerprintOf, judged, summarised, titled, written, type PlannedItem, type PlanOptions } from '../draft.ts'
import { fileName } from '#platform/text/wxr/addresses.ts'
import { freeSlug, slugOf } from '#platform/text/slug.ts'
import { kindByName } from '../wordpress/kinds.ts'
import type { Feed, FeedItem } from '#platform/text/feeds/feed.ts'

export interface FeedPlanOptions extends PlanOptions {
  /** Items come in published, with their dates; otherwise as drafts. */
  publish: boolean
  /** Kind by the name of a category, as a person chose it. */
  mapping: Record<string, Kind | 'tag'>
}

/** Decides what becomes of every item of a feed. Pure, as for WordPress. */
export function* planFeed(feed: Feed, options: FeedPlanOptions): Generator<PlannedItem> {
  const now = options.now ?? new Date()
  const slugs = new Set<string>()
  const seen = new Set<string>()
  for (const item of feed.items) {
    const sourceId = `feed:${item.id}`.slice(0, 500)
    if (seen.has(sourceId)) continue
    seen.add(sourceId)
    if (item.title === '' && item.html.trim() === '') yield { sourceId, title: item.link, needsLook: [], action: 'skip', reason: { text: 'Tidak berisi apa pun.' } }
    else yield draftOf(item, sourceId, { ...options, now }, slugs)
  }
}

function draftOf(item: FeedItem, sourceId: string, options: FeedPlanOptions & { now: Date }, slugs: Set<string>): PlannedItem {
  const { media, now, known, publish, mapping } = options
  const needsLook: Message[] = []
  const text = written(item.html, { media, needsLook, missing: new Set(), title: item.title })
  for (const { url } of item.enclosures) {
    const found = media.find(url)
    if (found && !text.images.some(image => image.src === found)) text.files.set(found, fileName(found))
  }
  const title = titled(item.title, text.opening, needsLook)
  const kinds = item.categories.map(name => mapping[name] ?? kindByName(name)).filter(kind => kind !== undefined && kind !== 'tag')
  const date = item.published ?? item.updated
  if (publish && !date) needsLook.push({ text: 'Tanggal terbit tidak diketahui; menjadi draf.' })
  const state = !publish || !date ? { state: 'draft' as const } : date > now ? { state: 'scheduled' as const, scheduledAt: date } : { state: 'published' as const, publishedAt: date }
  const kind: Kind = kinds.find(one => one !== 'berita') ?? 'berita'
  const content = {
    title,
    slug: freeSlug(slugOf(title), slugs),
    kind,
    tags: [...new Set(item.categories.map(name => name.replace(/[\s,]+/g, ' ').trim().toLowerCase().slice(0, 40).trim()))].filter(Boolean).slice(0, 10),
    summary: summarised(item.summary, text.opening, title),
    // A feed often gives the beginning only; the rest stays where it is.
    body: item.link && text.body.length < 1500 ? `${text.body}\n\n<${item.link.replace(/[\s<>\\]/g, encodeURIComponent)}>`.trim() : text.body,
    images: text.images,
    attachments: Array.from(text.files, ([src, name]) => ({ src, name })),
    oldPaths: [],
  }
  return judged(sourceId, { draft: { ...content, ...state, private: false, fingerprint: fingerprintOf([content, date?.toISOString() ?? null]) } }, needsLook, known)
}

/** Addresses of pictures and files that items show or bring along, each once. */
export function mediaOf(feed: Feed): string[] {
  const found = new Set<string>()
  for (const item of feed.items) {
    for (const [, address] of item.html.matchAll(/<img\s[^<>]*?\bsrc\s*=\s*["']([^"'<>\s]{1,2000})["']/gi)) if (URL.canParse(address!, item.link || feed.link || undefined)) found.add(new URL(address!, item.link || feed.link || undefined).href)
    for (const { url, type } of item.enclosures) if (/^https?:/.test(url) && !/^(?:audio|video)\//.test(type ?? '')) found.add(url)
  }
  return [...found]
}
