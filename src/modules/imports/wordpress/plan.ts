import type { Message } from '#platform/forms/fields.ts'
import { plainText } from '#platform/text/from-html/plain-text.ts'
import { isPicture, mediaKey, oldPathsOf, pathWithin, sourceIdOf, wholeOf } from '#platform/text/wxr/addresses.ts'
import { described, fingerprintOf, judged, lost, summarised, titled, written, type DraftPublication, type PlannedItem, type PlanOptions } from '../draft.ts'
import { freeSlug, slugFrom } from '../slug.ts'
import { kindAndTags, type KindMapping } from './kinds.ts'
import { shortcodes } from '#platform/text/wxr/shortcodes.ts'
import { instantOf } from '#platform/text/wxr/source-time.ts'
import type { WordpressItem, WordpressSite } from '#platform/text/wxr/wxr.ts'

export interface WordpressPlanOptions extends PlanOptions {
  mapping: KindMapping
}

interface Around {
  site: WordpressSite
  options: WordpressPlanOptions
  now: Date
  attachments: Map<number, WordpressItem>
  /** Attachments by the post they were uploaded to. */
  below: Map<number, WordpressItem[]>
  /** Descriptions of pictures by the key of their address. */
  alts: Map<string, string | undefined>
  slugs: Set<string>
}

/** Decides what becomes of every item of an export, one by one. Pure: the same input gives the same plan. */
export function* planWordpress(site: WordpressSite, options: WordpressPlanOptions): Generator<PlannedItem> {
  const attachments = new Map(site.items.filter(item => item.kind === 'attachment').map(item => [item.wordpressId, item]))
  const below = Map.groupBy([...attachments.values()].filter(file => file.parentId), file => file.parentId!)
  const around: Around = { site, options, now: options.now ?? new Date(), attachments, below, alts: new Map(Array.from(attachments.values(), file => [mediaKey(file.attachmentUrl ?? ''), file.alt])), slugs: new Set() }
  const seen = new Set<string>()
  for (const item of site.items) {
    if (item.kind === 'attachment') continue
    const sourceId = sourceIdOf(item.wordpressId, site.baseUrl)
    const reason = seen.has(sourceId) ? { text: 'Tulisan ini sudah ada di berkas yang sama.' } : skipped(item)
    seen.add(sourceId)
    const base = { sourceId, title: item.title, needsLook: [] }
    if (reason) yield { ...base, action: 'skip', reason }
    else if (item.kind === 'page') yield { ...base, action: 'wait', reason: { text: 'Halaman menunggu modul situs.' } }
    else {
      const { draft, needsLook } = draftOf(item, around)
      yield judged(sourceId, draft, needsLook, options.known)
    }
  }
}

