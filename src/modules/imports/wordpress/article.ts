import type { Message } from '#platform/forms/fields.ts'
import { plainText } from '#platform/text/from-html/plain-text.ts'
import { isPicture, mediaKey, oldPathsOf, pathWithin } from '#platform/text/wxr/addresses.ts'
import { shortcodes } from '#platform/text/wxr/shortcodes.ts'
import { instantOf } from '#platform/text/wxr/source-time.ts'
import type { WordpressItem, WordpressSite } from '#platform/text/wxr/wxr.ts'
import { described, lost, summarised, titled, written, type Draft, type Picture, type PlanOptions } from '../draft.ts'

/** An export, and what is looked up in it again and again. */
export interface Around {
  site: WordpressSite
  options: PlanOptions
  now: Date
  attachments: Map<number, WordpressItem>
  /** Attachments by the post they were uploaded to. */
  below: Map<number, WordpressItem[]>
  /** Descriptions of pictures by the key of their address. */
  alts: Map<string, string | undefined>
}

export function aroundOf(site: WordpressSite, options: PlanOptions): Around {
  const attachments = new Map(site.items.filter(item => item.kind === 'attachment').map(item => [item.wordpressId, item]))
  const below = Map.groupBy([...attachments.values()].filter(file => file.parentId), file => file.parentId!)
  const alts = new Map(Array.from(attachments.values(), file => [mediaKey(file.attachmentUrl ?? ''), file.alt]))
  return { site, options, now: options.now ?? new Date(), attachments, below, alts }
}

/** Whether there is nothing to read or see in it. */
export const isBlank = ({ html }: Pick<WordpressItem, 'html'>): boolean => plainText(html.slice(0, 20_000)) === '' && !/<img|\[gallery/i.test(html)

/** Why a post or page does not come along. */
export function skipped(item: WordpressItem): Message | undefined {
  if (item.kind === 'other') return { text: 'Bukan tulisan atau halaman.' }
  if (item.status === 'trash') return { text: 'Ada di tempat sampah WordPress.' }
  if (item.status === 'inherit') return { text: 'Versi lama dari tulisan lain.' }
  if (item.title === '' && isBlank(item)) return { text: 'Tidak berisi apa pun.' }
  return undefined
}

type ArticleState = { private: boolean } & ({ state: 'draft' } | { state: 'scheduled'; scheduledAt: Date } | { state: 'published'; publishedAt: Date })

/** State in Pendopo of a WordPress state. */
function stateOf(item: Pick<WordpressItem, 'status' | 'password' | 'dateGmt' | 'dateLocal'>, zone: string, now: Date): ArticleState & { notes: Message[] } {
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

/** A post or page in our words, before it is decided what it becomes. */
export interface Article {
  content: Pick<Draft, 'title' | 'summary' | 'body' | 'images' | 'attachments' | 'oldPaths'>
  cover?: Picture
  state: ArticleState
  /** What its state and day mean for its fingerprint: that a scheduled day has come is no change. */
  moment: unknown[]
  needsLook: Message[]
  notes: Message[]
}

export function articleOf(item: WordpressItem, { site, options, now, attachments, ...around }: Around): Article {
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
  const title = titled(item.title, text.opening, needsLook)

  let cover: Picture | undefined
  if (item.featuredImageId) {
    const attachment = attachments.get(item.featuredImageId)
    const found = attachment?.attachmentUrl ? media.find(attachment.attachmentUrl) : undefined
    if (found) cover = { src: found, alt: described(attachment?.alt ?? '', found, needsLook) }
    else lost(attachment?.attachmentUrl ?? `#${item.featuredImageId}`, { missing, needsLook })
  }
  const { notes, ...state } = stateOf(item, zone, now)
  return {
    content: {
      title,
      summary: summarised(item.excerpt, text.opening, title),
      body: text.body,
      images: text.images,
      attachments: Array.from(text.files, ([src, name]) => ({ src, name })),
      oldPaths: oldPathsOf(item, site.baseUrl),
    },
    cover,
    state,
    moment: [item.status, item.password !== '', instantOf(item, zone)?.toISOString() ?? null],
    needsLook,
    notes,
  }
}
