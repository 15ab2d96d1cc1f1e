import { DataFactory } from 'n3'
import type { NamedNode, Quad, Quad_Object as Thing, Quad_Subject as Subject } from 'n3'
import { daysOf } from '#platform/time/period.ts'
import type { Dataset, Release, Resource } from '#modules/datasets/contract.ts'
import type { Around } from '../around.ts'
import type { Whole } from '../ckan/shapes.ts'
import { formsOf } from '../forms.ts'
import { at, fileType, frequencies, indonesian, language, mediaType, moment, plain, rights, term, typed } from './terms.ts'

const { quad } = DataFactory
type Short = Parameters<typeof term>[0]

/** Names of things here: what a page tells of is not the page itself. */
const names = (origin: string) => ({
  catalogue: at(`${origin}/data#katalog`),
  dataset: (slug: string) => at(`${origin}/data/${slug}#data`),
  release: (slug: string, period: string) => at(`${origin}/data/${slug}?rilis=${period}#data`),
  publisher: (slug: string) => at(`${origin}/data?unit=${slug}#unit`),
  theme: (code: string) => at(`${origin}/data?tema=${code}#tema`),
  themes: at(`${origin}/data#tema`),
  service: at(`${origin}/api/3/action#layanan`),
})

/** Collects statements; what is missing is left out. */
function makeGraph() {
  const quads: Quad[] = []
  const add = (subject: Subject, predicate: Short, ...objects: (Thing | null | undefined | false | '')[]) => {
    for (const object of objects) if (object) quads.push(quad(subject, term(predicate), object))
  }
  return { quads, add }
}
type Graph = ReturnType<typeof makeGraph>

/** Who publishes, and the themes that are used. */
function describeAround({ add }: Graph, around: Around, datasets: readonly Dataset[]): void {
  const name = names(around.origin)
  for (const id of new Set(datasets.map(({ unitId }) => unitId))) {
    const unit = around.units.byId(id)
    if (!unit) continue
    add(name.publisher(unit.slug), 'rdf:type', term('foaf:Agent'))
    add(name.publisher(unit.slug), 'foaf:name', indonesian(unit.name))
    add(name.publisher(unit.slug), 'foaf:homepage', at(`${around.origin}/data?unit=${unit.slug}`))
  }
  for (const code of new Set(datasets.map(({ theme }) => theme))) {
    add(name.theme(code), 'rdf:type', term('skos:Concept'))
    add(name.theme(code), 'skos:prefLabel', indonesian(around.themes.find(one => one.code === code)?.name ?? code))
    add(name.theme(code), 'skos:inScheme', name.themes)
  }
  add(name.themes, 'rdf:type', term('skos:ConceptScheme'))
  add(name.themes, 'dct:title', indonesian('Tema data'))
}

function describePeriod({ add }: Graph, subject: NamedNode, release: Release | undefined): void {
  const days = release && daysOf(release.period)
  if (!days) return
  const period = at(`${subject.value}-periode`)
  add(subject, 'dct:temporal', period)
  add(period, 'rdf:type', term('dct:PeriodOfTime'))
  add(period, 'dcat:startDate', typed(days.from, 'date'))
  add(period, 'dcat:endDate', typed(days.to, 'date'))
}

/** The parts of a release, each in every form it can be taken in. */
function describeParts({ add }: Graph, subject: NamedNode, page: string, dataset: Dataset, release: Release, resources: readonly Resource[], around: Around): void {
  const name = names(around.origin)
  const licence = around.licences.get(dataset.licence)
  for (const resource of resources)
    for (const form of formsOf(resource, around.origin)) {
      const distribution = at(`${page}#${resource.id}-${form.ending}`)
      add(subject, 'dcat:distribution', distribution)
      add(distribution, 'rdf:type', term('dcat:Distribution'))
      add(distribution, 'dct:title', indonesian(`${resource.name} (${form.short})`))
      add(distribution, 'dct:description', resource.description && indonesian(resource.description))
      // An address elsewhere may be a page as well as a file.
      add(distribution, 'dcat:accessURL', at(form.url))
      if (resource.kind !== 'link') add(distribution, 'dcat:downloadURL', at(form.url))
      add(distribution, 'dct:format', fileType(form.code))
      add(distribution, 'dcat:mediaType', mediaType(form.type))
      add(distribution, 'dct:license', licence?.url && at(licence.url))
      add(distribution, 'dcat:byteSize', form.bytes !== null && typed(String(form.bytes), 'nonNegativeInteger'))
      add(distribution, 'dct:issued', release.publishedAt && moment(release.publishedAt))
      add(distribution, 'dcat:accessService', resource.kind === 'table' && form.ending === 'json' && name.service)
    }
}

