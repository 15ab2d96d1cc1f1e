import { createHash } from 'node:crypto'
import type { Kind } from '#modules/publications/contract.ts'
import { toMarkdown, type Finding } from './html-to-markdown.ts'
import { kindAndTags, type KindMapping } from './kinds.ts'
import { fileName, MediaIndex, oldPathsOf, pathWithin, sourceIdOf } from './old-addresses.ts'
import { plainText } from './plain-text.ts'
import type { Message } from './refused.ts'
import { freeSlug, slugFrom } from './slug.ts'
import { instantOf } from './source-time.ts'
import type { WordpressItem, WordpressSite } from './wxr.ts'

export { kindByName, mappingOf, proposeKinds, type CategoryProposal, type KindMapping } from './kinds.ts'
export { fileName, MediaIndex, oldPathsOf, sourceIdOf } from './old-addresses.ts'
export { slugFrom, slugOf } from './slug.ts'
export { instantIn, instantOf } from './source-time.ts'

const LONGEST_TITLE = 160
const LONGEST_SUMMARY = 200

export interface DraftPublication {
  title: string
  slug: string
  kind: Kind
  tags: string[]
  /** Plain text, at most 200 characters. */
  summary: string
  /** Markdown; pictures and files of the old site stand in it under their addresses in `mediaAvailable`. */
  body: string
  state: 'draft' | 'scheduled' | 'published'
  publishedAt?: Date
  scheduledAt?: Date
  /** Never shown to the public ("pribadi"). */
  private: boolean
  /** Address of the cover picture, one of `mediaAvailable`. */
  cover?: { src: string; alt: string }
  images: { src: string; alt: string }[]
  attachments: { src: string; name: string }[]
  /** Where it was found before: path and query, from `/`. */
  oldPaths: string[]
  /** SHA-256 of all this as the source says it, in hexadecimal. */
  fingerprint: string
}

export type PlannedItem = {
  sourceId: string
  wordpressId: number
  source: WordpressItem['kind']
  title: string
  needsLook: Message[]
} & ({ action: 'create' | 'update' | 'unchanged'; draft: DraftPublication } | { action: 'skip'; reason: Message })

export interface ImportPlan {
  items: PlannedItem[]
  counts: Record<'create' | 'update' | 'unchanged' | 'skip', number>
}

export interface PlanOptions {
  mapping: KindMapping
  /** IANA zone of the government, for dates without one. */
  zone: string
  /** Fingerprints of what was brought in before. */
  known: ReadonlyMap<string, string>
  /** Addresses of pictures and files that can be had. */
  mediaAvailable: ReadonlySet<string>
  now?: Date
  /** What pages such as "Profil" become. */
  pages?: Kind
}

/** Decides what becomes of every item of an export. Pure: the same input gives the same plan. */
export function planImport(site: WordpressSite, options: PlanOptions): ImportPlan {
  const attachments = new Map(site.items.filter(item => item.kind === 'attachment').map(item => [item.wordpressId, item]))
  const below = new Map<number, WordpressItem[]>()
  for (const file of attachments.values()) if (file.parentId) below.set(file.parentId, [...(below.get(file.parentId) ?? []), file])
  const around: Around = { site, options, now: options.now ?? new Date(), media: new MediaIndex(options.mediaAvailable), attachments, below, slugs: new Set() }
  const seen = new Set<string>()
  const counts = { create: 0, update: 0, unchanged: 0, skip: 0 }
  const items: PlannedItem[] = []
  for (const item of site.items) {
    if (item.kind === 'attachment') continue
    const sourceId = sourceIdOf(item.wordpressId, site.baseUrl)
    const reason = seen.has(sourceId) ? { text: 'Tulisan ini sudah ada di berkas yang sama.' } : skipped(item)
    seen.add(sourceId)
    const base = { sourceId, wordpressId: item.wordpressId, source: item.kind, title: item.title }
    if (reason) {
      counts.skip++
      items.push({ ...base, action: 'skip', reason, needsLook: [] })
      continue
    }
    const { draft, needsLook } = draftOf(item, around)
    const before = options.known.get(sourceId)
    const action = before === undefined ? 'create' : before === draft.fingerprint ? 'unchanged' : 'update'
    counts[action]++
    items.push({ ...base, title: draft.title, action, draft, needsLook })
  }
  return { items, counts }
}

interface Around {
  site: WordpressSite
  options: PlanOptions
  now: Date
  media: MediaIndex
  attachments: Map<number, WordpressItem>
  below: Map<number, WordpressItem[]>
  slugs: Set<string>
}

