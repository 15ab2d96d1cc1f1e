import type { Attachment, Content, Kind, Picture, PublicItem, State } from './contract.ts'

/** A publication with its working copy, as officers see it. */
export interface Publication {
  id: string
  slug: string
  kind: Kind
  unitId: string
  districtCode: string | null
  state: State
  workingVersion: number
  liveVersion: number | null
  visible: boolean
  private: boolean
  publishedAt: Date | null
  scheduledAt: Date | null
  correctedAt: Date | null
  pageOwner: string | null
  reviewOn: string | null
  bundleId: string | null
  createdBy: string | null
  changedAt: Date
  content: Content
}

/** One saved version. */
export interface Version {
  number: number
  content: Content
  correction: string | null
  madeBy: string | null
  madeAt: Date
}

/** Columns of `publications.version` that make up a `Content`. */
export const contentColumns = ['v.title', 'v.summary', 'v.body', 'v.tags', 'v.cover', 'v.gallery', 'v.attachments', 'v.place_code', 'v.latitude', 'v.longitude', 'v.activity_from', 'v.activity_to', 'v.languages'] as const

interface ContentRow {
  title: string
  summary: string
  body: string
  tags: string[]
  cover: unknown
  gallery: unknown
  attachments: unknown
  place_code: string | null
  latitude: number | null
  longitude: number | null
  activity_from: unknown
  activity_to: unknown
  languages: unknown
}

/** A row as the content it stores. */
export const contentOf = (row: ContentRow): Content => ({
  title: row.title,
  summary: row.summary,
  body: row.body,
  tags: row.tags,
  cover: row.cover as Picture | null,
  gallery: row.gallery as Picture[],
  attachments: row.attachments as Attachment[],
  placeCode: row.place_code,
  latitude: row.latitude,
  longitude: row.longitude,
  activityFrom: row.activity_from as string | null,
  activityTo: row.activity_to as string | null,
  languages: row.languages as Content['languages'],
})

/** A content as the columns that store it. */
export const columnsOf = (content: Content) => ({
  title: content.title,
  summary: content.summary,
  body: content.body,
  tags: content.tags,
  cover: content.cover && JSON.stringify(content.cover),
  gallery: JSON.stringify(content.gallery),
  attachments: JSON.stringify(content.attachments),
  place_code: content.placeCode,
  latitude: content.latitude,
  longitude: content.longitude,
  activity_from: content.activityFrom,
  activity_to: content.activityTo,
  languages: JSON.stringify(content.languages),
})

/** Files a content's inputs took in. */
export const filesTaken = (content: Content): string[] => [...(content.cover ? [content.cover] : []), ...content.gallery, ...content.attachments].map(file => file.fileId)

/** Files somebody named in the text. */
export const filesTyped = (content: Content): string[] => [...content.body.matchAll(/\/gambar\/([0-9a-f-]{36})\//g)].map(match => match[1]!)

/** Every file a content shows or offers. */
export const filesOf = (content: Content): string[] => [...filesTaken(content), ...filesTyped(content)]

/** Columns of a public list. */
export const itemColumns = ['p.id', 'p.slug', 'p.kind', 'p.unit_id', 'p.district_code', 'p.published_at', 'p.corrected_at', 'v.title', 'v.summary', 'v.cover', 'v.tags', 'v.activity_from', 'v.activity_to', 'v.languages'] as const

interface ItemRow {
  id: string
  slug: string
  kind: string
  unit_id: string
  district_code: string | null
  published_at: Date | null
  corrected_at: Date | null
  title: string
  summary: string
  cover: unknown
  tags: string[]
  activity_from: unknown
  activity_to: unknown
  languages: unknown
}

/** A row as a public list shows it. */
export const itemOf = (row: ItemRow): PublicItem => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind as Kind,
  unitId: row.unit_id,
  districtCode: row.district_code,
  title: row.title,
  summary: row.summary,
  cover: row.cover as Picture | null,
  publishedAt: row.published_at!,
  correctedAt: row.corrected_at,
  tags: row.tags,
  activityFrom: row.activity_from as string | null,
  activityTo: row.activity_to as string | null,
  languages: row.languages as Content['languages'],
})
