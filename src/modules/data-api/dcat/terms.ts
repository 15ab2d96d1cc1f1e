import { DataFactory } from 'n3'
import type { Literal, NamedNode } from 'n3'

const { namedNode, literal } = DataFactory

/** Vocabularies by the short names they are written with. */
export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  adms: 'http://www.w3.org/ns/adms#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** A term of a vocabulary, `dct:title`. */
export function term(short: `${keyof typeof prefixes}:${string}`): NamedNode {
  const [prefix, name] = short.split(':') as [keyof typeof prefixes, string]
  return namedNode(prefixes[prefix] + name)
}

export const at = (address: string): NamedNode => namedNode(iri(address))

/** An address as RDF may write it: what no IRI holds is percent-encoded. */
const iri = (address: string): string => address.replace(/[\s<>"{}|\\^`\u0000-\u0020]/g, sign => encodeURIComponent(sign))

export const indonesian = (text: string): Literal => literal(text, 'id')
export const plain = (text: string): Literal => literal(text)
export const typed = (text: string, type: 'dateTime' | 'date' | 'integer' | 'nonNegativeInteger' | 'decimal'): Literal => literal(text, term(`xsd:${type}`))
export const moment = (date: Date): Literal => typed(date.toISOString(), 'dateTime')

/** Authorities of the EU whose codes DCAT-AP and its harvesters understand. */
const authority = 'http://publications.europa.eu/resource/authority'
export const frequencies = {
  day: at(`${authority}/frequency/DAILY`), week: at(`${authority}/frequency/WEEKLY`), month: at(`${authority}/frequency/MONTHLY`), quarter: at(`${authority}/frequency/QUARTERLY`),
  semester: at(`${authority}/frequency/ANNUAL_2`), year: at(`${authority}/frequency/ANNUAL`), once: at(`${authority}/frequency/NEVER`),
}
export const rights = { open: at(`${authority}/access-right/PUBLIC`), limited: at(`${authority}/access-right/RESTRICTED`), closed: at(`${authority}/access-right/NON_PUBLIC`) }
export const language = at(`${authority}/language/IND`)
export const fileType = (code: string): NamedNode => at(`${authority}/file-type/${code}`)
export const mediaType = (type: string): NamedNode => at(`https://www.iana.org/assignments/media-types/${type}`)
