import type { Db, Tx } from '#platform/db/database.ts'
import type { Column, StoredTable } from '#platform/columnar/table.ts'
import type { Rhythm } from '#platform/time/period.ts'
import { event } from '#platform/events/events.ts'
import type { DatasetSpec } from '#platform/web/module.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'
import type { StateWords } from '#ui/index.ts'

export type { Rhythm }

/** How a catalogue entry stands: in the making, put forward, sent back, in the daftar data, or given up. */
export type EntryState = 'draft' | 'proposed' | 'returned' | 'listed' | 'retired'

/**
 * How a release stands. The national portal says DRAFT, MENUNGGU_PERSETUJUAN (`submitted`, and `checked` by the
 * walidata pendukung), DISETUJUI, DITOLAK, DIBATALKAN, DITAYANGKAN, TIDAK_DITAYANGKAN. What a correction took the place of
 * (`replaced`) stays for those who compare.
 */
export type ReleaseState = 'draft' | 'submitted' | 'checked' | 'approved' | 'rejected' | 'cancelled' | 'published' | 'replaced' | 'withdrawn'

/** Who may have the data: everybody, who asks and is granted, or nobody outside the producer. */
export type Access = 'open' | 'limited' | 'closed'

/** A declared variable: a column with the concept it measures and the code list its values come from. */
export interface Variable extends Column {
  /** Of the registry of concepts (Standar Data). */
  conceptId?: string
  /** Of the registry of code lists (Kode Referensi). */
  codeList?: string
}

/** A catalogue entry. */
export interface Dataset {
  id: string
  /** The producer (produsen data). */
  unitId: string
  slug: string
  title: string
  summary: string
  state: EntryState
  access: Access
  accessReason: string | null
  accessBasis: string | null
  theme: string
  tags: readonly string[]
  licence: string
  every: Rhythm
  legalBasis: string | null
  coverage: string | null
  contact: string | null
  variables: readonly Variable[]
  /** Statistical metadata of the activity (MS-Keg) and of the indicator (MS-Ind): code of the question to its answer. */
  activity: Readonly<Record<string, string>>
  indicator: Readonly<Record<string, string>>
  origin: 'office' | 'module' | 'harvest'
  originCode: string | null
  originUrl: string | null
  /** Since when the portal it was brought from shows it no more. */
  originGoneAt: Date | null
  /** The release readers are shown first. */
  releaseId: string | null
  publishedAt: Date | null
  updatedAt: Date | null
  /** `2026-11-21`. */
  dueOn: string | null
  quality: number | null
  createdBy: string | null
  createdAt: Date
  changedAt: Date
  version: number
}

export interface Release {
  id: string
  datasetId: string
  /** `2026`, `2026-S1`, `2026-Q3`, `2026-11`, `2026-W47` or a day. */
  period: string
  version: number
  state: ReleaseState
  note: string | null
  rows: number | null
  quality: Quality | null
  /** Access class it was checked for, since it was submitted. */
  checkedFor: Access | null
  submittedBy: string | null
  submittedAt: Date | null
  checkedBy: string | null
  publishedAt: Date | null
  createdBy: string | null
  createdAt: Date
  changedAt: Date
}

interface AnyResource {
  id: string
  releaseId: string
  position: number
  name: string
  description: string | null
  mediaType: string | null
  bytes: number | null
  createdAt: Date
}

/** A part of a release: a table that can be asked, a file to take, or an address elsewhere. */
export type Resource = AnyResource & ({ kind: 'table'; table: StoredTable } | { kind: 'file'; fileId: string } | { kind: 'link'; url: string })

/** What is put into a release. */
export type NewResource = { name: string; description?: string | null; mediaType?: string | null } & (
  | { kind: 'table'; table: StoredTable }
  | { kind: 'file'; fileId: string; bytes: number }
  | { kind: 'link'; url: string }
)

export type QualityPart = 'completeness' | 'timeliness' | 'validity' | 'conformity' | 'metadata'

/** Scores from 0 to 100 by part, and in all; a part that cannot be told yet is null. */
export interface Quality {
  score: number
  parts: Record<QualityPart, number | null>
  /** Facts the scores rest on; they say what would raise them. */
  filled: number | null
  daysLate: number | null
  violations: number
  withoutConcept: number
  withoutCodes: number
  missing: readonly string[]
}

/** Narrows a list of the catalogue; empty means all. */
export interface CatalogueFilter {
  words?: string
  theme?: string
  unitId?: string
  access?: Access
  tag?: string
  /** Of the current release: `csv` for tables, else the media type's short name. */
  format?: string
  /** Title, newest update first (the usual), or quality. */
  sort?: 'title' | 'updated' | 'quality'
}

/** What a reader may do with data. */
export interface Licence {
  code: string
  name: string
  url: string | null
  open: boolean
}

