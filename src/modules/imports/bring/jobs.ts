import type { Job, JobContext } from '#platform/jobs/jobs.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { fetchFeed } from '../feed/fetching.ts'
import { countsOf, remembered, type Run } from '../import-run.ts'
import { SourceRefused } from '#platform/text/refused.ts'
import { readFeedSource, readingOf, readSource, type Source } from '../source.ts'
import { lastMapping, runById, updateRun, writeItems } from '../store.ts'
import { bringIn, preview, type Importing } from './bring.ts'
import { wantsSite } from './site.ts'

type Working = Pick<JobContext, 'services' | 'db'> & { governmentId: string }

/** Reads what was given and says what would become of each item. */
export const readJob: Job = {
  name: 'imports.read',
  expires: 1800,
  run: (context, data) =>
    working(context, data, 'reading', async ({ services, governmentId, db }, run) => {
      const source = await sourceOf({ services, governmentId, db }, run)
      // What a person chose stays; before that, a site is proposed where pages would have none.
      const choices = run.kind ? run.choices : { ...run.choices, mapping: await lastMapping(db, run.unitId, source.kind), site: run.choices.site && (await wantsSite(services, governmentId, run.unitId, source)) }
      const items = await preview(services, await importing({ services, governmentId, db }, { ...run, choices }, source))
      await services.database.transaction(governmentId, async tx => {
        await writeItems(tx, run.id, items.map((item, position) => remembered(item, position, null)))
        await updateRun(tx, run.id, { state: 'ready', kind: source.kind, reading: readingOf(source), choices, counts: countsOf(items), progress: null, failure: null })
      })
    }),
}

/** Brings in what was read, as it was decided. */
export const bringJob: Job = {
  name: 'imports.bring',
  expires: 3600,
  run: (context, data) =>
    working(context, data, 'bringing', async (at, run) => {
      await updateRun(at.db, run.id, { startedAt: new Date(), progress: { phase: 'reading', done: 0, of: 1 } })
      await bringIn(at.services, run.id, await importing(at, run, await sourceOf(at, run)))
    }),
}

/** Runs one step of a run that waits for it; a failure is told to people and not tried again by itself. */
async function working({ services, db, governmentId }: JobContext, data: Record<string, unknown>, state: Run['state'], act: (at: Working, run: Run) => Promise<void>): Promise<void> {
  const run = await runById(db, String(data.run))
  if (!governmentId || run?.state !== state) return
  try {
    await act({ services, governmentId, db }, run)
  } catch (error) {
    const refused = error instanceof SourceRefused
    if (!refused) services.log.error({ err: error, run: run.id }, 'import failed')
    const failure = refused ? { text: error.text, values: error.values } : { text: 'Ada gangguan. Tidak ada yang masuk; coba lagi.' }
    await updateRun(db, run.id, { state: 'failed', failure, progress: null, finishedAt: new Date() })
  }
}

async function sourceOf({ services, governmentId }: Working, run: Run): Promise<Source> {
  if (run.fileId === null) return readFeedSource((await fetchFeed(services.config, run.name)).body)
  const bytes = await services.files.read(governmentId, run.fileId).catch(() => {
    throw new SourceRefused('Berkas ini sudah dihapus, seperti setiap unggahan setelah sehari. Unggah lagi.')
  })
  return readSource(bytes)
}

async function importing({ services, governmentId }: Working, run: Run, source: Source): Promise<Importing> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  return { governmentId, unitId: run.unitId, zone: government?.zone ?? 'Asia/Jakarta', source, choices: run.choices, by: run.createdBy, origin: { fetch: run.choices.fetchMedia } }
}
