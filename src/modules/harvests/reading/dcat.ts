import type { JsonLdDocument } from 'jsonld'
import { Parser, Store, type Term } from 'n3'
import { json } from './ckan.ts'
import type { Told } from './entry.ts'
import { SourceFailure, type Reader } from './outside.ts'

const dcat = (name: string) => `http://www.w3.org/ns/dcat#${name}`
const dct = (name: string) => `http://purl.org/dc/terms/${name}`
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const hydra = 'http://www.w3.org/ns/hydra/core#'
const vcard = 'http://www.w3.org/2006/vcard/ns#'

/** Statements of an answer in Turtle or JSON-LD. */
async function storeOf(body: string, type: string, url: string): Promise<Store> {
  const asJson = type.includes('json') || /^\s*[{[]/.test(body)
  try {
    if (!asJson) return new Store(new Parser({ baseIRI: url }).parse(body))
    // A context elsewhere would be one more address that nobody registered.
    const documentLoader = () => Promise.reject(new SourceFailure('JSON-LD-nya memakai konteks di alamat lain.'))
    const { default: jsonld } = await import('jsonld')
    const quads = await jsonld.toRDF(json(body) as JsonLdDocument, { format: 'application/n-quads', base: url, documentLoader })
    return new Store(new Parser({ format: 'N-Quads' }).parse(quads as unknown as string))
  } catch (error) {
    throw error instanceof SourceFailure ? error : new SourceFailure('Jawabannya bukan Turtle atau JSON-LD yang sah.')
  }
}

/** All datasets of a DCAT catalogue, page by page. */
export async function* readDcat(start: string, reader: Reader): AsyncGenerator<{ total: number; told: Told[]; refused: string[] }> {
  const seen = new Set<string>()
  let url: string | null = start
  let total = 0
  while (url !== null && !seen.has(url)) {
    seen.add(url)
    const { body, type } = await reader.text(url, 'text/turtle, application/ld+json;q=0.9')
    const store = await storeOf(body, type, url)
    const datasets = store.getSubjects(rdf, dcat('Dataset'), null).filter(one => store.countQuads(one, dcat('isVersionOf'), null, null) === 0)
    if (datasets.length === 0 && store.countQuads(null, rdf, dcat('Catalog'), null) === 0) throw new SourceFailure('Di dalamnya tidak ada katalog DCAT.')
    const counted = Number(store.getObjects(null, `${hydra}totalItems`, null)[0]?.value)
    total = Math.max(total, Number.isInteger(counted) ? counted : datasets.length)
    yield { total, told: datasets.map(one => toldBy(store, one)), refused: [] }
    url = [...store.getObjects(null, `${hydra}nextPage`, null), ...store.getObjects(null, `${hydra}next`, null)][0]?.value ?? null
  }
}

function toldBy(store: Store, subject: Term): Told {
  const all = (of: Term, predicate: string) => store.getObjects(of, predicate, null)
  /** The Indonesian text before any other. */
  const text = (of: Term, predicate: string): string | null => {
    const found = all(of, predicate)
    return (found.find(one => 'language' in one && one.language === 'id') ?? found[0])?.value ?? null
  }
  const [contact] = all(subject, dcat('contactPoint'))
  const [place] = all(subject, dct('spatial'))
  const parts = all(subject, dcat('distribution'))
  const first = (of: Term, ...predicates: string[]) => predicates.map(predicate => text(of, predicate)).find(value => value !== null) ?? null
  return {
    identifier: text(subject, dct('identifier')) ?? subject.value,
    title: text(subject, dct('title')) ?? '',
    summary: text(subject, dct('description')) ?? '',
    page: text(subject, dcat('landingPage')) ?? (subject.termType === 'NamedNode' ? subject.value : null),
    tags: all(subject, dcat('keyword')).map(one => one.value),
    licence: text(subject, dct('license')) ?? parts.map(part => text(part, dct('license'))).find(Boolean) ?? null,
    rhythm: text(subject, dct('accrualPeriodicity')),
    changed: first(subject, dct('modified'), dct('issued')),
    contact: contact ? first(contact, `${vcard}hasEmail`, `${vcard}fn`) : null,
    coverage: place ? (place.termType === 'Literal' ? place.value : first(place, 'http://www.w3.org/2004/02/skos/core#prefLabel', 'http://www.w3.org/2000/01/rdf-schema#label')) : null,
    links: parts.flatMap(part => {
      const url = first(part, dcat('downloadURL'), dcat('accessURL'))
      const type = text(part, dcat('mediaType'))?.replace(/^https?:\/\/www\.iana\.org\/assignments\/media-types\//, '') ?? null
      return url ? [{ name: text(part, dct('title')), description: text(part, dct('description')), type, url }] : []
    }),
  }
}
