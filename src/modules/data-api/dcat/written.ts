import type { ContextDefinition } from 'jsonld'
import { Writer } from 'n3'
import type { Quad, Term } from 'n3'
import { prefixes } from './terms.ts'

/** Forms RDF is written in, by the ending of the address. */
export const rdfForms = { ttl: 'text/turtle', jsonld: 'application/ld+json', rdf: 'application/rdf+xml' } as const
export type RdfForm = keyof typeof rdfForms

const turtle = (quads: readonly Quad[], format?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const writer = new Writer({ prefixes, ...(format ? { format } : {}) })
    writer.addQuads([...quads])
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text)))
  })

/** Terms whose values are addresses, texts in a language and so on are written short by this. */
const context = {
  ...prefixes,
  title: { '@id': 'dct:title', '@container': '@language' },
  description: { '@id': 'dct:description', '@container': '@language' },
  keyword: { '@id': 'dcat:keyword', '@container': '@language' },
}

async function asJsonLd(quads: readonly Quad[]): Promise<string> {
  const { default: jsonld } = await import('jsonld')
  const expanded = await jsonld.fromRDF((await turtle(quads, 'N-Quads')) as unknown as object, { format: 'application/n-quads' })
  return JSON.stringify(await jsonld.compact(expanded, context as unknown as ContextDefinition), null, 1)
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** A property as XML names it: all of ours have a short name. */
function named(predicate: string): string {
  const [short, base] = Object.entries(prefixes).find(([, iri]) => predicate.startsWith(iri)) ?? []
  if (!short || !base) throw new Error(`${predicate} has no short name`)
  return `${short}:${predicate.slice(base.length)}`
}

function valueOf(name: string, object: Term): string {
  if (object.termType !== 'Literal') return `<${name} rdf:resource="${escaped(object.value)}"/>`
  const { value, language, datatype } = object as Term & { language: string; datatype: { value: string } }
  const mark = language ? ` xml:lang="${escaped(language)}"` : datatype.value === `${prefixes.xsd}string` ? '' : ` rdf:datatype="${escaped(datatype.value)}"`
  return `<${name}${mark}>${escaped(value)}</${name}>`
}

/** RDF/XML, one element for each subject. */
function asXml(quads: readonly Quad[]): string {
  const bySubject = Map.groupBy(quads, quad => quad.subject.value)
  const subjects = [...bySubject].map(([subject, about]) => `<rdf:Description rdf:about="${escaped(subject)}">\n${about.map(({ predicate, object }) => `  ${valueOf(named(predicate.value), object)}\n`).join('')}</rdf:Description>\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF ${Object.entries(prefixes).map(([short, iri]) => `xmlns:${short}="${iri}"`).join(' ')}>\n${subjects.join('')}</rdf:RDF>\n`
}

/** Statements in a form; all their subjects have addresses, so the three forms say exactly the same. */
export async function written(quads: readonly Quad[], form: RdfForm): Promise<string> {
  if (form === 'ttl') return turtle(quads)
  return form === 'rdf' ? asXml(quads) : asJsonLd(quads)
}
