import { todayOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import type { Dataset, EntryMaking } from './contract.ts'
import { descriptionOf, filled, form, type Content } from './describe/content.ts'
import { checked, choicesOf } from './describe/write.page.tsx'
import { newSlug } from './feed.ts'
import { beginRelease, settle, stepEntry, stepRelease } from './lifecycle.ts'
import { meansOf, takeDataset, takeRelease } from './parts/here.ts'
import { periodOf } from '#platform/time/period.ts'
import { mayRead } from './policy.ts'
import { datasetById, datasetBySlug, describeDataset, insertDataset, insertStep, releaseById, releasesOf, renameResource, resourceById, resourcesOf } from './store.ts'

/** What a program sent, by the rules of the page's form. @throws Problem with everything that is wrong */
async function contentOf(context: Context, fields: Readonly<Record<string, unknown>>): Promise<Content> {
  const parsed = form.safeParse(fields, { error: () => 'Periksa isian ini' })
  if (!parsed.success) throw Problem.all(parsed.error.issues.map(issue => ({ name: String(issue.path[0] ?? ''), message: { text: issue.message, values: 'maximum' in issue ? { max: Number(issue.maximum) } : undefined } })))
  checked(parsed.data, await choicesOf(context))
  return parsed.data
}

/** Stored values as a form would send them. */
const asTyped = (values: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']))

async function seen({ db, who }: Pick<Context, 'db' | 'who'>, idOrSlug: string): Promise<Dataset | null> {
  const dataset = (await datasetById(db, idOrSlug)) ?? (await datasetBySlug(db, idOrSlug))
  return dataset && mayRead(who, dataset) ? dataset : null
}

/** Entries and releases made by programs; nothing here reaches the public without those who check and approve. */
export const entryMakingOffer: EntryMaking = {
  seen,
  async releases({ db, who }, dataset) {
    if (!mayRead(who, dataset)) throw new NotFound()
    const releases = await releasesOf(db, dataset.id)
    const parts = await resourcesOf(db, releases.map(({ id }) => id))
    return releases.map(release => ({ release, resources: parts.get(release.id) ?? [] }))
  },
  async part({ db, who }, resourceId) {
    const resource = await resourceById(db, resourceId)
    const release = resource && (await releaseById(db, resource.releaseId))
    const dataset = release && (await datasetById(db, release.datasetId))
    if (!resource || !dataset || !mayRead(who, dataset)) return null
    return { dataset, release, resource, others: ((await resourcesOf(db, [release.id])).get(release.id) ?? []).filter(one => one.id !== resource.id) }
  },
  async create(tx, context, fields, slug) {
    const by = context.who.account!.id
    const content = await contentOf(context, fields)
    const free = await newSlug(tx, slug ?? content.title)
    if (slug !== null && free !== slug) throw new Problem('name', 'Nama ini sudah dipakai. Pilih nama lain.')
    const dataset = await insertDataset(tx, { ...descriptionOf(content), slug: free, state: 'draft', origin: 'office', originCode: null, originUrl: null, variables: [] }, by)
    await insertStep(tx, { datasetId: dataset.id, event: 'save' }, by)
    return dataset
  },
  async describe(tx, context, id, fields) {
    const dataset = await takeDataset(tx, context, id, 'save')
    await describeDataset(tx, dataset.id, descriptionOf(await contentOf(context, { ...asTyped(filled(dataset)), ...fields })))
    await insertStep(tx, { datasetId: dataset.id, event: 'save' }, context.who.account!.id)
    return settle(tx, meansOf(context), dataset.id)
  },
  async step(tx, context, id, event) {
    const dataset = await takeDataset(tx, context, id, event)
    return stepEntry(tx, meansOf(context), dataset, event, context.who.account!.id)
  },
  async opened(tx, context, id, period) {
    const dataset = await takeDataset(tx, context, id, 'save')
    if (dataset.origin !== 'office' || dataset.state === 'retired') throw new Refused('Rilis data ini tidak disiapkan di sini.')
    const wanted = period ?? periodOf(dataset.every, todayOf(context))
    const open = (await releasesOf(tx, dataset.id, ['draft', 'rejected'])).find(one => one.period === wanted)
    return open ?? beginRelease(tx, dataset, { period: wanted, note: null }, context.who.account!.id)
  },
  async rename(tx, context, resourceId, words) {
    const resource = await resourceById(tx, resourceId)
    if (!resource) throw new NotFound()
    await takeRelease(tx, context, resource.releaseId, 'fill')
    await renameResource(tx, resource.id, { name: words.name ?? resource.name, description: words.description === undefined ? resource.description : words.description })
  },
  async submit(tx, context, releaseId) {
    const { dataset, release } = await takeRelease(tx, context, releaseId, 'submit')
    return stepRelease(tx, meansOf(context), dataset, release, 'submit', context.who.account!.id, null)
  },
}
