import { changed } from '#platform/db/changes.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { reference } from '#platform/reference/reference.ts'
import { index, unindex } from '#platform/search/search.ts'
import { addDays } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { releasePublished, releaseWithdrawn, type Dataset, type Quality, type Release, type Resource } from './contract.ts'
import { entryAfter, releaseAfter, type EntryEvent, type ReleaseEvent } from './entry.ts'
import { daysOf, dueAfter, isOf, periodOf } from '#platform/time/period.ts'
import { judge, type Weights } from './quality.ts'
import { datasetById, insertRelease, insertStep, releaseById, releasesOf, resourcesOf, updateDataset, updateRelease } from './store.ts'

/** What a step needs around it, in a request as in a job. */
export interface Means {
  governmentId: string
  /** Today where the government is. */
  today: string
  ask: Context['ask']
}

/** Everything of the catalogue that the public sees hangs on this. */
export const catalogueTopic = (governmentId: string) => `datasets:${governmentId}`
export const datasetTopic = (id: string) => `dataset:${id}`

const announce = (tx: Tx, { governmentId }: Means, dataset: Dataset) => changed(tx, catalogueTopic(governmentId), datasetTopic(dataset.id))

/** Days a release may come after the end of its period, by rhythm; reference list `data-grace`. */
async function graceOf(db: Db | Tx, every: Dataset['every'], today: string): Promise<number> {
  const days = await reference<Partial<Record<Dataset['every'], number>>>(db as Db, 'data-grace', 'days', today, {})
  return days[every] ?? 30
}

/** Day by which something is due next: after the newest published period, or after today when nothing is. */
async function nextDue(tx: Tx, dataset: Dataset, today: string): Promise<string | null> {
  if (dataset.state !== 'listed' || dataset.every === 'once') return null
  const grace = await graceOf(tx, dataset.every, today)
  const newest = (await releasesOf(tx, dataset.id, ['published'])).find(({ period }) => isOf(dataset.every, period))
  if (newest) return dueAfter(dataset.every, newest.period, grace)
  // The first is that of the period that runs when the entry is taken in.
  const days = daysOf(periodOf(dataset.every, today))!
  return dueAfter(dataset.every, periodOf(dataset.every, addDays(days.from, -1)), grace)
}

/** What readers find an entry by. */
async function findable(tx: Tx, dataset: Dataset): Promise<void> {
  if (dataset.state !== 'listed') return unindex(tx, 'dataset', dataset.id)
  await index(tx, {
    kind: 'dataset', id: dataset.id, sort: dataset.theme, title: dataset.title, summary: dataset.summary.slice(0, 300),
    body: [dataset.tags.join(' '), ...dataset.variables.map(one => `${one.title} ${one.description ?? ''}`)].join('\n'),
    href: `/data/${dataset.slug}`, unitId: dataset.unitId, districtCode: null, at: dataset.updatedAt ?? dataset.changedAt, permission: null,
  })
}

/** Renews what the entry's words and numbers follow from, after anything about it changed. */
export async function settle(tx: Tx, means: Means, id: string): Promise<Dataset> {
  const dataset = (await datasetById(tx, id))!
  const dueOn = await nextDue(tx, dataset, means.today)
  if (dueOn !== dataset.dueOn) await updateDataset(tx, id, { due_on: dueOn })
  const settled = { ...dataset, dueOn }
  await findable(tx, settled)
  await announce(tx, means, settled)
  return settled
}

/** Those who may take an entry further are told, except whoever did it. */
async function tellHolders(tx: Tx, { ask }: Means, permission: 'datasets.check' | 'datasets.approve', unitId: string, by: string | null, note: Parameters<typeof notify>[2]): Promise<void> {
  const holders = await ask(people).holding(tx, permission, unitId)
  await notify(tx, holders.map(({ id }) => id).filter(id => id !== by), note)
}