function skipped(item: WordpressItem): Message | undefined {
  if (item.kind === 'other') return { text: 'Bukan tulisan atau halaman.' }
  if (item.status === 'trash') return { text: 'Ada di tempat sampah WordPress.' }
  if (item.status === 'inherit') return { text: 'Versi lama dari tulisan lain.' }
  if (item.title === '' && plainText(item.html.slice(0, 20_000)) === '' && !/<img|\[gallery/i.test(item.html)) return { text: 'Tidak berisi apa pun.' }
  return undefined
}

/** State in Pendopo of a WordPress state. */
function stateOf(item: Pick<WordpressItem, 'status' | 'password' | 'dateGmt' | 'dateLocal'>, zone: string, now: Date) {
  const notes: Message[] = []
  const date = instantOf(item, zone)
  const draft = { state: 'draft' as const, private: false, notes }
  if (item.status === 'private') return { ...draft, private: true }
  if (item.password !== '') {
    notes.push({ text: 'Dahulu dilindungi kata sandi; menjadi draf pribadi.' })
    return { ...draft, private: true }
  }
  if (item.status !== 'publish' && item.status !== 'future') return draft
  if (!date) {
    notes.push({ text: 'Tanggal terbit tidak diketahui; menjadi draf.' })
    return draft
  }
  if (date > now) {
    if (item.status === 'publish') notes.push({ text: 'Tanggal terbit masih akan datang; menjadi terjadwal.' })
    return { state: 'scheduled' as const, scheduledAt: date, private: false, notes }
  }
  if (item.status === 'future') notes.push({ text: 'Jadwal terbit sudah lewat; langsung terbit dengan tanggal itu.' })
  return { state: 'published' as const, publishedAt: date, private: false, notes }
}

function draftOf(item: WordpressItem, around: Around): { draft: DraftPublication; needsLook: Message[] } {
  const { options, site, attachments } = around
  const { media, zone } = options
  const needsLook: Message[] = []
  const missing = new Set<string>()
  const below = around.below.get(item.wordpressId) ?? []
  const text = written(item.html, {
    media,
    needsLook,
    missing,
    title: item.title,
    breaksInParagraphs: true,
    rewriteText: shortcodes(below.filter(file => isPicture(file.attachmentUrl)).map(file => file.wordpressId)),
    numbered: id => attachments.get(id)?.attachmentUrl,
    altOf: address => around.alts.get(mediaKey(address)),
    inside: address => pathWithin(address, site.baseUrl),
  })
  for (const file of below) {
    const found = file.attachmentUrl && !isPicture(file.attachmentUrl) ? media.find(file.attachmentUrl) : undefined
    if (found && !text.files.has(found)) text.files.set(found, file.title || found)
  }

  const { notes, ...state } = stateOf(item, zone, around.now)
  const title = titled(item.title, text.opening, needsLook)
  const own = slugFrom(item.slug, title, `tulisan-${item.wordpressId}`)
  const slug = freeSlug(own, around.slugs)
  if (slug !== own) needsLook.push({ text: 'Alamat {slug} dipakai dua kali; menjadi {other}.', values: { slug: own, other: slug } })

  let cover: DraftPublication['cover']
  if (item.featuredImageId) {
    const attachment = attachments.get(item.featuredImageId)
    const found = attachment?.attachmentUrl ? media.find(attachment.attachmentUrl) : undefined
    if (found) cover = { src: found, alt: described(attachment?.alt ?? '', found, needsLook) }
    else lost(attachment?.attachmentUrl ?? `#${item.featuredImageId}`, { missing, needsLook })
  }
  needsLook.push(...notes)
  const content = {
    title,
    slug,
    ...kindAndTags(item, options.mapping),
    summary: summarised(item.excerpt, text.opening, title),
    body: text.body,
    cover,
    images: text.images,
    attachments: Array.from(text.files, ([src, name]) => ({ src, name })),
    oldPaths: oldPathsOf(item, site.baseUrl),
  }
  const fingerprint = fingerprintOf([content, item.status, item.password !== '', instantOf(item, zone)?.toISOString() ?? null])
  return { draft: { ...content, ...state, fingerprint }, needsLook }
}

/** Addresses of pictures and files that posts of an export show, each once: what is worth looking for. */
export function mediaOf(site: WordpressSite): string[] {
  const posts = site.items.filter(item => item.kind === 'post' && item.status !== 'trash' && item.status !== 'inherit')
  const shown = new Set(posts.map(post => post.wordpressId))
  const featured = new Set(posts.map(post => post.featuredImageId))
  const galleries = posts.flatMap(post => Array.from(post.html.matchAll(/\b(?:ids|include)\s*=\s*["']?([\d, ]{1,2000})/g), found => found[1]!.split(',').map(Number))).flat()
  const numbered = new Set([...featured, ...galleries])
  const found = new Set<string>()
  for (const file of site.items) if (file.kind === 'attachment' && file.attachmentUrl && (shown.has(file.parentId ?? -1) || numbered.has(file.wordpressId))) found.add(file.attachmentUrl)
  const keys = new Set(Array.from(found, mediaKey))
  for (const post of posts)
    for (const [, tag, address] of post.html.matchAll(/<(img|a)\s[^<>]*?\b(?:src|href)\s*=\s*["']([^"'<>\s]{1,2000})["']/gi)) {
      const file = tag?.toLowerCase() === 'img' || /\/wp-content\/uploads\/[^?#]+\.\w{2,5}$/i.test(address!)
      if (!file || !URL.canParse(address!, site.baseUrl || undefined)) continue
      const { href } = new URL(address!, site.baseUrl || undefined)
      // A smaller size of what is an attachment already.
      if (!keys.has(mediaKey(href)) && !keys.has(wholeOf(mediaKey(href)))) found.add(href)
    }
  return [...found]
}
