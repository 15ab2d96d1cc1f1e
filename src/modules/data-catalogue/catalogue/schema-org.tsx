import { formatTypes } from '#platform/columnar/formats.ts'
import { daysOf } from '#platform/time/period.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import type { Dataset, Licence, Release, Resource } from '#modules/datasets/contract.ts'
import { formatsOf } from '../parts/resources.tsx'

/** Search engines take descriptions of 50 to 5000 letters. */
function described({ title, summary, coverage }: Dataset, unit: Unit | undefined): string {
  const text = summary.length >= 50 ? summary : [`${title}.`, summary, coverage && `Cakupan: ${coverage}.`, unit && `Dihasilkan oleh ${unit.name}.`].filter(Boolean).join(' ')
  return text.length >= 50 ? text.slice(0, 5000) : `${text} Bagian dari katalog Satu Data pemerintah daerah.`
}

interface Shown {
  dataset: Dataset
  release: Release | null
  resources: readonly Resource[]
  unit: Unit | undefined
  licence: Licence | undefined
  origin: string
  catalogueName: string
}

/** A dataset as search engines of data read it (schema.org Dataset), for the head of its page. */
export function SchemaOrg(shown: Shown) {
  // A data block, not a program: the content security policy does not apply to it, and "<" is escaped.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(schemaOrgOf(shown)).replace(/</g, '\\u003c') }} />
}

function schemaOrgOf({ dataset, release, resources, unit, licence, origin, catalogueName }: Shown): Record<string, unknown> {
  const page = `${origin}/data/${dataset.slug}`
  const days = release && daysOf(release.period)
  const open = dataset.access === 'open'
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': `${page}#data`,
    url: page,
    name: dataset.title,
    description: described(dataset, unit),
    identifier: dataset.id,
    keywords: [...dataset.tags],
    inLanguage: 'id',
    isAccessibleForFree: open,
    conditionsOfAccess: dataset.accessReason ?? undefined,
    license: licence?.url ?? undefined,
    creator: unit && { '@type': 'GovernmentOrganization', name: unit.name, email: unit.email ?? undefined },
    publisher: unit && { '@type': 'GovernmentOrganization', name: unit.name },
    datePublished: dataset.publishedAt?.toISOString(),
    dateModified: (dataset.updatedAt ?? dataset.changedAt).toISOString(),
    version: release?.period,
    temporalCoverage: days ? `${days.from}/${days.to}` : undefined,
    spatialCoverage: dataset.coverage ? { '@type': 'Place', name: dataset.coverage } : undefined,
    variableMeasured: dataset.variables.map(({ name, title, description, unit: measured }) => ({ '@type': 'PropertyValue', name: title, alternateName: name, description, unitText: measured })),
    includedInDataCatalog: { '@type': 'DataCatalog', name: catalogueName, url: `${origin}/data` },
    isBasedOn: dataset.originUrl ?? undefined,
    distribution: open ? resources.flatMap(resource => downloadsOf(resource, origin)) : [],
  }
}

function downloadsOf(resource: Resource, origin: string) {
  const one = (contentUrl: string, encodingFormat: string, name: string) => ({ '@type': 'DataDownload', name, contentUrl, encodingFormat })
  if (resource.kind === 'table') return formatsOf(resource).map(format => one(`${origin}/data/berkas/${resource.id}.${format}`, formatTypes[format].split(';')[0]!, `${resource.name} (${format.toUpperCase()})`))
  return [one(resource.kind === 'link' ? resource.url : `${origin}/data/berkas/${resource.id}`, resource.mediaType ?? 'application/octet-stream', resource.name)]
}
