import { z } from 'zod'
import { raw, type Raw, type RawSpec } from '#platform/web/page.ts'
import { NotFound, TooMany } from '#platform/web/problems.ts'
import { answerWith } from '../answering/answer.ts'
import { count, tableCost } from '../answering/limit.ts'
import { collectionDict, collectionsOf, crs84, type Collection } from './collections.ts'
import { conformance, describedAs } from './description.ts'
import { BadQuestion, featureOf, itemsOf, wantedBy } from './items.ts'

type Handling = Parameters<RawSpec['handle']>[0]
interface Said {
  body: unknown
  type?: string
  headers?: Record<string, string>
}

const geo = 'application/geo+json'
const json = 'application/json'
const baseOf = ({ place, request }: Handling) => `${place.portal || request.origin}/ogc`

/** One address of the interface; what goes wrong is said in its own form. */
const at = (path: string, summary: string, cost: number, say: (context: Handling) => Promise<Said> | Said, query?: z.ZodType): Raw =>
  raw({
    path: `/ogc${path}`,
    method: 'GET',
    may: 'public',
    about: { summary, query },
    async handle(context) {
      const { headers, ip } = context.request
      const left = count({ ip }, cost, context.now.getTime())
      const failed = (status: number, code: string, description: string) => answerWith(headers, JSON.stringify({ code, description }), { status, headers: left.headers, shared: false })
      if (left.over) return failed(429, 'TooManyRequests', `Try again in ${left.seconds} seconds`)
      try {
        const { body, type = json, headers: more } = await say(context)
        return answerWith(headers, JSON.stringify(body), { type, headers: { ...left.headers, ...more }, shared: true })
      } catch (error) {
        if (error instanceof BadQuestion) return failed(400, 'InvalidParameterValue', error.message)
        if (error instanceof NotFound) return failed(404, 'NotFound', 'There is nothing here')
        if (error instanceof TooMany) return failed(429, 'TooManyRequests', 'Too many questions wait; try again shortly')
        throw error
      }
    },
  })

async function collectionHere(context: Handling): Promise<Collection> {
  const found = (await collectionsOf(context)).find(({ id }) => id === context.params.collection)
  if (!found) throw new NotFound()
  return found
}

/** Extents of many collections are read one after the other; beyond this, each tells its own. */
const exactUpTo = 20

/** OGC API – Features, part 1: core. */
export const ogcRoutes: Raw[] = [
  at('', 'OGC API – Features: landing page', 1, context => {
    const base = baseOf(context)
    return {
      body: {
        title: `Satu Data ${context.government.name}`,
        description: 'Data dengan letak di peta',
        links: [
          { href: base, rel: 'self', type: json },
          { href: `${base}/api`, rel: 'service-desc', type: 'application/vnd.oai.openapi+json;version=3.0' },
          { href: base.replace(/\/ogc$/, '/api/docs'), rel: 'service-doc', type: 'text/html' },
          { href: `${base}/conformance`, rel: 'conformance', type: json },
          { href: `${base}/collections`, rel: 'data', type: json },
        ],
      },
    }
  }),
  at('/api', 'OGC API – Features: the interface as OpenAPI', 1, context => ({ body: describedAs(`Satu Data ${context.government.name}`, baseOf(context)), type: 'application/vnd.oai.openapi+json;version=3.0' })),
  at('/conformance', 'OGC API – Features: what it conforms to', 1, () => ({ body: { conformsTo: conformance } })),
  at('/collections', 'OGC API – Features: all collections', tableCost, async context => {
    const base = baseOf(context)
    const all = await collectionsOf(context)
    const collections = []
    for (const one of all) collections.push(await collectionDict(one, base, context, all.length <= exactUpTo))
    return { body: { links: [{ href: `${base}/collections`, rel: 'self', type: json }], collections } }
  }),
  at('/collections/:collection', 'OGC API – Features: one collection', tableCost, async context => ({ body: await collectionDict(await collectionHere(context), baseOf(context), context, true) })),
  at('/collections/:collection/items', 'OGC API – Features: features by place and time', tableCost, async context => {
    const wanted = wantedBy(context.query)
    const collection = await collectionHere(context)
    const { features, matched } = await itemsOf(context, collection, wanted)
    const here = `${baseOf(context)}/collections/${collection.id}/items`
    const page = (offset: number) => `${here}?${new URLSearchParams({ ...context.query, limit: String(wanted.limit), offset: String(offset) })}`
    const links = [
      { href: page(wanted.offset), rel: 'self', type: geo },
      { href: `${baseOf(context)}/collections/${collection.id}`, rel: 'collection', type: json, title: collection.dataset.title },
      ...(wanted.offset + features.length < matched && features.length > 0 ? [{ href: page(wanted.offset + wanted.limit), rel: 'next', type: geo }] : []),
      ...(wanted.offset > 0 ? [{ href: page(Math.max(0, wanted.offset - wanted.limit)), rel: 'prev', type: geo }] : []),
    ]
    return {
      type: geo,
      headers: { 'Content-Crs': `<${crs84}>`, Link: links.map(({ href, rel, type }) => `<${href}>; rel="${rel}"; type="${type}"`).join(', ') },
      body: { type: 'FeatureCollection', timeStamp: (collection.release.publishedAt ?? collection.release.createdAt).toISOString(), numberMatched: matched, numberReturned: features.length, links, features },
    }
  }, z.object({ limit: z.number().optional(), offset: z.number().optional(), bbox: z.string().optional(), datetime: z.string().optional() })),
  at('/collections/:collection/items/:feature', 'OGC API – Features: one feature', tableCost, async context => {
    const collection = await collectionHere(context)
    const row = Number(context.params.feature) - 1
    if (!Number.isInteger(row) || row < 0 || row >= collection.table.rows) throw new NotFound()
    const { rows } = await context.hands.tables.query(context.government.id, collection.table, { offset: row, limit: 1 }, { asker: context.request.ip })
    const here = `${baseOf(context)}/collections/${collection.id}`
    return {
      type: geo,
      headers: { 'Content-Crs': `<${crs84}>` },
      body: { ...featureOf(collection.table, row, rows[0] ?? []), links: [{ href: `${here}/items/${row + 1}`, rel: 'self', type: geo }, { href: here, rel: 'collection', type: json }] },
    }
  }),
]
