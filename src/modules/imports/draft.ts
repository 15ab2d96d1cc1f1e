import { createHash } from 'node:crypto'
import type { Message } from '#platform/forms/fields.ts'
import { toMarkdown, type Finding, type MarkdownOptions } from '#platform/text/from-html/html-to-markdown.ts'
import { plainText } from '#platform/text/from-html/plain-text.ts'
import type { Purpose } from '#modules/pages/contract.ts'
import type { Kind } from '#modules/publications/contract.ts'
import { fileName, isPicture, wholeOf, type MediaIndex } from '#platform/text/wxr/addresses.ts'

const LONGEST_TITLE = 160
const LONGEST_SUMMARY = 200

/** Stands for a description that the old site did not have; whoever looks after the page replaces it. */
export const UNDESCRIBED = 'Gambar dari situs lama, keterangannya belum ditulis'

/** What becomes of an item of a source, whatever it is here. */
export interface Draft {
  title: string
  slug: string
  /** Plain text, at most 200 characters; only pages may have none. */
  summary: string
  /** Markdown; pictures, files and links within the old site stand in it under the addresses they had there. */
  body: string
  publishedAt?: Date
  /** Never shown to the public ("pribadi"). */
  private: boolean
  images: Picture[]
  attachments: { src: string; name: string }[]
  /** Where it was found before: path and query, from `/`. */
  oldPaths: string[]
  /** SHA-256 of all this as the source says it, in hexadecimal. */
  fingerprint: string
}

export interface DraftPublication extends Draft {
  kind: Kind
  tags: string[]
  state: 'draft' | 'scheduled' | 'published'
  scheduledAt?: Date
  /** Address of the cover picture. */
  cover?: Picture
}

export interface DraftPage extends Draft {
  state: 'draft' | 'published'
  purpose: Purpose | null
  /** Id of the page of a template that it fills. */
  fills: string | null
  /** What it stands under, and how that is called. */
  under: { sourceId: string; title: string } | null
  position: number
  inMenu: boolean
}

export interface Picture {
  src: string
  alt: string
}

/** What was brought in before under the same source id. */
export interface Known {
  fingerprint: string
  /** Of the publication or page it became. */
  id: string
  /** People changed it here since. */
  touched: boolean
  /** It was taken back when its import was undone. */
  withdrawn: boolean
}

type Coming = 'create' | 'update' | 'unchanged' | 'keep'

export type PlannedItem = {
  sourceId: string
  title: string
  needsLook: Message[]
} & (
  | { action: Coming; draft: DraftPublication }
  | { action: Coming; page: DraftPage }
  | { action: 'skip'; reason: Message }
)

/** What becomes of an item; undefined for one that is left out. */
export const draftIn = (item: PlannedItem): DraftPublication | DraftPage | undefined => ('draft' in item ? item.draft : 'page' in item ? item.page : undefined)

export interface PlanOptions {
  /** IANA zone of the government, for dates without one. */
  zone: string
  known: ReadonlyMap<string, Known>
  media: MediaIndex
  now?: Date
}

/** What becomes of a draft, by what was brought in before. A text that people changed here is never written over. */
export function judged(sourceId: string, what: { draft: DraftPublication } | { page: DraftPage }, needsLook: Message[], known: ReadonlyMap<string, Known>): PlannedItem {
  const before = known.get(sourceId)
  const draft = 'draft' in what ? what.draft : what.page
  const item = { sourceId, title: draft.title, ...what, needsLook }
  if (!before || before.withdrawn) return { ...item, action: 'create' }
  if (before.fingerprint === draft.fingerprint) return { ...item, action: 'unchanged' }
  if (!before.touched) return { ...item, action: 'update' }
  return { ...item, action: 'keep', needsLook: [{ text: 'Berubah di sumbernya, tetapi di sini sudah disunting; tidak ditimpa.' }, ...needsLook] }
}

/** Fingerprint of what a source says. That a scheduled day has come is no change, so the day counts and not the state. */
export const fingerprintOf = (said: unknown): string => createHash('sha256').update(JSON.stringify(said)).digest('hex')

export interface Written {
  body: string
  /** Words of the first paragraph. */
  opening: string
  images: Picture[]
  /** Files the text links to, by address. */
  files: Map<string, string>
}

export interface WritingOptions extends Pick<MarkdownOptions, 'rewriteText' | 'breaksInParagraphs' | 'title'> {
  media: MediaIndex
  /** Address of the picture that a number of the source means. */
  numbered?(id: number): string | undefined
  /** How the source describes a picture it knows. */
  altOf?(address: string): string | undefined
  /** Where a link leads from now on, when it is no file. */
  inside?(address: string): string | undefined
  needsLook: Message[]
  /** Pictures already named as missing. */
  missing: Set<string>
}

/** Turns an article's HTML into Markdown and says what a person should look at. */
export function written(html: string, options: WritingOptions): Written {
  const { media, needsLook } = options
  const files = new Map<string, string>()
  const converted = toMarkdown(html, {
    rewriteText: options.rewriteText,
    breaksInParagraphs: options.breaksInParagraphs,
    title: options.title,
    resolveLink(address) {
      const found = media.find(address)
      if (found && !isPicture(found)) files.set(found, fileName(found))
      return found ?? options.inside?.(address) ?? address
    },
    resolveImage(src, alt) {
      const numbered = src.startsWith('source:') ? options.numbered?.(Number(src.slice(7))) : undefined
      const found = media.find(numbered ?? src)
      if (found) return { src: found, alt: described(alt || options.altOf?.(found) || '', found, needsLook) }
      lost(numbered ?? src.replace(/^source:/, '#'), options)
      return undefined
    },
  })
  needsLook.push(...converted.findings.flatMap(messageFor))
  return { body: converted.markdown, opening: converted.opening, images: converted.images, files }
}

/** Names a picture that cannot be had, once. */
export function lost(address: string, { missing, needsLook }: Pick<WritingOptions, 'missing' | 'needsLook'>): void {
  // Whatever size of it was shown, it is one picture.
  const name = wholeOf(fileName(address))
  if (missing.has(name)) return
  missing.add(name)
  needsLook.push({ text: 'Gambar {name} tidak tersedia', values: { name } })
}

/** The description of a picture; one without is flagged. */
export function described(alt: string, address: string, needsLook: Message[]): string {
  if (alt) return alt.slice(0, 300)
  const message = { text: 'Gambar {name} belum berketerangan', values: { name: fileName(address) } }
  if (!needsLook.some(one => one.text === message.text && one.values?.name === message.values.name)) needsLook.push(message)
  return UNDESCRIBED
}

/** A title of at most 160 characters, taken from the text when there is none. */
export function titled(title: string, opening: string, needsLook: Message[]): string {
  if (title === '') {
    needsLook.push({ text: 'Tidak berjudul; judul diambil dari isi.' })
    return shortened(firstSentence(opening), 80) || 'Tanpa judul'
  }
  if (title.length <= LONGEST_TITLE) return title
  needsLook.push({ text: 'Judul lebih dari {n} huruf dan dipotong.', values: { n: LONGEST_TITLE } })
  return shortened(title, LONGEST_TITLE)
}

/** One sentence about it: the source's own, else how the text begins, else its title. */
export const summarised = (excerpt: string, opening: string, title: string): string => shortened(plainText(excerpt) || firstSentence(opening) || title, LONGEST_SUMMARY)

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
