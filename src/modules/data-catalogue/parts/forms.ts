/** Where an address of the catalogue is found as RDF; the module of the interfaces answers there. */
export const inRdf = (path: string): Readonly<Record<string, string>> => ({ 'text/turtle': `${path}.ttl`, 'application/ld+json': `${path}.jsonld`, 'application/rdf+xml': `${path}.rdf` })
