import { pathWithin } from './addresses.ts'
import type { WordpressItem, WordpressMenuEntry, WordpressSite } from './wxr.ts'

/** Where a page stood on the old site. */
export interface OldPlace {
  /** Number of the page, or of the menu entry that only held others together. */
  wordpressId: number
  /** Words of such an entry; undefined for pages. */
  heading?: string
  /** Number of what it stood under. */
  under: number | null
  inMenu: boolean
  /** Why it stands elsewhere than its source says: what was above it is not there, or stood below itself. */
  moved?: 'gone' | 'circle'
}

export interface PageTree {
  /** In the order of the tree, what is above before what is below. */
  places: OldPlace[]
  /** What the menu led to besides pages, and what it stood under. */
  links: { under: number | null; label: string; address: string }[]
  /** The page the site opened with; `certain` when its address says so and not only its name. */
  front: { wordpressId: number; certain: boolean } | null
}

type Pages = ReadonlyMap<number, WordpressItem>

/** Steps upwards that are followed at most, where something above is missing. */
const furthest = 100

/** The tree of pages as visitors saw it: as the main menu had it, else by what each page says it belongs to. */
export function pageTree(site: WordpressSite, pages: readonly WordpressItem[]): PageTree {
  const here: Pages = new Map(pages.map(page => [page.wordpressId, page]))
  const all: Pages = new Map(site.items.map(item => [item.wordpressId, item]))
  const home = bare(pathWithin(site.baseUrl, site.baseUrl))
  const front = frontOf(site, pages, home)
  const menu = menuOf(site, here, all, home, front?.wordpressId)
  const places = new Map(menu.places.map(place => [place.wordpressId, place]))
  const others = pages.filter(page => !places.has(page.wordpressId)).toSorted((a, b) => a.menuOrder - b.menuOrder || a.title.localeCompare(b.title, 'id'))
  // Without a menu WordPress shows every page.
  for (const page of others) places.set(page.wordpressId, { wordpressId: page.wordpressId, inMenu: menu.places.length === 0, ...livingParent(page, here, all) })
  // Nothing stands below the page a site opens with.
  for (const place of places.values()) if (place.under === front?.wordpressId || place.wordpressId === front?.wordpressId) place.under = null
  openCircles(places)
  return { places: inOrder(places), links: menu.links, front }
}

/** The nearest page above that comes along. */
function livingParent(page: WordpressItem, here: Pages, all: Pages): Pick<OldPlace, 'under' | 'moved'> {
  let at = page.parentId
  for (let steps = 0; at && steps < furthest; steps++) {
    if (here.has(at)) return { under: at, ...(steps > 0 && { moved: 'gone' }) }
    at = all.get(at)?.parentId
  }
  return { under: null, ...(page.parentId && { moved: 'gone' }) }
}

const frontName = /^(?:beranda|home|homepage|home page|front page|halaman depan|halaman utama)$/i
const frontSlug = /^(?:beranda|home|homepage|home-page|front-page|halaman-depan|halaman-utama)$/

/** The page whose own address is the site's; else one that is called so. */
function frontOf(site: WordpressSite, pages: readonly WordpressItem[], home: string | undefined): PageTree['front'] {
  const shown = pages.filter(page => page.status === 'publish' && page.password === '')
  const found = home === undefined ? undefined : shown.find(page => bare(pathWithin(page.link, site.baseUrl)) === home)
  if (found) return { wordpressId: found.wordpressId, certain: true }
  const named = shown.find(page => !page.parentId && (frontSlug.test(page.slug) || frontName.test(page.title)))
  return named ? { wordpressId: named.wordpressId, certain: false } : null
}

/** A path as it is compared: `/profil/` and `/profil` are one. */
const bare = (path: string | undefined): string | undefined => path?.replace(/\/+$/, '')

/** The menu most of whose entries are pages, as places and links. */
function menuOf(site: WordpressSite, here: Pages, all: Pages, home: string | undefined, front: number | undefined): { places: OldPlace[]; links: PageTree['links'] } {
  const byPath = new Map(Array.from(here.values(), page => [bare(pathWithin(page.link, site.baseUrl)), page.wordpressId]))
  const pathOf = (entry: WordpressMenuEntry) => (entry.itemId || /^(?:#|$)/.test(entry.address) ? undefined : bare(pathWithin(entry.address, site.baseUrl)))
  const isHome = (entry: WordpressMenuEntry) => home !== undefined && pathOf(entry) === home
  const pageOf = (entry: WordpressMenuEntry): number | undefined => {
    if (entry.itemId) return here.has(entry.itemId) ? entry.itemId : undefined
    const path = pathOf(entry)
    return path === undefined ? undefined : isHome(entry) ? front : byPath.get(path)
  }
  const leadsToPage = (entry: WordpressMenuEntry) => pageOf(entry) !== undefined
  const menus = Map.groupBy(site.menuEntries, entry => entry.menu)
  const main = [...menus.values()].toSorted((a, b) => b.filter(leadsToPage).length - a.filter(leadsToPage).length)[0]
  if (!main?.some(leadsToPage)) return { places: [], links: [] }

  const entries = main.toSorted((a, b) => a.order - b.order)
  const byId = new Map(entries.map(entry => [entry.wordpressId, entry]))
  const above = (entry: WordpressMenuEntry): WordpressMenuEntry[] => {
    const found: WordpressMenuEntry[] = []
    for (let at = byId.get(entry.aboveId ?? 0); at && found.length < furthest; at = byId.get(at.aboveId ?? 0)) found.push(at)
    return found
  }
  // Entries with pages below them keep those together, whatever they lead to themselves.
  const holding = new Set(entries.filter(leadsToPage).flatMap(above).filter(entry => !isHome(entry)))
  const nodeOf = (entry: WordpressMenuEntry): number | undefined => pageOf(entry) ?? (holding.has(entry) ? entry.wordpressId : undefined)

  const places = new Map<number, OldPlace>()
  const links: PageTree['links'] = []
  for (const entry of entries) {
    const node = nodeOf(entry)
    const item = all.get(entry.itemId ?? 0)
    const label = entry.label || item?.title || entry.address
    const under = above(entry).map(nodeOf).find(one => one !== undefined && one !== node) ?? null
    if (node !== undefined && !places.has(node)) places.set(node, { wordpressId: node, under, inMenu: true, ...(!leadsToPage(entry) && { heading: label }) })
    const address = item ? (item.status === 'publish' ? item.link : '') : entry.address
    if (!leadsToPage(entry) && !isHome(entry) && /^(?:https?:|\/)/i.test(address)) links.push({ under: node ?? under, label, address })
  }
  return { places: [...places.values()], links }
}

/** Lets one page of every circle stand at the top, so that all of them are found. */
function openCircles(places: Map<number, OldPlace>): void {
  const sound = new Set<number>()
  for (const start of places.values()) {
    const walked = new Set<number>()
    for (let at: OldPlace | undefined = start; at && !sound.has(at.wordpressId); at = at.under === null ? undefined : places.get(at.under)) {
      walked.add(at.wordpressId)
      if (at.under === null || !walked.has(at.under)) continue
      at.under = null
      at.moved = 'circle'
    }
    for (const id of walked) sound.add(id)
  }
}

function inOrder(places: Map<number, OldPlace>): OldPlace[] {
  const below = Map.groupBy(places.values(), place => place.under)
  const ordered: OldPlace[] = []
  const waiting = (below.get(null) ?? []).toReversed()
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    ordered.push(place)
    for (const child of (below.get(place.wordpressId) ?? []).toReversed()) waiting.push(child)
  }
  return ordered
}
