import { z } from 'zod'
import type { Described, Endpoint, Route } from './page.ts'

/** An address with its parameters in braces, as OpenAPI writes it. */
const templated = (path: string) => path.replace(/:(\w+)/g, '{$1}')

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Record<string, unknown>
  return rest
}

function operationOf(endpoint: Endpoint) {
  const query = endpoint.query ? (schemaOf(endpoint.query, 'input') as { properties?: Record<string, unknown>; required?: string[] }) : {}
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(match => ({ name: match[1]!, in: 'path', required: true, schema: { type: 'string' } }))
  const inQuery = Object.entries(query.properties ?? {}).map(([name, schema]) => ({ name, in: 'query', required: query.required?.includes(name) ?? false, schema }))
  const failure = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } }
  return {
    operationId: `${endpoint.method.toLowerCase()} ${endpoint.path}`.replace(/[^a-z0-9]+/gi, '-'),
    summary: endpoint.summary,
    security: endpoint.may === 'public' ? [] : [{ session: [] }],
    parameters: [...inPath, ...inQuery],
    ...(endpoint.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } } } : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(endpoint.answer, 'output') } } },
      404: { description: 'Nothing here, or nothing you may know of', ...failure },
      422: { description: 'What was sent does not fit', ...failure },
      ...(endpoint.may === 'public' ? {} : { 401: { description: 'Sign in first', ...failure }, 403: { description: 'Not permitted', ...failure } }),
    },
  }
}

function describedOf({ path, about }: { path: string; about: Described }, method: string) {
  const query = about.query ? (schemaOf(about.query, 'input') as { properties?: Record<string, unknown>; required?: string[] }) : {}
  return {
    operationId: `${method} ${path}`.replace(/[^a-z0-9]+/gi, '-'),
    summary: about.summary,
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(match => ({ name: match[1]!, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(query.properties ?? {}).map(([name, schema]) => ({ name, in: 'query', required: query.required?.includes(name) ?? false, schema })),
    ],
    responses: { 200: { description: 'OK', content: { [about.type ?? 'application/json']: {} } } },
  }
}

/** Addresses for machines whose protocol is not ours, by method. */
export const describedAmong = (routes: readonly Route[]): { path: string; about: Described; method: string; may: string }[] =>
  routes.flatMap(route => ((route.kind === 'raw' || route.kind === 'resource') && route.about ? [{ path: route.path, about: route.about, method: route.kind === 'raw' ? route.method : 'GET', may: route.may }] : []))

/** The OpenAPI 3.1 description of all endpoints among `routes`. */
export function openApi(routes: readonly Route[], about: { title: string; server: string; version: string }) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of describedAmong(routes)) (paths[templated(one.path)] ??= {})[one.method.toLowerCase()] = describedOf(one, one.method.toLowerCase())
  for (const route of routes) if (route.kind === 'endpoint') (paths[templated(route.path)] ??= {})[route.method.toLowerCase()] = operationOf(route)
  return {
    openapi: '3.1.0',
    info: { title: about.title, version: about.version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: about.server }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'pendopo.session_token' } },
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: { error: { type: 'object', required: ['code', 'message'], properties: { code: { type: 'string' }, message: { type: 'string' }, fields: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' }, message: { type: 'string' } } } } } } },
        },
      },
    },
  }
}
