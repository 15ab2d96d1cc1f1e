import type { Kind } from '#modules/publications/contract.ts'
import type { WordpressCategory, WordpressItem, WordpressSite } from '#platform/text/wxr/wxr.ts'

/** What the slug of an old category stands for: a kind of publication, or no more than a tag. */
export type KindMapping = Record<string, Kind | 'tag'>

export interface CategoryProposal {
  slug: string
  name: string
  kind: Kind
  /** False when nothing in the name says so and "berita" is only the usual choice. */
  certain: boolean
  /** Posts in it. */
  posts: number
}

/** Words in names of categories, most specific kind first. */
const WORDS: [Kind, RegExp][] = [
  ['siaran-pers', /\b(?:siaran pers|press releases?|rilis pers|pers rilis|rilis|keterangan pers|konferensi pers|press)\b/],
  ['infografis', /\b(?:infografi[sk]\w*|infographics?|poster|videografis|grafis)\b/],
  ['pengumuman', /\b(?:pengumuman|announcements?|maklumat|pemberitahuan|lelang|lowongan|cpns|pppk|rekrutmen|seleksi|edaran|undangan|himbauan|imbauan|notice)\b/],
  ['dokumen', /\b(?:dokumen|documents?|unduhan|unduh|downloads?|arsip|peraturan|perda|perbup|perdes|regulasi|produk hukum|laporan|sakip|lakip|lkjip|renstra|renja|publikasi|formulir|sop|ppid|majalah|buletin)\b/],
  ['kegiatan', /\b(?:kegiatan|agenda|acara|events?|galeri|gallery|foto|activities|activity|jadwal|sosialisasi|pelatihan|bimtek|rapat)\b/],
  ['program', /\b(?:program|programs|programme|program kerja|inovasi|layanan|pelayanan|proyek|projects?)\b/],
  ['berita', /\b(?:berita|kabar|news|artikel|articles?|warta|info|informasi|headline|terkini|liputan|blog|opini|posts?|uncategori[sz]ed|tak berkategori|tanpa kategori|umum|lain lain)\b/],
]

const spoken = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Kind that a category's name speaks of. */
export function kindByName(name: string): Kind | undefined {
  return WORDS.find(([, words]) => words.test(spoken(name)))?.[0]
}

export const isUncategorised = (category: { slug: string; name: string }): boolean =>
  /^(?:uncategori[sz]ed|tak berkategori|tanpa kategori|umum)$/.test(spoken(category.name)) || /^(?:uncategori[sz]ed|tak-berkategori)$/.test(category.slug)

/** A kind for every category of the export, for a person to confirm or change. */
export function proposeKinds(site: WordpressSite): CategoryProposal[] {
  const used = new Map<string, WordpressCategory>(site.categories.map(category => [keyOf(category), category]))
  const counts = new Map<string, number>()
  for (const item of site.items) {
    for (const category of item.categories) {
      if (!used.has(keyOf(category))) used.set(keyOf(category), category)
      counts.set(keyOf(category), (counts.get(keyOf(category)) ?? 0) + 1)
    }
  }
  return Array.from(used.values(), category => {
    const kind = kindByName(category.name) ?? parentKind(category, used)
    return { slug: keyOf(category), name: category.name, kind: kind ?? 'berita', certain: kind !== undefined, posts: counts.get(keyOf(category)) ?? 0 }
  })
}

/** The proposal as a mapping that can be used at once. */
export const mappingOf = (proposals: readonly CategoryProposal[]): KindMapping => Object.fromEntries(proposals.map(one => [one.slug, one.kind]))

export const keyOf = (category: { slug: string; name: string }): string => category.slug || spoken(category.name).replaceAll(' ', '-')

function parentKind(category: WordpressCategory, all: Map<string, WordpressCategory>): Kind | undefined {
  let above = category.parent ? all.get(category.parent) : undefined
  for (let steps = 0; above && steps < 10; steps++) {
    const kind = kindByName(above.name)
    if (kind) return kind
    above = above.parent ? all.get(above.parent) : undefined
  }
  return undefined
}

/** Names that say no more than "an article". */
const GENERIC = /^(?:berita|news|artikel|articles?|blog|info|informasi|posts?)$/
/** As many, and as long, as the form of a publication takes. */
const TAGS = 10
const TAG = 40

/** What a post becomes: its most specific category gives the kind, the others and its tags become tags. */
export function kindAndTags(item: Pick<WordpressItem, 'categories' | 'tags'>, mapping: KindMapping): { kind: Kind; tags: string[] } {
  const kinds = item.categories.map(category => {
    const wanted = mapping[keyOf(category)] ?? kindByName(category.name)
    return { category, kind: wanted === 'tag' ? undefined : wanted }
  })
  const chosen = kinds.find(one => one.kind && one.kind !== 'berita') ?? kinds.find(one => one.kind)
  const kind = chosen?.kind ?? 'berita'
  const others = item.categories.filter(category => !isUncategorised(category) && !GENERIC.test(spoken(category.name)) && (category !== chosen?.category || kindByName(category.name) !== kind))
  const seen = new Set<string>([kind.replace('-', ' ')])
  const tags: string[] = []
  for (const name of [...others.map(category => category.name), ...item.tags]) {
    const tag = name.replace(/[\s,]+/g, ' ').trim().toLowerCase().slice(0, TAG).trim()
    if (tag === '' || seen.has(spoken(tag)) || tags.length >= TAGS) continue
    seen.add(spoken(tag))
    tags.push(tag)
  }
  return { kind, tags }
}
