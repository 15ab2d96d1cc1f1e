import type { Dataset, Release, Resource } from '#modules/datasets/contract.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import type { Around } from '../around.ts'

/** Instants as CKAN writes them: UTC without a zone, with microseconds. */
export const stamp = (at: Date): string => `${at.toISOString().slice(0, 23)}000`

/** How many periods of a dataset its package holds; older ones are on its page. */
export const mostPeriods = 12

/** A dataset with what of it is shown: releases newest first, and their parts. */
export interface Whole {
  dataset: Dataset
  releases: readonly { release: Release; resources: readonly Resource[] }[]
}

export const unitDict = (unit: Unit, { origin }: Pick<Around, 'origin'>) => ({
  id: unit.id,
  name: unit.slug,
  title: unit.name,
  display_name: unit.name,
  description: '',
  type: 'organization',
  image_url: '',
  image_display_url: '',
  is_organization: true,
  approval_status: 'approved',
  state: 'active',
  url: `${origin}/data?unit=${unit.slug}`,
})

export const themeDict = ({ code, name }: { code: string; name: string }) => ({
  id: code, name: code, title: name, display_name: name, description: '', type: 'group', image_url: '', image_display_url: '', is_organization: false, approval_status: 'approved', state: 'active',
})

export const tagDict = (tag: string) => ({ id: tag, name: tag, display_name: tag, state: 'active', vocabulary_id: null })

/** Short names of forms, as catalogues of data write them. */
export function formatOf(resource: Resource): string {
  if (resource.kind === 'table') return 'CSV'
  const type = resource.mediaType ?? ''
  const known: Record<string, string> = { 'application/pdf': 'PDF', 'text/csv': 'CSV', 'application/json': 'JSON', 'application/geo+json': 'GeoJSON', 'application/zip': 'ZIP', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX' }
  if (known[type]) return known[type]
  const ending = resource.kind === 'link' ? /\.([a-z0-9]{2,8})(?:[?#]|$)/i.exec(new URL(resource.url).pathname)?.[1] : undefined
  return (ending ?? type.replace(/^.*[/.+]/, '')).toUpperCase()
}

/** Where a part is taken. */
export const addressOf = (resource: Resource, origin: string): string =>
  resource.kind === 'link' ? resource.url : `${origin}/data/berkas/${resource.id}${resource.kind === 'table' ? '.csv' : ''}`

export const resourceDict = (resource: Resource, dataset: Pick<Dataset, 'id'>, release: Release, position: number, origin: string) => ({
  id: resource.id,
  package_id: dataset.id,
  name: position > 0 && resource.name.length < 180 ? `${resource.name} (${release.period})` : resource.name,
  description: resource.description ?? '',
  format: formatOf(resource),
  mimetype: resource.kind === 'table' ? 'text/csv' : resource.mediaType,
  mimetype_inner: null,
  url: addressOf(resource, origin),
  url_type: resource.kind === 'link' ? null : resource.kind === 'table' ? 'datastore' : 'upload',
  resource_type: null,
  datastore_active: resource.kind === 'table',
  size: resource.kind === 'table' ? null : resource.bytes,
  hash: '',
  cache_url: null,
  cache_last_updated: null,
  created: stamp(resource.createdAt),
  last_modified: stamp(release.publishedAt ?? resource.createdAt),
  metadata_modified: stamp(release.changedAt),
  state: 'active',
  position,
  // Beyond CKAN: which period of the series this is, and how it stands.
  period: release.period,
  release_id: release.id,
  release_state: release.state,
})

/** What CKAN has no place for. */
function extrasOf(dataset: Dataset, shown: Release | undefined): { key: string; value: string }[] {
  const facts: [string, string | number | null | undefined][] = [
    ['akses', dataset.access], ['alasan_akses', dataset.accessReason], ['dasar_akses', dataset.accessBasis], ['jadwal', dataset.every], ['periode', shown?.period],
    ['rilis_berikutnya', dataset.dueOn], ['mutu', dataset.quality], ['dasar_hukum', dataset.legalBasis], ['cakupan', dataset.coverage],
    ['asal', dataset.origin], ['asal_url', dataset.originUrl], ['asal_hilang_sejak', dataset.originGoneAt?.toISOString()],
  ]
  return facts.flatMap(([key, value]) => (value === null || value === undefined ? [] : [{ key, value: String(value) }]))
}

const states = { draft: 'draft', proposed: 'draft', returned: 'draft', listed: 'active', retired: 'deleted' } as const

/** A dataset as a package. What is not open is described, and its content left out. */
export function packageDict({ dataset, releases }: Whole, around: Around, everything = false) {
  const { origin, units, themes, licences } = around
  const unit = units.byId(dataset.unitId)
  const licence = licences.get(dataset.licence)
  const shown = releases.find(({ release }) => release.id === dataset.releaseId) ?? releases[0]
  const given = dataset.access === 'open' || everything ? [...(shown ? [shown] : []), ...releases.filter(one => one !== shown)] : []
  const resources = given.slice(0, mostPeriods).flatMap(({ release, resources: parts }) => parts.map(resource => ({ resource, release }))).map(({ resource, release }, position) => resourceDict(resource, dataset, release, position, origin))
  const theme = themes.find(({ code }) => code === dataset.theme)
  return {
    id: dataset.id,
    name: dataset.slug,
    title: dataset.title,
    notes: dataset.summary,
    url: `${origin}/data/${dataset.slug}`,
    version: shown?.release.period ?? '',
    author: unit?.name ?? '',
    author_email: null,
    maintainer: unit?.name ?? '',
    maintainer_email: dataset.contact?.includes('@') ? dataset.contact : (unit?.email ?? null),
    license_id: dataset.licence,
    license_title: licence?.name ?? dataset.licence,
    ...(licence?.url ? { license_url: licence.url } : {}),
    isopen: licence?.open ?? false,
    owner_org: dataset.unitId,
    organization: unit ? unitDict(unit, around) : null,
    groups: theme ? [themeDict(theme)] : [],
    tags: dataset.tags.map(tagDict),
    extras: extrasOf(dataset, shown?.release),
    resources,
    num_resources: resources.length,
    num_tags: dataset.tags.length,
    metadata_created: stamp(dataset.createdAt),
    metadata_modified: stamp(dataset.updatedAt && dataset.updatedAt > dataset.changedAt ? dataset.updatedAt : dataset.changedAt),
    creator_user_id: null,
    private: dataset.state !== 'listed',
    state: states[dataset.state],
    type: 'dataset',
    relationships_as_subject: [],
    relationships_as_object: [],
  }
}
