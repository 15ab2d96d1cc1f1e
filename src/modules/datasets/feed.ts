import type { Tx } from '#platform/db/database.ts'
import { freeSlug, slugOf } from '#platform/text/slug.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { DatasetSpec } from '#platform/web/module.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { Dataset, Feeding, Variable } from './contract.ts'
import { judged, settle, stepRelease, type Means } from './lifecycle.ts'
import { datasetByOrigin, insertDataset, insertRelease, insertResources, insertStep, releasesOf, resourcesOf, slugsLike, updateDataset, updateRelease } from './store.ts'

/** Addresses below `/data` that are no dataset's. */
const reserved = ['standar', 'kode', 'permintaan', 'usulan', 'katalog', 'kisah', 'papan', 'berkas', 'jawaban']

/** The address of a new entry. */
export async function newSlug(tx: Tx, title: string): Promise<string> {
  const slug = slugOf(title)
  return freeSlug(slug, new Set([...(await slugsLike(tx, slug)), ...reserved]))
}

const variablesOf = (spec: DatasetSpec): Variable[] => spec.columns.map(({ name, title, type, holds, unit, key, codeList }) => ({ name, title, type, description: holds, unit, key, codeList }))

/** The entry of what a module produces: made the first time, and described anew when the module says more than before. */
async function entryOf(tx: Tx, means: Means, { spec, module, unitId }: { spec: DatasetSpec; module: string; unitId: string }): Promise<Dataset> {
  const found = await datasetByOrigin(tx, 'module', spec.code)
  const variables = variablesOf(spec)
  if (found) {
    // What people wrote here about a column stays.
    const kept = variables.map(one => ({ ...found.variables.find(({ name }) => name === one.name), ...one }))
    if (JSON.stringify(kept) !== JSON.stringify(found.variables)) await updateDataset(tx, found.id, { variables: JSON.stringify(kept) })
    return { ...found, variables: kept }
  }
  const dataset = await insertDataset(tx, {
    slug: await newSlug(tx, spec.title), state: 'listed', origin: 'module', originCode: spec.code, originUrl: null, variables, unitId,
    title: spec.title, summary: spec.description, access: spec.access ?? 'open', accessReason: spec.closed?.reason ?? null, accessBasis: spec.closed?.basis ?? null,
    theme: spec.theme ?? 'pemerintahan', tags: spec.tags ?? [module], licence: 'CC-BY-4.0', every: spec.every, legalBasis: spec.legalBasis ?? null, coverage: null, contact: null,
  }, null)
  await insertStep(tx, { datasetId: dataset.id, event: 'list' }, null)
  return settle(tx, means, dataset.id)
}

/** Takes in what modules of this installation produce by themselves. */
export const makeFeeding = (services: Services): Feeding => ({
  async publish(tx, { spec, module, unitId, period, table, suppressed }) {
    const government = await services.ask(governmentDirectory).of(tx as never)
    const means: Means = { governmentId: government.id, today: dayIn(new Date(), government.zone), ask: services.ask }
    const dataset = await entryOf(tx, means, { spec, module, unitId })
    const releases = await releasesOf(tx, dataset.id)
    const shown = releases.find(one => one.period === period && one.state === 'published')
    const before = shown && (await resourcesOf(tx, [shown.id])).get(shown.id)?.[0]
    if (before?.kind === 'table' && before.table.digest === table.digest) return 'same'
    const version = Math.max(0, ...releases.filter(one => one.period === period).map(one => one.version)) + 1
    const note = suppressed > 0 ? `${suppressed} nilai tidak ditampilkan karena menyangkut terlalu sedikit orang.` : null
    const release = await insertRelease(tx, { datasetId: dataset.id, period, version, note }, null)
    await insertResources(tx, release.id, [{ kind: 'table', name: spec.title, table }])
    const resources = (await resourcesOf(tx, [release.id])).get(release.id)!
    const quality = await judged(tx, means, dataset, release, resources, { violations: 0, filled: null })
    // A module's figures need nobody's approval: the module was approved when its access class and its cells were.
    await updateRelease(tx, release.id, { state: 'approved', checked_for: dataset.access, rows: table.rows, quality })
    await stepRelease(tx, means, dataset, { ...release, state: 'approved', checkedFor: dataset.access, quality }, 'publish', null)
    return shown ? 'new' : 'first'
  },
  async digestOf(db, code, period) {
    const dataset = await datasetByOrigin(db, 'module', code)
    const shown = dataset && (await releasesOf(db, dataset.id, ['published'])).find(one => one.period === period)
    const first = shown && (await resourcesOf(db, [shown.id])).get(shown.id)?.[0]
    return first?.kind === 'table' ? first.table.digest : null
  },
})