/** One dataset; with `versions` also its earlier releases. */
function describeDataset(graph: Graph, { dataset, releases }: Whole, around: Around, versions: boolean): void {
  const { add } = graph
  const name = names(around.origin)
  const subject = name.dataset(dataset.slug)
  const page = `${around.origin}/data/${dataset.slug}`
  const unit = around.units.byId(dataset.unitId)
  const shown = releases.find(({ release }) => release.id === dataset.releaseId)
  add(subject, 'rdf:type', term('dcat:Dataset'))
  add(subject, 'dct:identifier', plain(dataset.id))
  add(subject, 'dct:title', indonesian(dataset.title))
  add(subject, 'dct:description', indonesian(dataset.summary))
  add(subject, 'dcat:keyword', ...dataset.tags.map(indonesian))
  add(subject, 'dcat:theme', name.theme(dataset.theme))
  add(subject, 'dct:publisher', unit && name.publisher(unit.slug))
  add(subject, 'dcat:landingPage', at(page))
  add(at(page), 'rdf:type', term('foaf:Document'))
  add(subject, 'dct:language', language)
  add(subject, 'dct:accessRights', rights[dataset.access])
  add(subject, 'dct:accrualPeriodicity', frequencies[dataset.every])
  add(subject, 'dct:issued', dataset.publishedAt && moment(dataset.publishedAt))
  add(subject, 'dct:modified', moment(dataset.updatedAt ?? dataset.changedAt))
  add(subject, 'dcat:version', shown && plain(shown.release.period))
  describePeriod(graph, subject, shown?.release)
  const mail = dataset.contact?.includes('@') ? dataset.contact : unit?.email
  const contact = at(`${page}#kontak`)
  add(subject, 'dcat:contactPoint', contact)
  add(contact, 'rdf:type', term('vcard:Organization'))
  add(contact, 'vcard:fn', indonesian(unit?.name ?? around.government.name))
  add(contact, 'vcard:hasEmail', mail && at(`mailto:${mail}`))
  if (dataset.coverage) {
    const place = at(`${page}#cakupan`)
    add(subject, 'dct:spatial', place)
    add(place, 'rdf:type', term('dct:Location'))
    add(place, 'skos:prefLabel', indonesian(dataset.coverage))
  }
  if (dataset.originUrl) {
    const provenance = at(`${page}#asal`)
    add(subject, 'dct:source', at(dataset.originUrl))
    add(subject, 'dct:provenance', provenance)
    add(provenance, 'rdf:type', term('dct:ProvenanceStatement'))
    add(provenance, 'rdfs:label', indonesian(dataset.originGoneAt ? `Berasal dari ${new URL(dataset.originUrl).host}, yang tidak menampilkannya lagi` : `Berasal dari ${new URL(dataset.originUrl).host}`))
  }
  if (dataset.access !== 'open') return
  if (shown) describeParts(graph, subject, page, dataset, shown.release, shown.resources, around)
  if (!versions) return
  for (const { release, resources } of releases) {
    if (release === shown?.release) continue
    const earlier = name.release(dataset.slug, release.period)
    add(subject, 'dcat:hasVersion', earlier)
    add(earlier, 'rdf:type', term('dcat:Dataset'))
    add(earlier, 'dct:identifier', plain(release.id))
    add(earlier, 'dct:title', indonesian(`${dataset.title} (${release.period})`))
    add(earlier, 'dct:description', indonesian(dataset.summary))
    add(earlier, 'dct:publisher', unit && name.publisher(unit.slug))
    add(earlier, 'dcat:version', plain(release.period))
    add(earlier, 'dcat:isVersionOf', subject)
    add(earlier, 'dct:issued', release.publishedAt && moment(release.publishedAt))
    describePeriod(graph, earlier, release)
    describeParts(graph, earlier, page, dataset, release, resources, around)
  }
}

