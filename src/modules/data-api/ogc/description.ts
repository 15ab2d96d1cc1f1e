/** What this interface conforms to. */
export const conformance = ['core', 'oas30', 'geojson'].map(name => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`)

const parameter = (name: string, schema: Record<string, unknown>, description: string, where = 'query') => ({ name, in: where, required: where === 'path', description, schema, ...(where === 'query' && schema.type === 'array' ? { style: 'form', explode: false } : {}) })

const answer = (description: string, type: string) => ({ 200: { description, content: { [type]: { schema: { type: 'object' } } } }, 400: { description: 'The question cannot be understood' }, 404: { description: 'Nothing here' }, 429: { description: 'Too many questions; Retry-After says when to come back' } })

const collection = parameter('collectionId', { type: 'string' }, 'Name of a collection', 'path')

/** The interface as OpenAPI 3.0. */
export const describedAs = (title: string, base: string) => ({
  openapi: '3.0.3',
  info: { title, version: '1.0.0', description: 'OGC API – Features over the tables with shapes of this catalogue' },
  servers: [{ url: base }],
  paths: {
    '/': { get: { operationId: 'landing', summary: 'What is here', responses: answer('Links', 'application/json') } },
    '/conformance': { get: { operationId: 'conformance', summary: 'Conformance classes', responses: answer('Classes', 'application/json') } },
    '/collections': { get: { operationId: 'collections', summary: 'All collections', responses: answer('Collections', 'application/json') } },
    '/collections/{collectionId}': { get: { operationId: 'collection', summary: 'One collection', parameters: [collection], responses: answer('A collection', 'application/json') } },
    '/collections/{collectionId}/items': {
      get: {
        operationId: 'items', summary: 'Features of a collection',
        parameters: [
          collection,
          parameter('limit', { type: 'integer', minimum: 1, maximum: 10000, default: 100 }, 'Features on one page'),
          parameter('offset', { type: 'integer', minimum: 0, default: 0 }, 'Features before this page'),
          parameter('bbox', { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } }, 'West, south, east, north in CRS84'),
          parameter('datetime', { type: 'string' }, 'A moment or an interval (RFC 3339), open with ..'),
        ],
        responses: answer('Features', 'application/geo+json'),
      },
    },
    '/collections/{collectionId}/items/{featureId}': { get: { operationId: 'item', summary: 'One feature', parameters: [collection, parameter('featureId', { type: 'string' }, 'Place of the feature in its table, from 1', 'path')], responses: answer('A feature', 'application/geo+json') } },
  },
})