function skipped(item: WordpressItem): Message | undefined {
  if (item.kind === 'other') return { text: 'Bukan tulisan atau halaman.' }
  if (item.status === 'trash') return { text: 'Ada di tempat sampah WordPress.' }
  if (item.status === 'inherit') return { text: 'Versi lama dari tulisan lain.' }
  if (item.title === '' && plainText(item.html.slice(0, 20_000)) === '' && !/<img|\[gallery/i.test(item.html)) return { text: 'Tidak berisi apa pun.' }
  return undefined
}

/** State in Pendopo of a WordPress state. */
export function stateOf(item: Pick<WordpressItem, 'status' | 'password' | 'dateGmt' | 'dateLocal'>, zone: string, now: Date) {
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
  const { options, site, media } = around
  const needsLook: Message[] = []
  const files = new Map<string, string>()
  const missing = new Set<string>()
  const lost = (address: string) => {
    if (missing.has(address)) return
    missing.add(address)
    needsLook.push({ text: 'Gambar {name} tidak tersedia', values: { name: fileName(address) } })
  }
  const below = around.below.get(item.wordpressId) ?? []
  const converted = toMarkdown(item.html, {
    breaksInParagraphs: true,
    title: item.title,
    attachedImages: below.filter(file => isPicture(file.attachmentUrl)).map(file => file.wordpressId),
    resolveLink(address) {
      const found = media.find(address)
      if (found && !isPicture(found)) files.set(found, fileName(found))
      return found ?? pathWithin(address, site.baseUrl) ?? address
    },
    resolveImage(src, alt) {
      const attachment = src.startsWith('wordpress:') ? around.attachments.get(Number(src.slice(10))) : undefined
      const address = attachment?.attachmentUrl ?? src
      const found = media.find(address)
      if (found) return { src: found, alt: alt || attachment?.alt || '' }
      lost(attachment ? address : src.startsWith('wordpress:') ? `#${src.slice(10)}` : address)
      return undefined
    },
  })
  for (const file of below) {
    const found = file.attachmentUrl && !isPicture(file.attachmentUrl) ? media.find(file.attachmentUrl) : undefined
    if (found && !files.has(found)) files.set(found, file.title || fileName(found))
  }
  needsLook.push(...converted.findings.flatMap(messageFor))

  const state = stateOf(item, options.zone, around.now)
  const title = titled(item.title, converted.opening, needsLook)
  const own = slugFrom(item.slug, title, `tulisan-${item.wordpressId}`)
  const slug = freeSlug(own, around.slugs)
  if (slug !== own) needsLook.push({ text: 'Alamat {slug} dipakai dua kali; menjadi {other}.', values: { slug: own, other: slug } })

  let cover: DraftPublication['cover']
  if (item.featuredImageId) {
    const attachment = around.attachments.get(item.featuredImageId)
    const found = attachment?.attachmentUrl ? media.find(attachment.attachmentUrl) : undefined
    if (found) cover = { src: found, alt: attachment?.alt || attachment?.title || '' }
    else lost(attachment?.attachmentUrl ?? `#${item.featuredImageId}`)
  }
  const { notes, ...stated } = state
  needsLook.push(...notes)
  const content = {
    title,
    slug,
    ...kindAndTags(item, options.mapping, options.pages ?? 'dokumen'),
    summary: shortened(plainText(item.excerpt) || firstSentence(converted.opening), LONGEST_SUMMARY),
    body: converted.markdown,
    cover,
    images: converted.images,
    attachments: Array.from(files, ([src, name]) => ({ src, name })),
    oldPaths: oldPathsOf(item, site.baseUrl),
  }
  // As the source says it: that a scheduled day has come is no change of the source.
  const said = [content, item.status, item.password !== '', instantOf(item, options.zone)?.toISOString() ?? null]
  return { draft: { ...content, ...stated, fingerprint: createHash('sha256').update(JSON.stringify(said)).digest('hex') }, needsLook }
}

const isPicture = (address = ''): boolean => /\.(?:jpe?g|png|gif|webp|avif|bmp|svg|heic|tiff?)(?:[?#]|$)/i.test(address)

function titled(title: string, opening: string, needsLook: Message[]): string {
  if (title === '') {
    needsLook.push({ text: 'Tidak berjudul; judul diambil dari isi.' })
    return shortened(firstSentence(opening), 80) || 'Tanpa judul'
  }
  if (title.length <= LONGEST_TITLE) return title
  needsLook.push({ text: 'Judul lebih dari {n} huruf dan dipotong.', values: { n: LONGEST_TITLE } })
  return shortened(title, LONGEST_TITLE)
}

const sentences = new Intl.Segmenter('id', { granularity: 'sentence' })

/** The first sentence, or the first few when they are only titles such as "Drs. H." */
function firstSentence(text: string): string {
  let found = ''
  for (const { segment } of sentences.segment(text.slice(0, 2000))) {
    found += segment
    if (found.trim().length >= 40) break
  }
  return found.trim()
}

/** Cut at a word, with an ellipsis. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const word = cut.lastIndexOf(' ')
  return `${(word > longest / 2 ? cut.slice(0, word) : cut.slice(0, -1)).replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:.–—-]+$/, '')}…`
}

const MESSAGES: Record<Finding['kind'], string | undefined> = {
  'script-removed': 'Skrip dibuang',
  'style-removed': undefined,
  'hidden-removed': 'Bagian tersembunyi dibuang: {detail}',
  'form-removed': 'Formulir dibuang',
  'embed-to-link': 'Sisipan menjadi tautan: {detail}',
  'shortcode-removed': 'Kode singkat dibuang: {detail}',
  'link-dropped': 'Tautan yang tidak aman dibuang: {detail}',
  // Said with the name of the picture where it is looked for.
  'image-missing': undefined,
  'image-embedded': 'Gambar yang tertanam di dalam teks dibuang',
  'too-deep': 'Susunan yang terlalu dalam diratakan',
  'looks-like-code': 'Teks ini tampak seperti kode: {detail}',
  'table-flattened': 'Tabel yang rumit menjadi teks biasa: {detail}',
}

function messageFor(finding: Finding): Message[] {
  const text = MESSAGES[finding.kind]
  if (!text) return []
  return [text.includes('{detail}') ? { text, values: { detail: finding.detail } } : { text }]
}
