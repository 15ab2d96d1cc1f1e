import type { Cell } from '#platform/columnar/query.ts'
import { changed } from '#platform/db/changes.ts'
import type { Services } from '#platform/web/services.ts'
import type { Dataset, Variable } from './contract.ts'
import { newSlug } from './feed.ts'
import { catalogueTopic, stepEntry, stepRelease, type Means } from './lifecycle.ts'
import { insertDataset, insertRelease, insertResources, updateDataset, type Description } from './store.ts'

const plain: Omit<Description, 'unitId'> = {
  title: 'Kunjungan puskesmas menurut kecamatan', summary: 'Kunjungan rawat jalan di puskesmas menurut kecamatan dan bulan.', access: 'open', accessReason: null, accessBasis: null,
  theme: 'kesehatan', tags: ['puskesmas'], licence: 'CC-BY-4.0', every: 'month', legalBasis: null, coverage: null, contact: null,
}

/** Columns of `aRelease` unless it is given others. */
export const visits: Variable[] = [{ name: 'kecamatan', title: 'Kecamatan', type: 'text', key: true }, { name: 'kunjungan', title: 'Kunjungan', type: 'integer', unit: 'kunjungan' }]

const meansOf = (services: Services, governmentId: string): Means => ({ governmentId, today: new Date().toISOString().slice(0, 10), ask: services.ask })

/** Makes an entry of the catalogue, listed unless said otherwise. */
export function aDataset(services: Services, place: { id: string; units: Record<string, string> }, { unit = 'diskominfo', listed = true, variables = visits, ...more }: Partial<Description> & { unit?: string; listed?: boolean; variables?: Variable[] } = {}): Promise<Dataset> {
  return services.database.transaction(place.id, async tx => {
    const content = { ...plain, ...more, unitId: place.units[unit]! }
    const dataset = await insertDataset(tx, { ...content, slug: await newSlug(tx, content.title), state: 'draft', origin: 'office', originCode: null, originUrl: null, variables }, null)
    return listed ? stepEntry(tx, meansOf(services, place.id), dataset, 'list', null) : dataset
  })
}

/** Publishes a release of a table; answers its id and the table's resource. */
export async function aRelease(services: Services, place: { id: string }, dataset: Dataset, { period = '2026-09', rows = [['Slawi', 5210], ['Kramat', 4980], ['Bojong', null]] as Cell[][] } = {}): Promise<{ id: string; resourceId: string }> {
  const table = await services.tables.keepRows(place.id, dataset.variables, rows)
  return services.database.transaction(place.id, async tx => {
    const means = meansOf(services, place.id)
    const release = await insertRelease(tx, { datasetId: dataset.id, period, version: 1, note: null }, null)
    const [resourceId] = await insertResources(tx, release.id, [{ kind: 'table', name: dataset.title, table }])
    let here = release
    for (const event of ['submit', 'check', 'approve', 'publish'] as const) here = await stepRelease(tx, means, dataset, here, event, null)
    return { id: here.id, resourceId: resourceId! }
  })
}

/** Gives an open entry to those who ask only, as the walidata does when a reason turns up. */
export const limited = (services: Services, place: { id: string }, { id }: Dataset): Promise<void> =>
  services.database.transaction(place.id, async tx => {
    await updateDataset(tx, id, { access: 'limited', access_reason: 'Ditinjau ulang', access_basis: 'UU 14/2008 Pasal 17' })
    await changed(tx, catalogueTopic(place.id), `dataset:${id}`)
  })
