import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { harvesting, type HarvestedEntry } from '#modules/datasets/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { readCkan } from '../reading/ckan.ts'
import { readDataJson } from '../reading/data-json.ts'
import { readDcat } from '../reading/dcat.ts'
import { entryFrom } from '../reading/entry.ts'
import { makeReader, manners, SourceFailure, type Manners } from '../reading/outside.ts'
import { looksBroken, nextVisit, type Source } from '../source.ts'
import { beginRun, dueSources, endRun, insertRun, missingEntries, seeEntries, setSource, sourceById, tellRun } from '../store.ts'

/** Titles a preview shows. */
const previewed = 10
const mostNotes = 50
/** Entries taken in one transaction: locks are short, and progress is seen. */
const batch = 25
/** After so many failures in a row the person who registered the source hears of it. */
const worrying = 3

const readers = { ckan: readCkan, dcat: readDcat, 'data-json': readDataJson } as const

const runTopic = (sourceId: string): string => `harvest:${sourceId}`

/** Writes down that a source shall be visited, and by which job; false when one is under way. */
export async function planVisit(tx: Tx, services: Pick<Services, 'jobs'>, governmentId: string, sourceId: string, kind: 'preview' | 'harvest', by: string | null): Promise<boolean> {
  const runId = await insertRun(tx, sourceId, kind, by)
  if (runId) await services.jobs.enqueue(tx, visitJob.name, governmentId, { sourceId, runId }, { key: runId })
  return runId !== null
}

/** Makes a visit: reads the catalogue of the source, and takes what it shows unless it only looks. */
export async function visit(services: Services, governmentId: string, runId: string, how: Partial<Manners> = {}): Promise<void> {
  const { database, config } = services
  const db = database.of(governmentId)
  const run = await beginRun(db, runId)
  const source = run && (await sourceById(db, run.sourceId))
  if (!run || !source) return
  const government = (await services.ask(governmentDirectory).byId(governmentId))!
  const today = dayIn(new Date(), government.zone)
  const userAgent = `Pendopo/1.0 (data harvest; ${[government.name, government.email ?? config.MAIL_FROM].join('; ').replace(/[^\x20-\x7e]/g, '')})`
  const reader = makeReader(source.url, { ...manners, userAgent, allowPrivate: config.PENDOPO_FETCH_LOCAL, ...how })
  const told = { ...run, seen: 0, added: 0, changed: 0, refused: 0 }
  const notes: string[] = []
  try {
    for await (const page of readers[source.kind](source.url, reader)) {
      told.total = page.total
      const entries: HarvestedEntry[] = []
      for (const one of page.told) {
        const entry = entryFrom(one, source, today)
        if (typeof entry === 'string') page.refused.push(entry)
        else entries.push(entry)
      }
      told.refused += page.refused.length
      notes.push(...page.refused.slice(0, mostNotes - notes.length))
      if (run.kind === 'preview') {
        told.seen += entries.length
        await tellRun(db, told)
        await end(services, governmentId, source, runId, 'preview', entries.slice(0, previewed).map(({ title }) => title))
        return
      }
      for (let i = 0; i < entries.length; i += batch) await takeBatch(services, governmentId, source, runId, entries.slice(i, i + batch), told)
      await tellRun(db, told)
    }
    await end(services, governmentId, source, runId, 'harvest', notes)
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error
    await fail(services, governmentId, source, runId, error.message, run.kind)
  }
}

async function takeBatch(services: Services, governmentId: string, source: Source, runId: string, entries: readonly HarvestedEntry[], told: { id: string; total: number | null; seen: number; added: number; changed: number; refused: number }): Promise<void> {
  await services.database.transaction(governmentId, async tx => {
    const { take } = services.ask(harvesting)
    for (const entry of entries) {
      const became = await take(tx, entry)
      told.seen++
      if (became === 'new') told.added++
      if (became === 'changed') told.changed++
    }
    await seeEntries(tx, source.id, runId, entries.map(({ code }) => code))
    await tellRun(tx, told)
    await changed(tx, runTopic(source.id))
  })
}

/** A visit that saw the whole catalogue knows what is gone. */
async function end(services: Services, governmentId: string, source: Source, runId: string, kind: 'preview' | 'harvest', notes: readonly string[]): Promise<void> {
  await services.database.transaction(governmentId, async tx => {
    const { known, missing } = kind === 'harvest' ? await missingEntries(tx, source.id, runId) : { known: 0, missing: [] }
    const broken = looksBroken(known, missing.length)
    const gone = broken ? 0 : await services.ask(harvesting).gone(tx, missing)
    const said = broken ? [`Sumber hanya menampilkan ${known - missing.length} dari ${known} entri; belum ada yang ditandai hilang.`, ...notes] : notes
    await endRun(tx, runId, { state: 'done', gone, failure: null, notes: said })
    if (kind === 'harvest' && source.state === 'active') await setSource(tx, source.id, { state: 'active', failures: 0, nextAt: nextVisit({ ...source, failures: 0 }, new Date()) })
    await changed(tx, runTopic(source.id))
  })
}

async function fail(services: Services, governmentId: string, source: Source, runId: string, failure: string, kind: 'preview' | 'harvest'): Promise<void> {
  await services.database.transaction(governmentId, async tx => {
    await endRun(tx, runId, { state: 'failed', gone: 0, failure, notes: [] })
    if (kind === 'harvest') {
      const failures = source.failures + 1
      await setSource(tx, source.id, { state: source.state, failures, nextAt: source.state === 'active' ? nextVisit({ ...source, failures }, new Date()) : null })
      if (failures === worrying && source.createdBy) await notify(tx, [source.createdBy], { text: 'Panen dari “{name}” sudah {n} kali gagal.', values: { name: source.name, n: failures }, href: `/kerja/data/panen/${source.id}` })
    }
    await changed(tx, runTopic(source.id))
  })
}

export const visitJob: Job = {
  name: 'harvests.visit',
  expires: 3600,
  run: ({ services, governmentId }, data) => visit(services, governmentId!, String(data.runId)),
}

/** Plans visits of sources whose turn it is. */
export const dueJob: Job = {
  name: 'harvests.due',
  every: '11 * * * *',
  run: ({ services }) =>
    everyGovernment(services, governmentId =>
      services.database.transaction(governmentId, async tx => {
        for (const id of await dueSources(tx)) await planVisit(tx, services, governmentId, id, 'harvest', null)
      })),
}
