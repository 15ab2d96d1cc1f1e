import type { Reach } from '#platform/access/who.ts'
import type { Answer } from '#platform/columnar/query.ts'
import type { Column } from '#platform/columnar/table.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import type { Attachment, Point, Value } from '#platform/forms/values.ts'
import type { Context, Hands } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'
import type { ChartPictures } from '#ui/index.ts'

export type { Attachment, Picture, Point, Row, Value } from '#platform/forms/values.ts'

/** What a page is for, as far as others must know: templates, the menu and the health of a site. */
export type Purpose =
  | 'home' | 'profile' | 'history' | 'duties' | 'structure' | 'officials' | 'services' | 'public-information' | 'documents' | 'contact' | 'complaints'
  | 'budget' | 'population' | 'potentials' | 'gallery' | 'villages' | 'admissions'

export type State = 'draft' | 'submitted' | 'published' | 'hidden'

/** Kinds of parts a page is put together from; each has its file in `blocks/`. */
export type BlockKind =
  | 'hero' | 'text' | 'facts' | 'latest' | 'links' | 'services' | 'officials' | 'structure' | 'contact' | 'map' | 'documents' | 'gallery'
  | 'population' | 'potential' | 'budget' | 'villages' | 'school' | 'admissions' | 'data'

/** A part of a page. */
export interface Block {
  /** Unique within its page. */
  id: string
  kind: BlockKind
  /** By the names of the kind's inputs; missing ones count as empty. */
  values: Record<string, Value>
}

/** What a person writes; every saved version is one of these. */
export interface PageContent {
  title: string
  /** At most 200 characters, plain text; may be empty. */
  summary: string
  blocks: Block[]
  english: { title: string; summary: string } | null
}

/** A page a template begins with; its title and address are those of its purpose, in the government's own words. */
export interface Outline {
  purpose: Purpose
  /** Purpose of the page it stands under. */
  under?: Purpose
  inMenu: boolean
  blocks: Omit<Block, 'id'>[]
}

/** A page as menus and lists know it. */
export interface PageLink {
  id: string
  parentId: string | null
  /** Unique within the unit; `''` is the home page. */
  slug: string
  purpose: Purpose | null
  title: string
  titleEnglish: string | null
  inMenu: boolean
}

/** A page as the office knows it. */
export interface OfficePage extends PageLink {
  state: State
  visible: boolean
  workingVersion: number
  liveVersion: number | null
  changedAt: Date
  publishedAt: Date | null
  pageOwner: string | null
  /** `2026-11-21` */
  reviewOn: string | null
  /** Whether there is anything to read in the working copy. */
  empty: boolean
}

/** A visible page with its words, for the health of sites, search and link checks. */
export interface PageText {
  id: string
  unitId: string
  slug: string
  purpose: Purpose | null
  title: string
  /** Markdown. */
  body: string
  pageOwner: string | null
  changedAt: Date
}

/** A page of an old site. */
export interface BroughtPage {
  /** Given when it was brought in before. */
  id?: string
  unitId: string
  slug: string
  title: string
  summary: string
  /** Markdown. */
  body: string
  attachments: Attachment[]
  /** Id of the page it stands under. */
  parentId: string | null
  position: number
  inMenu: boolean
  purpose?: Purpose | null
  state: 'draft' | 'published'
  publishedAt: Date | null
  /** Addresses that led to it on the old site, from `/`. */
  oldPaths: string[]
  by: string | null
}

