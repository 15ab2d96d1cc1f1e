import type { Context } from '#platform/web/page.ts'
import type { StoredTable } from '#platform/columnar/table.ts'
import { machineCatalogue, type Part } from '#modules/datasets/contract.ts'
import { mostPlaced, placesOf } from './places.ts'

/** A table with shapes as a collection of features. */
export interface Collection extends Part {
  /** The dataset's name, with a number when it shows several such tables. */
  id: string
  table: StoredTable
}

export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

/** Everything on the map that is open. */
export async function collectionsOf({ ask, db }: Pick<Context, 'ask' | 'db'>): Promise<Collection[]> {
  const seen = new Map<string, number>()
  return (await ask(machineCatalogue).mapped(db)).flatMap(part => {
    if (part.resource.kind !== 'table') return []
    const n = (seen.get(part.dataset.slug) ?? 0) + 1
    seen.set(part.dataset.slug, n)
    return [{ ...part, id: n === 1 ? part.dataset.slug : `${part.dataset.slug}-${n}`, table: part.resource.table }]
  })
}

/** Extents are told of what may be asked by place. */
export async function collectionDict(collection: Collection, base: string, { hands, government }: Pick<Context, 'hands' | 'government'>, exact: boolean) {
  const { id, dataset, release, table } = collection
  const places = exact && table.rows <= mostPlaced ? await placesOf(hands.tables, government.id, table) : null
  const here = `${base}/collections/${id}`
  return {
    id,
    title: dataset.title,
    description: dataset.summary.slice(0, 2000),
    itemType: 'feature',
    crs: [crs84],
    storageCrs: crs84,
    extent: {
      spatial: { bbox: [places?.extent ?? [-180, -90, 180, 90]], crs: crs84 },
      ...(places?.time ? { temporal: { interval: [[momentOf(places.time.from, false), momentOf(places.time.to, true)]], trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian' } } : {}),
    },
    links: [
      { href: here, rel: 'self', type: 'application/json', title: dataset.title },
      { href: `${here}/items`, rel: 'items', type: 'application/geo+json', title: dataset.title },
      { href: `${base.replace(/\/ogc$/, '')}/data/${dataset.slug}`, rel: 'describedby', type: 'text/html', title: dataset.title },
    ],
    // Beyond the standard: which release this is.
    version: release.period,
  }
}

const momentOf = (text: string, end: boolean): string => (text.length === 10 ? `${text}T${end ? '23:59:59' : '00:00:00'}Z` : `${text.replace(' ', 'T').replace(/Z$/, '')}Z`)
