import type { Message } from '#platform/forms/fields.ts'
import { sourceIdOf } from '#platform/text/wxr/addresses.ts'
import { pageTree, type OldPlace } from '#platform/text/wxr/page-tree.ts'
import type { WordpressItem } from '#platform/text/wxr/wxr.ts'
import type { Purpose } from '#modules/pages/contract.ts'
import { fingerprintOf, judged, type DraftPage, type Picture, type PlannedItem } from '../draft.ts'
import { freeSlug, slugFrom } from '#platform/text/slug.ts'
import { articleOf, isBlank, type Around, type Article } from './article.ts'
import { isNewsPage, purposeOf } from './purposes.ts'

/** A page a unit has already. */
export interface PageHere {
  id: string
  slug: string
  purpose: Purpose | null
  /** A template made it and no person wrote in it. */
  untouched: boolean
  /** What it was brought in as. */
  sourceId: string | null
}

export interface PagePlanOptions {
  here?: readonly PageHere[]
  /** Why pages stay out, when they do. */
  withoutPages?: Message
}

/** Before what a template adds, when nobody has arranged the unit's pages yet; else behind what they arranged. */
const FRONT = -10_000
const BACK = 10_000
const LONGEST_SLUG = 56
/** Addresses of a site that are not for pages. */
const elsewhere = new Set(['berita', 'en', 'situs', 'aset', 'gambar', 'berkas', 'kerja', 'masuk', 'bahasa', 'langganan'])

interface Node {
  place: OldPlace
  sourceId: string
  title: string
  item?: WordpressItem
  article?: Article
  /** Shown to the public. */
  shown: boolean
}

/** Decides what becomes of the pages of an export, in the order of their tree. */
export function* planPages(pages: readonly WordpressItem[], around: Around, options: PagePlanOptions): Generator<PlannedItem> {
  const { site } = around
  const holding = new Set(pages.map(page => page.parentId))
  const why = (page: WordpressItem): Message | undefined => {
    if (options.withoutPages) return options.withoutPages
    return isNewsPage(page.title) && isBlank(page) && !holding.has(page.wordpressId) ? { text: 'Daftar berita ada dengan sendirinya di situs.' } : undefined
  }
  for (const page of pages) {
    const reason = why(page)
    if (reason) yield { sourceId: sourceIdOf(page.wordpressId, site.baseUrl), title: page.title, needsLook: [], action: 'skip', reason }
  }
  const coming = pages.filter(page => !why(page))
  const left = new Set(pages.filter(why).map(page => page.link))
  const tree = pageTree(site, coming)
  const items = new Map(coming.map(page => [page.wordpressId, page]))
  const nodes = new Map(tree.places.map(place => [place.wordpressId, nodeOf(place, items.get(place.wordpressId), around)]))
  const below = Map.groupBy(nodes.values(), node => node.place.under)
  const links = Map.groupBy(tree.links.filter(link => !left.has(link.address)), link => link.under ?? tree.places[0]?.wordpressId)
  const seats = new Seats([...nodes.values()], tree.front?.wordpressId, around, options.here ?? [])

  for (const [rank, node] of Array.from(nodes.values()).entries()) {
    const { place, sourceId, title, article } = node
    const needsLook = [...(article?.needsLook ?? [])]
    const above = place.under === null ? undefined : nodes.get(place.under)
    const said = { ...contentOf(node), inMenu: place.inMenu, under: above ? { sourceId: above.sourceId, title: above.title } : null }
    const seat = seats.of(node, above, needsLook)
    // One that says nothing itself still opens its section.
    const blank = said.body === '' && seat.purpose === null && !below.get(place.wordpressId)?.some(child => child.shown)
    if (place.moved) needsLook.push({ text: place.moved === 'gone' ? 'Halaman induknya tidak ikut; tempatnya naik.' : 'Susunan induknya melingkar; dipindah ke atas.' })
    if (place.heading !== undefined) needsLook.push({ text: 'Hanya judul menu di situs lama; menjadi halaman pembuka bagian itu.' })
    if (tree.front?.wordpressId === place.wordpressId && !tree.front.certain) needsLook.push({ text: 'Dianggap halaman depan karena namanya.' })
    for (const { label, address } of links.get(place.wordpressId) ?? []) needsLook.push({ text: 'Menu lama memuat tautan {label} ({address}); tambahkan di sini bila masih perlu.', values: { label, address } })
    if (article?.state.state === 'scheduled') needsLook.push({ text: 'Dijadwalkan di situs lama; halaman menjadi konsep.' })
    else needsLook.push(...(article?.notes ?? []))
    if (blank) needsLook.push({ text: 'Kosong di situs lama; menjadi konsep.' })
    const page: DraftPage = {
      ...said,
      ...seat,
      title,
      position: seats.first + rank,
      state: node.shown && !blank ? 'published' : 'draft',
      private: article?.state.private ?? false,
      publishedAt: article?.state.state === 'published' ? article.state.publishedAt : undefined,
      fingerprint: fingerprintOf([title, said, node.item?.slug, ...(article?.moment ?? [])]),
    }
    yield judged(sourceId, { page }, needsLook, around.options.known)
  }
}

