import { addReferences } from '#platform/reference/keeping.ts'
import { addDays, dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { newSlug } from '#modules/datasets/feed.ts'
import { judged, settle, stepEntry, stepRelease, type Means } from '#modules/datasets/lifecycle.ts'
import { daysOf, recentPeriods } from '#platform/time/period.ts'
import { agreePlan } from '#modules/datasets/plan/store.ts'
import { datasetById, insertDataset, insertRelease, insertResources, insertStep, releaseById, resourcesOf, updateDataset, updateRelease } from '#modules/datasets/store.ts'
import { people } from '#modules/identity/contract.ts'
import { standards } from '#modules/standards/contract.ts'
import { feedAll } from '../datasets/feed.ts'
import type { DemoDataset } from './content/datasets.ts'
import type { Place } from './units.ts'

/** Who answers for what the modules make by themselves. */
const producers: Record<string, string> = { personnel: 'bkpsdm', workforce: 'bkpsdm', attendance: 'bkpsdm', organisation: 'bkpsdm', leave: 'bkpsdm', correspondence: 'setda', sites: 'dispermades' }

/** The standard a column keeps to, by its name; columns without a fitting one stay without. */
async function tied(services: Services, place: Place, variables: DemoDataset['variables'], concepts: DemoDataset['concepts'] = {}): Promise<DemoDataset['variables']> {
  const db = services.database.of(place.governmentId)
  return Promise.all(variables.map(async variable => {
    const name = concepts[variable.name]
    const found = name ? (await services.ask(standards).search(db, name, 5)).find(one => one.name === name) : undefined
    return found ? { ...variable, conceptId: found.id } : variable
  }))
}

/** Adds the daftar data of agencies with releases in every state, the year's plan, and what the modules make by themselves. */
export async function addDatasets(services: Services, place: Place, datasets: readonly DemoDataset[]): Promise<void> {
  const now = new Date()
  const today = dayIn(now, place.zone)
  const means: Means = { governmentId: place.governmentId, today, ask: services.ask }
  const places = place.units.all.filter(unit => unit.kind === 'subdistrict' && unit.regionCode).map(unit => ({ code: unit.regionCode!, name: unit.name.replace(/^Kecamatan /, '') }))
  const db = services.database.of(place.governmentId)
  const root = place.units.all.find(({ kind }) => kind === 'government')!.id
  const holder = async (permission: 'datasets.produce' | 'datasets.check' | 'datasets.approve', unitId: string) => (await services.ask(people).holding(db, permission, unitId))[0]?.id ?? null
  const walidata = await holder('datasets.approve', root)
  const known = [...new Set([...Object.entries(producers), ...['publications', 'standards', 'code-lists', 'datasets', 'site-health', 'subscriptions', 'reconciliation', 'data-requests', 'data-wishes', 'approved-queries', 'harvests', 'data-intake'].map(module => [module, 'diskominfo'] as const)])]
  await services.database.transaction(place.governmentId, tx => addReferences(tx, known.map(([code, unit]) => ({ list: 'data-producer', code, value: { unit }, legalBasis: 'Keputusan Bupati tentang Produsen Data', validFrom: `${today.slice(0, 4)}-01-01`, validTo: null, verified: true }))))
  const priorities: { datasetId: string; priority: boolean; dueOn: string }[] = []

  for (const spec of datasets) {
    const unitId = place.unit(spec.unit).id
    const periods = recentPeriods(spec.every, today, 8)
    const tables = new Map(await Promise.all(spec.releases.map(async ({ ago }) => [ago, await services.tables.keepRows(place.governmentId, spec.variables, spec.rows(places, periods[ago]!))] as const)))
    const variables = await tied(services, place, spec.variables, spec.concepts)
    const producer = (await holder('datasets.produce', unitId)) ?? walidata
    const checker = (await holder('datasets.check', unitId)) ?? walidata
    await services.database.transaction(place.governmentId, async tx => {
      const made = await insertDataset(tx, {
        slug: await newSlug(tx, spec.title), state: 'draft', origin: 'office', originCode: null, originUrl: null, variables, unitId, title: spec.title, summary: spec.summary,
        access: spec.access ?? 'open', accessReason: spec.closed?.reason ?? null, accessBasis: spec.closed?.basis ?? null, theme: spec.theme, tags: spec.tags, licence: spec.access ? 'terbatas' : 'CC-BY-4.0',
        every: spec.every, legalBasis: spec.legalBasis ?? null, coverage: spec.coverage ?? null, contact: null,
      }, producer)
      await insertStep(tx, { datasetId: made.id, event: 'save' }, producer)
      if (spec.activity) await updateDataset(tx, made.id, { activity: JSON.stringify(spec.activity) })
      if (spec.state === 'draft') return
      let dataset = await stepEntry(tx, means, made, 'propose', producer)
      if (spec.state === 'proposed') return
      if (spec.state === 'returned') return void (await stepEntry(tx, means, dataset, 'return', walidata, spec.remark ?? null))
      dataset = await stepEntry(tx, means, dataset, 'list', walidata)
      for (const { ago, state, remark } of spec.releases.toSorted((a, b) => b.ago - a.ago)) {
        const period = periods[ago]!
        let release = await insertRelease(tx, { datasetId: dataset.id, period, version: 1, note: null }, producer)
        await insertStep(tx, { datasetId: dataset.id, releaseId: release.id, event: 'begin' }, producer)
        await insertResources(tx, release.id, [{ kind: 'table', name: spec.title, table: tables.get(ago)! }])
        await updateRelease(tx, release.id, { quality: await judged(tx, { ...means, today: addDays(daysOf(period)!.to, 12) }, dataset, release, (await resourcesOf(tx, [release.id])).get(release.id)!, { violations: 0, filled: 1 }) })
        release = (await releaseById(tx, release.id))!
        if (state === 'draft') continue
        release = await stepRelease(tx, means, dataset, release, 'submit', producer)
        if (state === 'submitted') continue
        if (state === 'rejected') {
          await stepRelease(tx, means, dataset, release, 'reject', checker, remark ?? null)
          continue
        }
        release = await stepRelease(tx, means, dataset, release, 'check', checker)
        if (state === 'checked') continue
        release = await stepRelease(tx, means, dataset, release, 'approve', walidata)
        // Shown twelve days after its period ended, as an agency in time would; the steps stay those of today.
        const at = new Date(Math.min(now.getTime() - ago * 3_600_000, Date.parse(daysOf(period)!.to) + 12 * 86_400_000))
        await stepRelease(tx, means, dataset, release, 'publish', walidata)
        await updateRelease(tx, release.id, { published_at: at, quality: await judged(tx, means, dataset, { ...release, publishedAt: at }, (await resourcesOf(tx, [release.id])).get(release.id)!) })
        await updateDataset(tx, dataset.id, { updated_at: at })
        dataset = (await datasetById(tx, dataset.id))!
      }
      await settle(tx, means, dataset.id)
      priorities.push({ datasetId: dataset.id, priority: spec.priority === true, dueOn: `${today.slice(0, 4)}-${spec.every === 'year' ? '09-30' : '12-15'}` })
    })
  }
  await services.database.transaction(place.governmentId, tx => agreePlan(tx, Number(today.slice(0, 4)), priorities, walidata!))
  await feedAll(services, place.governmentId, now)
}