/** The catalogue as the public and its machines see it: listed entries and their published releases. */
export interface Catalogue {
  find(db: Db, filter: CatalogueFilter, page: { limit: number; offset: number }): Promise<{ items: Dataset[]; total: number }>
  /** Numbers of listed entries by theme, unit, access and tag under a filter. */
  facets(db: Db, filter: CatalogueFilter): Promise<Record<'theme' | 'unitId' | 'access' | 'tag', { value: string; count: number }[]>>
  bySlug(db: Db, slug: string): Promise<Dataset | null>
  byId(db: Db, id: string): Promise<Dataset | null>
  /** Newest period first, of each period the version readers see; with `earlier` also those that corrections replaced. */
  releases(db: Db, datasetId: string, earlier?: 'earlier'): Promise<Release[]>
  /** Parts of published releases, in order, by release. */
  resources(db: Db, releaseIds: readonly string[]): Promise<Map<string, Resource[]>>
  /** Themes in their order, in the language of the page. */
  themes(db: Db, day: string): Promise<{ code: string; name: string }[]>
  licences(db: Db, day: string): Promise<Licence[]>
  /** Statistical metadata that was told, question by question. */
  told(dataset: Dataset): Record<'activity' | 'indicator', { label: string; answer: string }[]>
  resourceById(db: Db, id: string): Promise<{ resource: Resource; release: Release; dataset: Dataset } | null>
}

/** What an upload's check found. */
export interface Found {
  violations: number
  /** Share of cells that are filled, 0 to 1. */
  filled: number | null
}

/** Makes entries and fills releases for a person or a machine with that person's key, under the same policy as the pages. */
export interface ReleaseMaking {
  /** The release, as long as this person may fill it. @throws NotFound, Refused */
  fillable(context: Pick<Context, 'db' | 'who'>, releaseId: string): Promise<{ dataset: Dataset; release: Release; resources: Resource[] }>
  /** Adds parts; `variables` is what the person declared of a table's columns, and becomes the entry's. Answers their ids. @throws NotFound, Refused */
  attach(tx: Tx, context: Pick<Context, 'who' | 'government' | 'now' | 'ask'>, releaseId: string, resources: readonly NewResource[], more?: { found?: Found; variables?: readonly Variable[] }): Promise<string[]>
  /** Takes a part out of a release that is not shown yet. @throws NotFound, Refused */
  detach(tx: Tx, context: Pick<Context, 'who'>, resourceId: string): Promise<void>
}

/** Datasets that modules of this installation produce by themselves. */
export interface Feeding {
  /**
   * Publishes what a module produced as the release of a period: makes the entry the first time, a version of the
   * period when the content changed, nothing when it did not. Answers whether something was published.
   */
  publish(tx: Tx, made: { spec: DatasetSpec; module: string; unitId: string; period: string; table: StoredTable; suppressed: number }): Promise<'first' | 'new' | 'same'>
  /** The digest of what was published last for a period; null when nothing was. */
  digestOf(db: Db, code: string, period: string): Promise<string | null>
}

/** What programs ask the catalogue about an entry; `words` is looked for where people search, `format` among what can be taken. */
export type WantedField = 'id' | 'slug' | 'title' | 'summary' | 'words' | 'unitId' | 'theme' | 'tag' | 'format' | 'licence' | 'access' | 'updated' | 'created'

/** A question of a program: conditions joined with and, or, not. `has` looks for a part of the text, `from` and `to` include their bound. */
export type Wanted = { all: readonly Wanted[] } | { any: readonly Wanted[] } | { not: Wanted } | { field: WantedField; is: 'eq' | 'has' | 'from' | 'to'; value: string }

/** What counts of entries are asked by. */
export type FacetField = 'unitId' | 'theme' | 'tag' | 'format' | 'licence' | 'access'

/** A part with where it belongs. */
export interface Part {
  resource: Resource
  release: Release
  dataset: Dataset
}

/** The same public catalogue, as programs ask for it: any condition, any order, many entries at once. */
export interface MachineCatalogue {
  search(db: Db, wanted: Wanted, page: { sort: readonly { by: 'title' | 'slug' | 'updated' | 'created'; down?: boolean }[]; limit: number; offset: number }): Promise<{ items: Dataset[]; total: number }>
  /** Most frequent values first, `limit` of each at most. */
  facets(db: Db, wanted: Wanted, fields: readonly FacetField[], limit: number): Promise<Partial<Record<FacetField, { value: string; count: number }[]>>>
  slugs(db: Db, page: { limit: number; offset: number }): Promise<string[]>
  /** Published releases of many entries, newest period first. */
  releases(db: Db, datasetIds: readonly string[]): Promise<Map<string, Release[]>>
  /** Parts of shown releases whose text has all of `texts`, newest first. */
  resources(db: Db, texts: readonly { in: 'name' | 'description' | 'url' | 'format'; has: string }[], page: { limit: number; offset: number }): Promise<{ items: Part[]; total: number }>
  /** Tables with shapes on the map in what open entries show. */
  mapped(db: Db): Promise<Part[]>
}