function nodeOf(place: OldPlace, item: WordpressItem | undefined, around: Around): Node {
  const article = item && articleOf(item, around)
  return { place, sourceId: sourceIdOf(place.wordpressId, around.site.baseUrl), title: article?.content.title ?? (place.heading?.slice(0, 160) || 'Menu'), item, article, shown: article ? article.state.state === 'published' : true }
}

function contentOf({ item, article }: Node): Pick<DraftPage, 'summary' | 'body' | 'images' | 'attachments' | 'oldPaths'> {
  if (!article) return { summary: '', body: '', images: [], attachments: [], oldPaths: [] }
  const { content: { summary, body, images, attachments, oldPaths }, cover } = article
  const shown = cover && !images.some(image => image.src === cover.src)
  // The summary stands over the text; one taken from its beginning would say everything twice.
  return { summary: item?.excerpt ? summary : '', body: [shown ? pictureIn(cover) : '', body].filter(Boolean).join('\n\n'), images: shown ? [cover, ...images] : images, attachments, oldPaths }
}

const pictureIn = ({ src, alt }: Picture): string => `![${alt.replace(/[[\]\\]/g, '\\$&')}](${src})`

/** Gives every page its purpose and address: those of a template's page that nobody wrote in yet, or free ones. */
class Seats {
  readonly first: number
  readonly #here: readonly PageHere[]
  readonly #purposes = new Map<string, Purpose>()
  readonly #slugs: Set<string>
  readonly #given = new Map<string, string>()

  constructor(nodes: readonly Node[], front: number | undefined, around: Around, here: readonly PageHere[]) {
    const brought = new Set(here.flatMap(page => (page.sourceId === null ? [] : [page.sourceId])))
    this.#here = here
    this.#slugs = new Set([...here.map(page => page.slug), ...elsewhere])
    this.first = here.some(page => !page.untouched && page.sourceId === null) ? BACK : FRONT
    const taken = new Set<Purpose>()
    const claim = (node: Node | undefined, purpose: Purpose | null) => {
      if (!node?.shown || !purpose || taken.has(purpose) || this.#purposes.has(node.sourceId) || brought.has(node.sourceId)) return
      taken.add(purpose)
      this.#purposes.set(node.sourceId, purpose)
    }
    claim(nodes.find(node => node.place.wordpressId === front), 'home')
    // A page with words of its own goes before one that only holds others together.
    for (const node of nodes.toSorted((a, b) => Number(!a.item) - Number(!b.item))) claim(node, purposeOf(node.title))
  }

  of({ sourceId, title, item, place }: Node, above: Node | undefined, needsLook: Message[]): Pick<DraftPage, 'purpose' | 'fills' | 'slug'> {
    const own = this.#here.find(page => page.sourceId === sourceId)
    if (own) return this.#give(sourceId, { purpose: own.purpose, fills: null, slug: own.slug })
    const purpose = this.#purposes.get(sourceId) ?? null
    const same = purpose && this.#here.find(page => page.purpose === purpose || (purpose === 'home' && page.slug === ''))
    if (same?.untouched) return this.#give(sourceId, { purpose, fills: same.id, slug: same.slug })
    if (same && purpose === 'home') needsLook.push({ text: 'Beranda sudah disusun di sini; isinya menjadi halaman sendiri.' })
    if (purpose === 'home' && !same) return this.#give(sourceId, { purpose, fills: null, slug: '' })
    const wish = slugFrom(item?.slug ?? '', title, `halaman-${place.wordpressId}`).slice(0, LONGEST_SLUG).replace(/-+$/, '')
    const longer = above && `${this.#given.get(above.sourceId)}-${wish}`
    // Two pages of one name are told apart by what they stand under.
    const slug = this.#slugs.has(wish) && longer && longer.length <= LONGEST_SLUG && !longer.startsWith('-') && !this.#slugs.has(longer) ? freeSlug(longer, this.#slugs) : freeSlug(wish, this.#slugs)
    if (slug !== wish) needsLook.push({ text: 'Alamat {slug} dipakai dua kali; menjadi {other}.', values: { slug: wish, other: slug } })
    return this.#give(sourceId, { purpose: same ? null : purpose, fills: null, slug })
  }

  #give<T extends { slug: string }>(sourceId: string, seat: T): T {
    this.#given.set(sourceId, seat.slug)
    return seat
  }
}
