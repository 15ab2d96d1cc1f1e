import type { Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import { port } from '#platform/web/port.ts'

export type Kind = 'program' | 'kegiatan' | 'pengumuman' | 'berita' | 'siaran-pers' | 'dokumen' | 'infografis'

export type State = 'draft' | 'submitted' | 'returned' | 'approved' | 'scheduled' | 'published' | 'archived'

/** A picture of a publication. */
export interface Picture {
  fileId: string
  alt: string
  /** Pixels, so that its place is kept while it loads. */
  width: number
  height: number
}

/** A file offered with a publication. */
export interface Attachment {
  fileId: string
  name: string
  mediaType: string
  bytes: number
}

/** What a person writes; every saved version is one of these. */
export interface Content {
  title: string
  /** At most 200 characters, plain text. */
  summary: string
  /** Markdown (CommonMark and tables). */
  body: string
  tags: string[]
  cover: Picture | null
  gallery: Picture[]
  attachments: Attachment[]
  /** Kemendagri code of the place it concerns. */
  placeCode: string | null
  latitude: number | null
  longitude: number | null
  /** Days of the activity, `2026-11-21`. */
  activityFrom: string | null
  activityTo: string | null
  /** The same in other languages. */
  languages: { en?: { title: string; summary: string; body: string } }
}

/** A publication as lists for readers show it. */
export interface PublicItem {
  id: string
  slug: string
  kind: Kind
  unitId: string
  /** Kemendagri code of the kecamatan it concerns. */
  districtCode: string | null
  title: string
  summary: string
  cover: Picture | null
  publishedAt: Date
  correctedAt: Date | null
  tags: string[]
  activityFrom: string | null
  activityTo: string | null
  languages: Content['languages']
}

/** Filters of public lists; `before` is the mark of the last item seen. */
export interface PublicFilter {
  unitId?: string
  kind?: Kind
  districtCode?: string
  year?: number
  tag?: string
  before?: string
  after?: string
  limit: number
}

/** A visible publication with what it says, in all its languages. */
export interface PageText {
  id: string
  slug: string
  unitId: string
  pageOwner: string | null
  title: string
  /** Markdown. */
  body: string
}

/** How an item stands in the office. */
export interface Standing {
  title: string
  slug: string
  state: State
  /** Number of the newest version. */
  version: number
  visible: boolean
}

/** What other modules may read and bring in. */
export interface Publications {
  /** Newest first; `older` and `newer` are marks for the neighbouring pages. */
  visible(db: Db, filter: PublicFilter): Promise<{ items: PublicItem[]; older: string | null; newer: string | null }>
  byId(db: Db, id: string): Promise<PublicItem | null>
  /** Visible items with their text, for checking links; in the order of ids after `after`. */
  texts(db: Db, after: string | null, limit: number): Promise<PageText[]>
  /** One of them; null when the public does not see it. */
  textOf(db: Db | Tx, id: string): Promise<PageText | null>
  /** Whether the public finds something under a slug. */
  stands(db: Db, slug: string): Promise<boolean>
  /** How items stand in the office, by id; those that do not exist are left out. */
  standing(db: Db | Tx, ids: readonly string[]): Promise<Map<string, Standing>>
  /** Brings an item in from elsewhere, with its state and dates, or renews one brought in before. */
  bring(tx: Tx, item: Brought): Promise<string>
  /** Puts an item into the archive, e.g. because its import is undone. */
  withdraw(tx: Tx, id: string, by: string | null): Promise<void>
}

/** An item from an old site or a feed. */
export interface Brought {
  /** Given when it was brought in before. */
  id?: string
  unitId: string
  kind: Kind
  slug: string
  content: Content
  state: 'draft' | 'scheduled' | 'published'
  private: boolean
  publishedAt: Date | null
  scheduledAt: Date | null
  /** Addresses that led to it on the old site, from `/`. */
  oldPaths: string[]
  by: string | null
}

/** Where addresses of old sites lead now. */
export interface FormerAddress {
  /** Slug of what used to be at a path, e.g. `/2015/01/rapat/` or `/?p=380`; null when nothing is known. */
  slugAt(db: Db, path: string): Promise<string | null>
}

/** A public page whose owner wants to look at it again on a day. */
export interface ReviewDue {
  id: string
  slug: string
  kind: Kind
  unitId: string
  pageOwner: string | null
  title: string
  /** `2026-11-21` */
  reviewOn: string
}

/** Public pages by the day on which they are to be reviewed, within the reach of whoever looks after them. */
export interface Reviewing {
  /** Earliest first, up to and including `until`; `next` is the mark to go on from. */
  due(db: Db, reach: Reach | null, filter: { until: string; owner?: string; after?: string; limit: number }): Promise<{ items: ReviewDue[]; next: string | null }>
  count(db: Db, reach: Reach | null, filter: { until: string; owner?: string }): Promise<number>
  /** Sets the next day of review; null when there is no such public page within reach. */
  setReview(tx: Tx, reach: Reach | null, id: string, on: string): Promise<{ title: string; before: string | null } | null>
}

export const reviewing = port<Reviewing>('publications.reviewing')
export const formerAddress = port<FormerAddress>('publications.former-address')
export const publicationsPort = port<Publications>('publications.publications')

/** The public sees it from now on, or sees a new version. */
export const published = event<{ id: string; unitId: string; kind: Kind; correction: boolean }>('publications.published')

/** The public no longer sees it. */
export const withdrawn = event<{ id: string; unitId: string }>('publications.withdrawn')

/** Another person looks after a page from now on. */
export const ownerChanged = event<{ id: string; unitId: string }>('publications.owner-changed')