/** Moves an entry on. @throws Conflict when somebody was quicker; Problem when a remark is missing */
export async function stepEntry(tx: Tx, means: Means, dataset: Dataset, event: EntryEvent, by: string | null, remark: string | null = null): Promise<Dataset> {
  const state = entryAfter(dataset.state, event)
  if (state === null) throw new Conflict('Keadaan data ini sudah berubah. Muat ulang halaman, lalu lihat langkah yang masih dapat dilakukan.')
  if (event === 'return' && !remark) throw new Problem('remark', 'Tulis apa yang perlu diperbaiki')
  if (state !== dataset.state) await updateDataset(tx, dataset.id, { state })
  await insertStep(tx, { datasetId: dataset.id, event, remark }, by)
  const href = `/kerja/data/${dataset.id}`
  if (event === 'propose') await tellHolders(tx, means, 'datasets.approve', dataset.unitId, by, { text: '“{title}” diusulkan masuk daftar data.', values: { title: dataset.title }, href })
  if (event === 'return' && dataset.createdBy && dataset.createdBy !== by) await notify(tx, [dataset.createdBy], { text: '“{title}” dikembalikan: {remark}', values: { title: dataset.title, remark: remark! }, href })
  if (event === 'list' && dataset.createdBy && dataset.createdBy !== by) await notify(tx, [dataset.createdBy], { text: '“{title}” masuk daftar data.', values: { title: dataset.title }, href })
  return settle(tx, means, dataset.id)
}

/** Begins the release of a period: the first one, or a correction of what is shown. @throws Problem on `period` */
export async function beginRelease(tx: Tx, dataset: Dataset, content: { period: string; note: string | null }, by: string | null): Promise<Release> {
  if (!isOf(dataset.every, content.period)) throw new Problem('period', 'Pilih periode menurut jadwal data ini')
  const all = (await releasesOf(tx, dataset.id)).filter(({ period }) => period === content.period)
  const open = all.find(({ state }) => !['published', 'replaced', 'withdrawn', 'cancelled'].includes(state))
  if (open) throw new Problem('period', 'Rilis untuk periode ini sedang disiapkan. Lanjutkan yang ada, atau batalkan dahulu.')
  const release = await insertRelease(tx, { datasetId: dataset.id, period: content.period, version: Math.max(0, ...all.map(({ version }) => version)) + 1, note: content.note }, by)
  await insertStep(tx, { datasetId: dataset.id, releaseId: release.id, event: 'begin' }, by)
  return release
}

/** Judges a release by what is known of it now. */
export async function judged(tx: Tx, means: Means, dataset: Dataset, release: Release, resources: readonly Resource[], found?: { violations: number; filled: number | null }): Promise<Quality> {
  const weights = await reference<Weights>(tx as unknown as Db, 'data-quality', 'weights', means.today, { completeness: 1, timeliness: 1, validity: 1, conformity: 1, metadata: 1 })
  const tables = resources.flatMap(one => (one.kind === 'table' ? [one.table] : []))
  const cells = tables.reduce((sum, table) => sum + table.rows * table.columns.length, 0)
  const days = daysOf(release.period)
  const due = days && dataset.every !== 'once' ? Date.parse(days.to) + (await graceOf(tx, dataset.every, means.today)) * 86_400_000 : null
  const shown = release.publishedAt ?? new Date(`${means.today}T12:00:00Z`)
  return judge(dataset, {
    filled: found ? found.filled : (release.quality?.filled ?? null),
    violations: found ? found.violations : (release.quality?.violations ?? 0),
    cells,
    daysLate: due === null || release.version > 1 ? null : Math.max(0, Math.floor((shown.getTime() - due) / 86_400_000)),
  }, weights)
}

/** What was checked for a few may hold what everybody must not see. */
const fitFor = (dataset: Dataset, release: Release): boolean => dataset.access !== 'open' || release.checkedFor === 'open'

/** Takes from view what was not checked for everybody, when data are opened; answers how many releases. */
export async function closeUnchecked(tx: Tx, means: Means, dataset: Dataset, by: string | null): Promise<number> {
  const shown = (await releasesOf(tx, dataset.id, ['published', 'replaced'])).filter(release => !fitFor(dataset, release))
  for (const release of shown) await stepRelease(tx, means, dataset, release, 'withdraw', by, 'Data dibuka untuk umum; rilis ini belum diperiksa untuk itu.')
  return shown.length
}

const outcome: Partial<Record<ReleaseEvent, string>> = {
  reject: 'Rilis {period} dari “{title}” ditolak: {remark}',
  check: 'Rilis {period} dari “{title}” lolos pemeriksaan perangkat daerah.',
  approve: 'Rilis {period} dari “{title}” disetujui.',
  publish: 'Rilis {period} dari “{title}” ditayangkan.',
  withdraw: 'Rilis {period} dari “{title}” tidak lagi ditayangkan: {remark}',
}

/**
 * Moves a release on, with everything that follows from it.
 * @throws Conflict when somebody was quicker; Problem when a remark or a resource is missing
 */
