import type { Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { Dataset, HarvestedEntry, Harvesting, Resource } from './contract.ts'
import { newSlug } from './feed.ts'
import { settle, stepRelease, type Means } from './lifecycle.ts'
import { periodOf } from '#platform/time/period.ts'
import { datasetByOrigin, describeDataset, insertDataset, insertRelease, insertResources, insertStep, releasesOf, resourcesOf, updateDataset, updateRelease, type Description } from './store.ts'

const describedBy = (entry: HarvestedEntry): Description => ({
  unitId: entry.unitId, title: entry.title, summary: entry.summary, access: 'open', accessReason: null, accessBasis: null, theme: entry.theme, tags: entry.tags,
  licence: entry.licence, every: entry.every, legalBasis: null, coverage: entry.coverage, contact: entry.contact,
})

const linksOf = (resources: readonly Resource[]) => resources.flatMap(one => (one.kind === 'link' ? [[one.name, one.description, one.mediaType, one.url]] : []))
const asLinks = (entry: HarvestedEntry) => entry.links.map(({ name, description, mediaType, url }) => [name, description, mediaType, url])

/** Whether the entry here still says what its source says. */
function same(found: Dataset, entry: HarvestedEntry): boolean {
  const told = describedBy(entry)
  const kept = { ...told, ...Object.fromEntries(Object.keys(told).map(key => [key, found[key as keyof Description]])) }
  return JSON.stringify(kept) === JSON.stringify(told) && found.originUrl === entry.url
}

/** Shows the addresses of an entry as they are at its source now, as the release of the period it was changed in. */
async function showLinks(tx: Tx, means: Means, dataset: Dataset, entry: HarvestedEntry): Promise<boolean> {
  const releases = await releasesOf(tx, dataset.id)
  const shown = releases.find(one => one.id === dataset.releaseId)
  const parts = shown ? ((await resourcesOf(tx, [shown.id])).get(shown.id) ?? []) : []
  if (entry.links.length === 0 || JSON.stringify(linksOf(parts)) === JSON.stringify(asLinks(entry))) return false
  const named = periodOf(entry.every, entry.changedOn)
  // A source that sets its clock back still has what it shows now shown first.
  const period = shown && shown.period > named ? shown.period : named
  const version = Math.max(0, ...releases.filter(one => one.period === period).map(one => one.version)) + 1
  const release = await insertRelease(tx, { datasetId: dataset.id, period, version, note: null }, null)
  await insertResources(tx, release.id, entry.links.map(link => ({ kind: 'link', ...link })))
  // What another portal published was approved there; the walidata here approved the source.
  await updateRelease(tx, release.id, { state: 'approved', checked_for: dataset.access })
  await stepRelease(tx, means, dataset, { ...release, state: 'approved', checkedFor: dataset.access }, 'publish', null)
  return true
}

/** Takes in what other portals show. */
export const makeHarvesting = (services: Services): Harvesting => {
  async function meansIn(tx: Tx): Promise<Means> {
    const government = await services.ask(governmentDirectory).of(tx as never)
    return { governmentId: government.id, today: dayIn(new Date(), government.zone), ask: services.ask }
  }
  return {
    async take(tx, entry) {
      const means = await meansIn(tx)
      const found = await datasetByOrigin(tx, 'harvest', entry.code)
      if (!found) {
        const made = await insertDataset(tx, { ...describedBy(entry), slug: await newSlug(tx, entry.title), state: 'listed', origin: 'harvest', originCode: entry.code, originUrl: entry.url, variables: [] }, null)
        await insertStep(tx, { datasetId: made.id, event: 'list' }, null)
        await showLinks(tx, means, made, entry)
        await settle(tx, means, made.id)
        return 'new'
      }
      // What the walidata took out stays out.
      if (found.state === 'retired') return 'same'
      const back = found.originGoneAt !== null
      const described = !same(found, entry)
      if (described) {
        await describeDataset(tx, found.id, describedBy(entry))
        await updateDataset(tx, found.id, { origin_url: entry.url })
      }
      if (back) await updateDataset(tx, found.id, { origin_gone_at: null })
      const linked = await showLinks(tx, means, found, entry)
      if (!described && !back && !linked) return 'same'
      await insertStep(tx, { datasetId: found.id, event: 'save' }, null)
      await settle(tx, means, found.id)
      return 'changed'
    },
    async gone(tx, codes) {
      const means = await meansIn(tx)
      let count = 0
      for (const code of codes) {
        const found = await datasetByOrigin(tx, 'harvest', code)
        if (!found || found.originGoneAt) continue
        await updateDataset(tx, found.id, { origin_gone_at: new Date() })
        await insertStep(tx, { datasetId: found.id, event: 'save', remark: 'Tidak ada lagi di portal asalnya.' }, null)
        await settle(tx, means, found.id)
        count++
      }
      return count
    },
  }
}
