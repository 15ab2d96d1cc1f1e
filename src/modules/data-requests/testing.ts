import type { Cell } from '#platform/columnar/query.ts'
import type { Column } from '#platform/columnar/table.ts'
import type { Services } from '#platform/web/services.ts'
import { catalogue, feeding, type Access, type Dataset } from '#modules/datasets/contract.ts'

interface Place {
  id: string
  units: Record<string, string>
}

/** A dataset with one published table, held by a unit and given only to those who ask unless said otherwise. */
export async function aDataset({ services }: { services: Services }, place: Place, made: { code: string; title: string; unit: string; access?: Access; columns: readonly Column[]; rows: readonly (readonly Cell[])[] }): Promise<Dataset> {
  const table = await services.tables.keepRows(place.id, made.columns, made.rows)
  const access = made.access ?? 'limited'
  const spec = {
    code: made.code, title: made.title, description: 'Data untuk diminta perangkat daerah lain.', every: 'month' as const, rows: () => Promise.resolve([]),
    columns: made.columns.map(({ name, title, type, key }) => ({ name, title, type: type === 'boolean' || type === 'geometry' ? ('text' as const) : type, ...(key ? { key: true as const } : {}) })),
    ...(access === 'open' ? {} : { access, closed: { reason: 'Memuat keterangan tentang orang.', basis: 'UU 27/2022' } }),
  }
  await services.database.transaction(place.id, tx => services.ask(feeding).publish(tx, { spec, module: 'testing', unitId: place.units[made.unit]!, period: '2026-10', table, suppressed: 0 }))
  const { items } = await services.ask(catalogue).find(services.database.of(place.id), { unitId: place.units[made.unit]! }, { limit: 100, offset: 0 })
  return items.find(({ title }) => title === made.title)!
}
