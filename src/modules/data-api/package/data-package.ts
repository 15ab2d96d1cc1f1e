import type { Column } from '#platform/columnar/table.ts'
import type { Release, Resource } from '#modules/datasets/contract.ts'
import type { Around } from '../around.ts'
import type { Whole } from '../ckan/shapes.ts'
import { formsOf } from '../forms.ts'

const types: Record<Column['type'], string> = { text: 'string', integer: 'integer', decimal: 'number', date: 'date', timestamp: 'datetime', boolean: 'boolean', region: 'string', geometry: 'geojson' }

/** A column as a Table Schema field. */
function fieldOf({ name, title, type, description, unit, required, min, max, codes }: Column) {
  const constraints = {
    ...(required ? { required } : {}),
    ...(min !== undefined ? { minimum: min } : {}),
    ...(max !== undefined ? { maximum: max } : {}),
    ...(codes ? { enum: codes.map(({ code }) => code) } : {}),
  }
  return { name, title, type: types[type], ...(description ? { description } : {}), ...(unit ? { unit } : {}), ...(Object.keys(constraints).length > 0 ? { constraints } : {}) }
}

/** A part as a data resource; names are lowercase and different from each other. */
function resourceOf(resource: Resource, release: Release, i: number, origin: string) {
  const [form] = formsOf(resource, origin)
  const shared = { name: `${release.period.toLowerCase()}-${i + 1}`, path: form!.url, title: `${resource.name} (${release.period})`, ...(resource.description ? { description: resource.description } : {}), format: form!.ending, mediatype: form!.type }
  if (resource.kind !== 'table') return { ...shared, ...(resource.bytes !== null ? { bytes: resource.bytes } : {}) }
  const keys = resource.table.columns.filter(({ key }) => key).map(({ name }) => name)
  return { ...shared, type: 'table', encoding: 'utf-8', dialect: { delimiter: ',', header: true }, schema: { fields: resource.table.columns.map(fieldOf), missingValues: [''], ...(keys.length > 0 ? { primaryKey: keys } : {}) } }
}

/** A dataset as a Data Package (version 2); null when nothing of it can be taken. */
export function dataPackageOf({ dataset, releases }: Whole, { origin, units, licences }: Around): Record<string, unknown> | null {
  const licence = licences.get(dataset.licence)
  const unit = units.byId(dataset.unitId)
  const resources = dataset.access === 'open' ? releases.flatMap(({ release, resources: parts }) => parts.map((part, i) => resourceOf(part, release, i, origin))) : []
  if (resources.length === 0) return null
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: dataset.slug,
    id: dataset.id,
    title: dataset.title,
    description: dataset.summary,
    homepage: `${origin}/data/${dataset.slug}`,
    created: (dataset.publishedAt ?? dataset.createdAt).toISOString(),
    version: releases[0]?.release.period,
    keywords: dataset.tags,
    ...(licence ? { licenses: [{ name: licence.code, title: licence.name, ...(licence.url ? { path: licence.url } : {}) }] } : {}),
    contributors: [{ title: unit?.name ?? '', path: `${origin}/data?unit=${unit?.slug ?? ''}`, roles: ['publisher'] }],
    ...(dataset.originUrl ? { sources: [{ title: new URL(dataset.originUrl).host, path: dataset.originUrl }] } : {}),
    resources,
  }
}
