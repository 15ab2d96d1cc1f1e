import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import type { Message } from '#platform/forms/fields.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { bringIn, preview } from '../bring/bring.ts'
import { fetchFeed } from '../feed/fetching.ts'
import { noChoices } from '../import-run.ts'
import { SourceRefused } from '#platform/text/refused.ts'
import { readFeedSource, readingOf } from '../source.ts'
import { insertRun, lastMapping, updateRun } from '../store.ts'
import { dueSources, seen, sourceById, type FeedSource } from './store.ts'

/** Failures in a row after which a feed is no longer asked, and its owner told. */
const patience = 12

/** Looks at one feed and brings in what is new or changed; asks only for what changed since the last time. */
export async function look(services: Services, governmentId: string, sourceId: string): Promise<void> {
  const db = services.database.of(governmentId)
  const source = await sourceById(db, sourceId)
  if (source?.state !== 'active') return
  try {
    const answer = await fetchFeed(services.config, source.url, source)
    const result: Message = answer.status === 304 ? { text: 'Tidak ada yang baru.' } : await bringFrom(services, governmentId, source, answer.body)
    const { etag, 'last-modified': lastModified } = answer.headers
    await seen(db, source.id, { result, failures: 0, minutes: source.everyMinutes - slack, ...(answer.status === 200 && { etag: etag ?? null, lastModified: lastModified ?? null }) })
  } catch (error) {
    const refused = error instanceof SourceRefused
    if (!refused) services.log.error({ err: error, source: source.id }, 'looking at a feed failed')
    await failed(services, governmentId, source, refused ? { text: error.text, values: error.values } : { text: 'Ada gangguan. Tidak ada yang masuk; coba lagi.' })
  }
}

/** The hourly round may come a little early. */
const slack = 5

async function bringFrom(services: Services, governmentId: string, source: FeedSource, body: Buffer): Promise<Message> {
  const db = services.database.of(governmentId)
  const found = readFeedSource(body)
  const government = await services.ask(governmentDirectory).byId(governmentId)
  const choices = { ...noChoices, mapping: await lastMapping(db, source.unitId, 'feed'), publish: source.publish, fetchMedia: true }
  const importing = { governmentId, unitId: source.unitId, zone: government?.zone ?? 'Asia/Jakarta', source: found, choices, by: source.createdBy, origin: { fetch: true } }
  const news = (await preview(services, importing)).some(item => item.action === 'create' || item.action === 'update')
  if (!source.title) await seen(db, source.id, { result: { text: 'Sedang dibaca.' }, failures: 0, minutes: source.everyMinutes, title: found.feed.title.slice(0, 200) || source.url })
  if (!news) return { text: 'Tidak ada yang baru.' }
  const runId = await insertRun(db, { unitId: source.unitId, name: source.url, state: 'bringing', kind: 'feed', sourceId: source.id, choices, by: source.createdBy })
  await updateRun(db, runId, { reading: readingOf(found), startedAt: new Date() })
  try {
    const { counts } = await bringIn(services, runId, importing)
    return { text: '{n} baru, {changed} diperbarui.', values: { n: counts.create ?? 0, changed: counts.update ?? 0 } }
  } catch (error) {
    await updateRun(db, runId, { state: 'failed', progress: null, finishedAt: new Date(), failure: { text: 'Ada gangguan. Tidak ada yang masuk; coba lagi.' } })
    throw error
  }
}

/** Waits longer after each failure, a day at most, and gives up after many. */
async function failed(services: Services, governmentId: string, source: FeedSource, result: Message): Promise<void> {
  const failures = source.failures + 1
  const pause = failures >= patience
  await services.database.transaction(governmentId, async tx => {
    await seen(tx, source.id, { result, failures, minutes: Math.min(24 * 60, source.everyMinutes * 2 ** Math.min(failures - 1, 10)) - slack, pause })
    if (pause && source.createdBy) await notify(tx, [source.createdBy], { text: 'Umpan {name} tidak terbaca {n} kali berturut-turut dan dijeda.', values: { name: source.title || source.url, n: failures }, href: '/kerja/impor/umpan' })
  })
}

/** One feed, on its own, so that a slow one holds up no other. */
export const lookJob: Job = {
  name: 'imports.look',
  expires: 3600,
  async run({ services, governmentId }, data) {
    if (governmentId) await look(services, governmentId, String(data.source))
  },
}

/** Every hour: the feeds whose time has come. */
export const watchJob: Job = {
  name: 'imports.watch',
  every: '23 * * * *',
  run: ({ services }) =>
    everyGovernment(services, async governmentId => {
      for (const { id } of await dueSources(services.database.of(governmentId), 500))
        await services.database.transaction(governmentId, tx => services.jobs.enqueue(tx, lookJob.name, governmentId, { source: id }, { key: id }))
    }),
}