/** The interface over which rows can be asked. */
function describeService({ add }: Graph, { origin, government, units }: Around): void {
  const { service } = names(origin)
  add(service, 'rdf:type', term('dcat:DataService'))
  add(service, 'dct:title', indonesian('Antarmuka data (CKAN Action API)'))
  add(service, 'dcat:endpointURL', at(`${origin}/api/3/action`))
  add(service, 'dcat:endpointDescription', at(`${origin}/api/openapi.json`))
  add(service, 'dct:publisher', at(`${origin}/#pemerintah`))
  add(at(`${origin}/#pemerintah`), 'rdf:type', term('foaf:Agent'))
  add(at(`${origin}/#pemerintah`), 'foaf:name', indonesian(units.all.find(({ kind }) => kind === 'government')?.name ?? government.name))
}

/** One dataset by itself. */
export function describeOne(whole: Whole, around: Around): Quad[] {
  const graph = makeGraph()
  describeDataset(graph, whole, around, true)
  describeAround(graph, around, [whole.dataset])
  describeService(graph, around)
  return graph.quads
}

/** Which page of a catalogue this is. */
interface Paging {
  /** Address without the page. */
  address: string
  page: number
  pages: number
  size: number
  total: number
}

/** A page of the catalogue. */
export function describeCatalogue(all: readonly Whole[], around: Around, paging: Paging): Quad[] {
  const graph = makeGraph()
  const { add } = graph
  const { origin, government } = around
  const { catalogue, dataset, themes, service } = names(origin)
  add(catalogue, 'rdf:type', term('dcat:Catalog'))
  add(catalogue, 'dct:title', indonesian(`Satu Data ${government.name}`))
  add(catalogue, 'dct:description', indonesian(`Katalog data yang dihasilkan perangkat daerah ${government.name}.`))
  add(catalogue, 'dct:publisher', at(`${origin}/#pemerintah`))
  add(catalogue, 'foaf:homepage', at(`${origin}/data`))
  add(catalogue, 'dct:language', language)
  add(catalogue, 'dcat:themeTaxonomy', themes)
  add(catalogue, 'dcat:service', service)
  const newest = all.map(one => one.dataset.updatedAt ?? one.dataset.changedAt).toSorted((a, b) => b.getTime() - a.getTime())[0]
  add(catalogue, 'dct:modified', newest && moment(newest))
  for (const whole of all) {
    add(catalogue, 'dcat:dataset', dataset(whole.dataset.slug))
    describeDataset(graph, whole, around, false)
  }
  describeAround(graph, around, all.map(one => one.dataset))
  describeService(graph, around)
  if (paging.pages > 1) {
    const pageAt = (page: number) => at(page === 1 ? paging.address : `${paging.address}?hal=${page}`)
    const here = pageAt(paging.page)
    add(here, 'rdf:type', term('hydra:PagedCollection'))
    add(here, 'hydra:totalItems', typed(String(paging.total), 'integer'))
    add(here, 'hydra:itemsPerPage', typed(String(paging.size), 'integer'))
    add(here, 'hydra:firstPage', pageAt(1))
    add(here, 'hydra:lastPage', pageAt(paging.pages))
    add(here, 'hydra:nextPage', paging.page < paging.pages && pageAt(paging.page + 1))
    add(here, 'hydra:previousPage', paging.page > 1 && pageAt(paging.page - 1))
  }
  return graph.quads
}

