import type { Selectable } from 'kysely'
import type { Access, Dataset, EntryState, Quality, Release, ReleaseState, Resource, Variable } from './contract.ts'
import type { Rhythm } from '#platform/time/period.ts'
import type { Tables } from './tables.ts'

type DatasetRow = Selectable<Tables['datasets.dataset']>
type ReleaseRow = Selectable<Tables['datasets.release']>
type ResourceRow = Selectable<Tables['datasets.resource']>

export const datasetOf = (row: DatasetRow): Dataset => ({
  id: row.id,
  unitId: row.unit_id,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
  state: row.state as EntryState,
  access: row.access as Access,
  accessReason: row.access_reason,
  accessBasis: row.access_basis,
  theme: row.theme,
  tags: row.tags,
  licence: row.licence,
  every: row.every as Rhythm,
  legalBasis: row.legal_basis,
  coverage: row.coverage,
  contact: row.contact,
  variables: row.variables as unknown as Variable[],
  activity: row.activity as unknown as Record<string, string>,
  indicator: row.indicator as unknown as Record<string, string>,
  origin: row.origin as Dataset['origin'],
  originCode: row.origin_code,
  originUrl: row.origin_url,
  originGoneAt: row.origin_gone_at,
  releaseId: row.release_id,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
  dueOn: row.due_on,
  quality: row.quality,
  createdBy: row.created_by,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  version: row.version,
})

export const releaseOf = (row: ReleaseRow): Release => ({
  id: row.id,
  datasetId: row.dataset_id,
  period: row.period,
  version: row.version,
  state: row.state as ReleaseState,
  note: row.note,
  rows: row.rows === null ? null : Number(row.rows),
  quality: row.quality as unknown as Quality | null,
  checkedFor: row.checked_for as Access | null,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
  checkedBy: row.checked_by,
  publishedAt: row.published_at,
  createdBy: row.created_by,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})

export function resourceOf(row: ResourceRow): Resource {
  const { id, release_id: releaseId, position, name, description, media_type: mediaType, created_at: createdAt } = row
  const bytes = row.bytes === null ? null : Number(row.bytes)
  const shared = { id, releaseId, position, name, description, mediaType, bytes, createdAt }
  if (row.kind === 'file') return { ...shared, kind: 'file', fileId: row.file_id! }
  if (row.kind === 'link') return { ...shared, kind: 'link', url: row.url! }
  return { ...shared, kind: 'table', table: { id: row.table_id!, columns: row.columns as unknown as Variable[], rows: Number(row.rows), bytes: bytes ?? 0, digest: row.digest ?? '' } }
}