/** Makes and changes entries for a program with a person's key: the same rules, states and history as the pages. */
export interface EntryMaking {
  /** An entry this person may see, whatever its state, by id or slug. */
  seen(context: Pick<Context, 'db' | 'who'>, idOrSlug: string): Promise<Dataset | null>
  /** All its releases with their parts, newest first, for whoever may see what is not published. */
  releases(context: Pick<Context, 'db' | 'who'>, dataset: Dataset): Promise<{ release: Release; resources: Resource[] }[]>
  /** A part of any of its releases, with its entry and the other parts beside it. */
  part(context: Pick<Context, 'db' | 'who'>, resourceId: string): Promise<{ dataset: Dataset; release: Release; resource: Resource; others: Resource[] } | null>
  /** Makes a draft; `fields` are those of the page's form. @throws Problem */
  create(tx: Tx, context: Context, fields: Readonly<Record<string, unknown>>, slug: string | null): Promise<Dataset>
  /** Changes what an entry says of itself. @throws Problem, NotFound, Refused */
  describe(tx: Tx, context: Context, id: string, fields: Readonly<Record<string, unknown>>): Promise<Dataset>
  /** Puts an entry forward, or takes it out of the daftar data. @throws NotFound, Refused */
  step(tx: Tx, context: Context, id: string, event: 'propose' | 'retire'): Promise<Dataset>
  /** The release of a period that is being filled; begun when there is none. @throws Problem, NotFound, Refused */
  opened(tx: Tx, context: Context, id: string, period: string | null): Promise<Release>
  /** Renames a part of a release that is being filled. @throws NotFound, Refused */
  rename(tx: Tx, context: Context, resourceId: string, words: { name?: string; description?: string | null }): Promise<void>
  /** Hands a release on to be checked. @throws Problem, NotFound, Refused */
  submit(tx: Tx, context: Context, releaseId: string): Promise<Release>
}

/** An entry as another portal describes it. */
export interface HarvestedEntry {
  /** Same for all visits: source and identifier there. */
  code: string
  /** The page about it there. */
  url: string
  unitId: string
  title: string
  summary: string
  theme: string
  tags: readonly string[]
  licence: string
  every: Rhythm
  coverage: string | null
  contact: string | null
  /** `2026-11-21`; what the source changed last. */
  changedOn: string
  links: readonly { name: string; description: string | null; mediaType: string | null; url: string }[]
}

/** Entries that were brought from other portals: shown with where they come from, as links. */
export interface Harvesting {
  /** Brings one in, or what changed of it; runs in the government of `tx`. */
  take(tx: Tx, entry: HarvestedEntry): Promise<'new' | 'changed' | 'same'>
  /** Marks entries as gone at their source, until the source shows them again. Answers how many were not marked before. */
  gone(tx: Tx, codes: readonly string[]): Promise<number>
}

/** How access classes, rhythms and types of columns are called: Indonesian source texts. */
export const accessWords: StateWords<Access> = {
  open: { label: 'Terbuka', tone: 'good' },
  limited: { label: 'Terbatas', tone: 'warn' },
  closed: { label: 'Tertutup', tone: 'bad' },
}

export const accessHints: Record<Access, string> = {
  open: 'Siapa saja boleh melihat dan mengunduh.',
  limited: 'Isinya diberikan kepada yang meminta dan diizinkan; keterangannya tetap terbuka.',
  closed: 'Isinya tidak diberikan; keterangan dan alasannya tetap terbuka.',
}

export const rhythms: Readonly<Record<Rhythm, string>> = {
  day: 'Setiap hari', week: 'Setiap pekan', month: 'Setiap bulan', quarter: 'Setiap triwulan', semester: 'Setiap semester', year: 'Setiap tahun', once: 'Sekali',
}

export const columnTypes = {
  text: 'Teks', integer: 'Bilangan bulat', decimal: 'Bilangan desimal', date: 'Tanggal', timestamp: 'Waktu', boolean: 'Ya atau tidak', region: 'Kode wilayah', geometry: 'Bentuk di peta',
} as const

/** A release became visible, or is visible no more. */
export const releasePublished = event<{ datasetId: string; releaseId: string; slug: string; title: string; period: string }>('datasets.published')
export const releaseWithdrawn = event<{ datasetId: string; releaseId: string; slug: string; title: string; period: string }>('datasets.withdrawn')

export const catalogue = port<Catalogue>('datasets.catalogue')
export const releaseMaking = port<ReleaseMaking>('datasets.releases')
export const feeding = port<Feeding>('datasets.feeding')
export const machineCatalogue = port<MachineCatalogue>('datasets.machine-catalogue')
export const entryMaking = port<EntryMaking>('datasets.entry-making')
export const harvesting = port<Harvesting>('datasets.harvesting')