export async function stepRelease(tx: Tx, means: Means, dataset: Dataset, release: Release, event: ReleaseEvent, by: string | null, remark: string | null = null): Promise<Release> {
  const state = releaseAfter(release.state, event)
  if (state === null) throw new Conflict('Keadaan rilis ini sudah berubah. Muat ulang halaman, lalu lihat langkah yang masih dapat dilakukan.')
  if ((event === 'reject' || event === 'withdraw') && !remark) throw new Problem('remark', event === 'reject' ? 'Tulis apa yang perlu diperbaiki' : 'Tulis mengapa tidak ditayangkan lagi')
  if (state === 'published' && !fitFor(dataset, release)) throw new Problem('', 'Rilis ini diperiksa saat datanya belum terbuka. Siapkan rilis baru, agar diperiksa lagi sebagai data terbuka.')
  const resources = (await resourcesOf(tx, [release.id])).get(release.id) ?? []
  if (event === 'submit' && resources.length === 0) throw new Problem('', 'Unggah datanya dahulu: rilis ini belum berisi apa pun.')
  const now = new Date()
  const quality = event === 'submit' || event === 'publish' ? await judged(tx, means, dataset, release, resources) : release.quality
  // A period has one version that readers see; the earlier one stays for those who compare.
  if (state === 'published') for (const earlier of await releasesOf(tx, dataset.id, ['published'])) if (earlier.period === release.period) await updateRelease(tx, earlier.id, { state: 'replaced' })
  await updateRelease(tx, release.id, {
    state,
    quality,
    ...(event === 'submit' && { submitted_by: by, submitted_at: now, checked_by: null, checked_for: dataset.access, rows: resources.reduce((sum, one) => sum + (one.kind === 'table' ? one.table.rows : 0), 0) }),
    ...(event === 'check' && { checked_by: by }),
    ...(event === 'publish' && { published_at: now }),
  })
  await insertStep(tx, { datasetId: dataset.id, releaseId: release.id, event, remark }, by)
  if (event === 'publish' || event === 'show-again') await show(tx, means, dataset, (await releaseById(tx, release.id))!)
  if (event === 'withdraw') await hide(tx, means, dataset, release)
  await tellOfRelease(tx, means, dataset, release, event, by, remark)
  return (await releaseById(tx, release.id))!
}

async function tellOfRelease(tx: Tx, means: Means, dataset: Dataset, release: Release, event: ReleaseEvent, by: string | null, remark: string | null): Promise<void> {
  const values = { title: dataset.title, period: release.period }
  const href = `/kerja/data/rilis/${release.id}`
  if (event === 'submit') await tellHolders(tx, means, 'datasets.check', dataset.unitId, by, { text: 'Rilis {period} dari “{title}” menunggu pemeriksaan.', values, href })
  if (event === 'check') await tellHolders(tx, means, 'datasets.approve', dataset.unitId, by, { text: 'Rilis {period} dari “{title}” menunggu persetujuan walidata.', values, href })
  const text = outcome[event]
  if (text) await notify(tx, [release.submittedBy, release.createdBy].filter(id => id !== null && id !== by) as string[], { text, values: { ...values, remark: remark ?? '' }, href })
}

/** What readers are shown first is the newest period, in its newest version. */
async function showNewest(tx: Tx, dataset: Dataset): Promise<Release | null> {
  const [newest] = (await releasesOf(tx, dataset.id, ['published'])).toSorted((a, b) => ((daysOf(a.period)?.to ?? '') < (daysOf(b.period)?.to ?? '') ? 1 : -1))
  await updateDataset(tx, dataset.id, { release_id: newest?.id ?? null, quality: newest?.quality?.score ?? null })
  return newest ?? null
}

async function show(tx: Tx, means: Means, dataset: Dataset, release: Release): Promise<void> {
  await showNewest(tx, dataset)
  const now = new Date()
  await updateDataset(tx, dataset.id, { updated_at: now, ...(dataset.publishedAt ? {} : { published_at: now }) })
  await settle(tx, means, dataset.id)
  await tell(tx, releasePublished, { datasetId: dataset.id, releaseId: release.id, slug: dataset.slug, title: dataset.title, period: release.period })
}

async function hide(tx: Tx, means: Means, dataset: Dataset, release: Release): Promise<void> {
  await showNewest(tx, dataset)
  await settle(tx, means, dataset.id)
  await tell(tx, releaseWithdrawn, { datasetId: dataset.id, releaseId: release.id, slug: dataset.slug, title: dataset.title, period: release.period })
}