/** What other modules may ask of the pages of units; topics `pages:<unit>` and `pages-of:<government>` tell when what is shown of them changes. */
export interface Pages {
  /** Visible pages in the order of the tree, for menus. */
  shown(db: Db | Tx, unitId: string): Promise<PageLink[]>
  /** All pages of a unit in the order of the tree. */
  all(db: Db | Tx, unitId: string): Promise<OfficePage[]>
  /** Adds the pages a unit does not have yet, as drafts. Answers how many were added. */
  begin(tx: Tx, unitId: string, outlines: readonly Outline[], by: string | null): Promise<number>
  /** Publishes every draft that has something to read; answers how many, and the titles of those left empty. */
  publishAll(tx: Tx, hands: Hands, unitId: string, by: string | null): Promise<{ published: number; empty: string[] }>
  /** Brings a page in from elsewhere, or renews one brought in before. */
  bring(tx: Tx, hands: Hands, page: BroughtPage): Promise<string>
  /** Hides a page, e.g. because its import is undone. */
  withdraw(tx: Tx, hands: Hands, id: string, by: string | null): Promise<void>
  /** How pages stand in the office, by id. */
  standing(db: Db | Tx, ids: readonly string[]): Promise<Map<string, { title: string; slug: string; unitId: string; state: State; version: number; visible: boolean }>>
  /** Visible pages with their words, in the order of ids after `after`; of one unit when given. */
  texts(db: Db, filter: { after?: string | null; unitId?: string; limit: number }): Promise<PageText[]>
  /** One of them; null when it is not visible. */
  textOf(db: Db | Tx, id: string): Promise<PageText | null>
  /** Where addresses that people write on a unit's pages lead on the portal, as its readers are led; null when the pages are not shown. */
  leading(db: Db | Tx, governmentId: string, unitId: string): Promise<((address: string) => string) | null>
  /** Blocks of these kinds on visible pages, with the page they stand on. */
  blocks(db: Db, kinds: readonly BlockKind[]): Promise<{ unitId: string; pageId: string; slug: string; title: string; summary: string; block: Block; changedAt: Date }[]>
  /** Slug of what used to be at a path, e.g. `/tentang-kami/`; in one unit when given, else in any. */
  formerly(db: Db, path: string, unitId?: string): Promise<{ unitId: string; slug: string } | null>
  /** Enters a unit's visible pages into the search under `base`, e.g. `/situs/desa-kalisapu`; null takes them out. */
  place(tx: Tx, hands: Pick<Hands, 'governmentId'>, unitId: string, base: string | null): Promise<void>
}

/** A visible page whose owner wants to look at it again on a day. */
export interface PageReviewDue {
  id: string
  slug: string
  unitId: string
  pageOwner: string | null
  title: string
  /** `2026-11-21` */
  reviewOn: string
}

/** Which pages: of these units, due up to and including `until`. */
export interface PageReviewFilter {
  units: readonly string[]
  until: string
  owner?: string
}

/** Visible pages by the day on which they are to be reviewed, within the reach of whoever looks after them. */
export interface PageReviewing {
  /** Earliest first, and by id on the same day; `after` is `<day>.<id>` of the last one seen. */
  due(db: Db, reach: Reach | null, filter: PageReviewFilter & { after?: string; limit: number }): Promise<{ items: PageReviewDue[]; next: string | null }>
  count(db: Db, reach: Reach | null, filter: PageReviewFilter): Promise<number>
  /** Sets the next day of review; null when there is no such visible page within reach. */
  setReview(tx: Tx, reach: Reach | null, id: string, on: string): Promise<{ title: string; before: string | null } | null>
}

/** Where the pages of units are shown; whoever shows them offers it. */
export interface Showing {
  /** Address on the portal under which a unit's pages stand, e.g. `/situs/desa-kalisapu`; null when they are not shown. */
  baseOf(governmentId: string, unitId: string): Promise<string | null>
  /** All units whose pages are shown, with their address and, for maps, where they are. */
  all(governmentId: string): Promise<Map<string, { base: string; point: Point | null }>>
}

/** A view of an open dataset, ready to be shown on a page, in words of the reader's language. */
export interface DataView {
  /** Address of the view on the portal. */
  href: string
  /** `Jumlah penduduk menurut kecamatan` */
  title: string
  /** Dataset, period and producer. */
  source: string
  columns: readonly Column[]
  /** The first rows of it; `total` says how many there are. */
  answer: Pick<Answer, 'columns' | 'rows' | 'total'>
  /** Its chart, at addresses that are there on every host; null when it is rows and no groups. */
  chart: ChartPictures | null
}

/** Views of open data, for blocks that show them; whoever keeps the data offers it. */
export interface DataViews {
  /** The view at an address as people copy it, whole or from `/data`; null when it is none, or not open to all. Topic `datasets:<government>`. */
  at(context: Pick<Context, 'ask' | 'government'> & { db: Db | Tx }, address: string): Promise<DataView | null>
}

export const dataViews = port<DataViews>('pages.data-views')
export const pagesPort = port<Pages>('pages.pages')
export const pageReviewing = port<PageReviewing>('pages.reviewing')
export const showing = port<Showing>('pages.showing')

/** The public sees it from now on, or sees a new version. */
export const pagePublished = event<{ id: string; unitId: string }>('pages.published')

/** The public no longer sees it. */
export const pageWithdrawn = event<{ id: string; unitId: string }>('pages.withdrawn')

/** Another person looks after a page from now on. */
export const pageOwnerChanged = event<{ id: string; unitId: string }>('pages.owner-changed')
