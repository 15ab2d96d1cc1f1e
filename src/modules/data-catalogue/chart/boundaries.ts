import type { Context } from '#platform/web/page.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import type { MapDrawing } from './draw.ts'

/** Tag of the dataset whose shapes regions are drawn by. */
const boundaryTag = 'batas wilayah'

interface Boundaries {
  digest: string
  shapes: MapDrawing['shapes']
}
const kept = new Map<string, Boundaries>()
const mostShapes = 2000

/** Shapes of regions by their code, out of the open dataset tagged `batas wilayah`; none when nobody published one. */
export async function boundariesOf({ db, ask, hands, government, request }: Pick<Context, 'db' | 'ask' | 'hands' | 'government' | 'request'>): Promise<MapDrawing['shapes']> {
  const { items } = await ask(catalogue).find(db, { tag: boundaryTag, access: 'open' }, { limit: 5, offset: 0 })
  for (const dataset of items) {
    if (!dataset.releaseId) continue
    const resources = (await ask(catalogue).resources(db, [dataset.releaseId])).get(dataset.releaseId) ?? []
    for (const resource of resources) {
      if (resource.kind !== 'table') continue
      const { columns, digest } = resource.table
      const region = columns.find(({ type }) => type === 'region')
      const geometry = columns.find(({ type }) => type === 'geometry')
      if (!region || !geometry) continue
      const known = kept.get(government.id)
      if (known?.digest === digest) return known.shapes
      const { rows } = await hands.tables.query(government.id, resource.table, { columns: [region.name, geometry.name], limit: mostShapes }, { asker: request.ip })
      const shapes = rows.flatMap(([code, shape]) => (typeof code === 'string' && typeof shape === 'string' ? [{ name: code, geometry: JSON.parse(shape) as MapDrawing['shapes'][number]['geometry'] }] : []))
      kept.set(government.id, { digest, shapes })
      return shapes
    }
  }
  return []
}
