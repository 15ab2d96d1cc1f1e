import { Readable } from 'node:stream'
import { readFeed, type Feed } from '#platform/text/feeds/feed-reading.ts'
import { SourceRefused } from '#platform/text/refused.ts'
import { mediaOf as mediaOfSite } from '#platform/text/wxr/media.ts'
import { readWxr, type WordpressSite } from '#platform/text/wxr/wxr.ts'
import { mediaOf as mediaOfFeed, planFeed } from './feed/plan.ts'
import type { PlannedItem, PlanOptions } from './draft.ts'
import type { Choices, Reading } from './import-run.ts'
import type { PageHere } from './wordpress/pages.ts'
import { kindByName, proposeKinds } from './wordpress/kinds.ts'
import { planWordpress } from './wordpress/plan.ts'

/** A source that was read and understood. */
export type Source = { kind: 'wordpress'; site: WordpressSite } | { kind: 'feed'; feed: Feed }

/**
 * Reads an export of WordPress or a feed, whichever the bytes are.
 * @throws SourceRefused with the sentence that says why not
 */
export async function readSource(bytes: Buffer): Promise<Source> {
  const head = headOf(bytes)
  const feed = !isExport(head) && (/^[^<{]{0,10}\{/.test(head) || /<(?:rss|feed|rdf:RDF)[\s>]/.test(head))
  return feed ? { kind: 'feed', feed: readFeed(bytes) } : { kind: 'wordpress', site: await readWxr(Readable.from(slices(bytes))) }
}

/**
 * Reads what an address of a feed answered. An export is RSS as well, but one that holds drafts and private posts.
 * @throws SourceRefused
 */
export function readFeedSource(bytes: Buffer): Extract<Source, { kind: 'feed' }> {
  if (isExport(headOf(bytes))) throw new SourceRefused('Alamat ini berisi ekspor WordPress, bukan umpan.')
  return { kind: 'feed', feed: readFeed(bytes) }
}

// In UTF-16 every second byte is empty.
const headOf = (bytes: Buffer) => bytes.subarray(0, 100_000).toString('latin1').replaceAll('\0', '')
const isExport = (head: string) => /wordpress\.org\/export\//.test(head)

function* slices(bytes: Buffer, size = 1 << 20): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Pictures and files it shows. */
export const mediaOf = (source: Source): string[] => (source.kind === 'feed' ? mediaOfFeed(source.feed) : mediaOfSite(source.site))

/** What it calls itself, and what its categories seem to mean. */
export function readingOf(source: Source): Reading {
  const media = mediaOf(source).length
  if (source.kind === 'wordpress') return { site: source.site.title || source.site.baseUrl, categories: proposeKinds(source.site), media }
  const names = Map.groupBy(source.feed.items.flatMap(item => item.categories), name => name)
  const categories = Array.from(names, ([name, items]) => ({ slug: name, name, kind: kindByName(name) ?? ('berita' as const), certain: kindByName(name) !== undefined, posts: items.length }))
  return { site: source.feed.title || source.feed.link, categories: categories.slice(0, 200), media }
}

/** Decides what becomes of every item, one by one. */
export function planOf(source: Source, { here, ...options }: PlanOptions & { here: readonly PageHere[] }, { mapping, publish, pages }: Choices): Generator<PlannedItem> {
  if (source.kind === 'feed') return planFeed(source.feed, { ...options, mapping, publish })
  return planWordpress(source.site, { ...options, mapping, here, ...(!pages && { withoutPages: { text: 'Anda belum boleh menerbitkan halaman unit ini.' } }) })
}

/** Whether it may bring pages. */
export const holdsPages = (source: Source): boolean => source.kind === 'wordpress' && source.site.items.some(item => item.kind === 'page' && item.status !== 'trash')

/** Gathers what a generator gives, pausing so that others get their turn. */
export async function unhurried<T>(items: Iterable<T>): Promise<T[]> {
  const gathered: T[] = []
  let since = performance.now()
  for (const item of items) {
    gathered.push(item)
    if (performance.now() - since < 25) continue
    await new Promise(resolve => setImmediate(resolve))
    since = performance.now()
  }
  return gathered
}
