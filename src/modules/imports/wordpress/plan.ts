import { sourceIdOf } from '#platform/text/wxr/addresses.ts'
import type { WordpressItem, WordpressSite } from '#platform/text/wxr/wxr.ts'
import { fingerprintOf, judged, type PlannedItem, type PlanOptions } from '../draft.ts'
import { freeSlug, slugFrom } from '#platform/text/slug.ts'
import { aroundOf, articleOf, skipped, type Around } from './article.ts'
import { kindAndTags, type KindMapping } from './kinds.ts'
import { planPages, type PagePlanOptions } from './pages.ts'

export interface WordpressPlanOptions extends PlanOptions, PagePlanOptions {
  mapping: KindMapping
}

/** Decides what becomes of every item of an export: its pages as a tree, then its posts, one by one. Pure: the same input gives the same plan. */
export function* planWordpress(site: WordpressSite, options: WordpressPlanOptions): Generator<PlannedItem> {
  const around = aroundOf(site, options)
  const seen = new Set<string>()
  const slugs = new Set<string>()
  const items = site.items.flatMap(item => {
    if (item.kind === 'attachment') return []
    const sourceId = sourceIdOf(item.wordpressId, site.baseUrl)
    const reason = seen.has(sourceId) ? { text: 'Tulisan ini sudah ada di berkas yang sama.' } : skipped(item)
    seen.add(sourceId)
    return [{ item, sourceId, reason }]
  })
  yield* planPages(items.flatMap(({ item, reason }) => (item.kind === 'page' && !reason ? [item] : [])), around, options)
  for (const { item, sourceId, reason } of items) {
    if (reason) yield { sourceId, title: item.title, needsLook: [], action: 'skip', reason }
    else if (item.kind !== 'page') yield planPost(item, sourceId, around, options, slugs)
  }
}

function planPost(item: WordpressItem, sourceId: string, around: Around, options: WordpressPlanOptions, slugs: Set<string>): PlannedItem {
  const { content, cover, state, moment, needsLook, notes } = articleOf(item, around)
  const own = slugFrom(item.slug, content.title, `tulisan-${item.wordpressId}`)
  const slug = freeSlug(own, slugs)
  if (slug !== own) needsLook.push({ text: 'Alamat {slug} dipakai dua kali; menjadi {other}.', values: { slug: own, other: slug } })
  needsLook.push(...notes)
  const { title, summary, body, images, attachments, oldPaths } = content
  // In this order always: a fingerprint tells the same from the same.
  const said = { title, slug, ...kindAndTags(item, options.mapping), summary, body, cover, images, attachments, oldPaths }
  return judged(sourceId, { draft: { ...said, ...state, fingerprint: fingerprintOf([said, ...moment]) } }, needsLook, options.known)
}
