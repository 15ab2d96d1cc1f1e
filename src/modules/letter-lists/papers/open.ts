import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { discard } from '#platform/files/files.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job, JobContext } from '#platform/jobs/jobs.ts'
import { SourceRefused } from '#platform/text/refused.ts'
import { cleanName } from '#platform/web/body.ts'
import type { FileRule } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { bundleById, changeBundle, emptyBundle, forgetBundles, insertPaper, type Bundle, type Paper } from './store.ts'
import { limits, unpack, type Unpacked } from './unpack.ts'

/** Every file is looked at as if it had been uploaded by itself. */
const rule: FileRule = { max: limits.file, accept: 'any' }

/** Takes the files out of a ZIP; a run that was lost begins anew. */
export const openBundleJob: Job = {
  name: 'letter-lists.open-bundle',
  expires: 3600,
  async run({ services, db, governmentId }, { bundle: id }) {
    const bundle = governmentId ? await bundleById(db, String(id)) : null
    if (!governmentId || bundle?.state !== 'opening') return
    const folder = join(services.config.data, 'tmp')
    await mkdir(folder, { recursive: true })
    const zip = join(folder, randomUUID())
    try {
      await services.files.copy(governmentId, bundle.fileId, zip).catch(() => {
        throw new SourceRefused('Berkas {name} sudah dihapus, seperti setiap unggahan setelah sehari. Unggah lagi.', { name: bundle.name })
      })
      await emptyBundle(db, bundle.id)
      let done = 0
      for await (const one of unpack(zip, bundle.name, folder)) {
        await insertPaper(db, bundle.id, await paperOf({ services, db }, bundle, one))
        if (++done % 20 === 0) await changeBundle(db, bundle.id, { done, total: one.of })
      }
      await changeBundle(db, bundle.id, { state: 'done', done, total: done })
    } catch (error) {
      if (!(error instanceof SourceRefused)) throw error
      await changeBundle(db, bundle.id, { state: 'failed', failure: { text: error.text, values: error.values } })
    } finally {
      await discard(zip)
    }
  },
}

/** A file as it is kept until a list names it, or why it is not. */
async function paperOf({ services, db }: Pick<JobContext, 'services' | 'db'>, { accountId, unitId }: Bundle, one: Unpacked): Promise<Paper> {
  const { path, name } = one
  if ('problem' in one) return { path, name, fileId: null, problem: one.problem }
  try {
    const file = await services.files.take(db, { path: one.at, name: cleanName(name), field: '', unitId, accountId }, rule)
    return { path, name, fileId: file.id, problem: null }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { path, name, fileId: null, problem: error.problems[0]?.message ?? { text: 'Berkas ini rusak di dalam ZIP.' } }
  } finally {
    await discard(one.at)
  }
}

/** Forgets ZIPs as uploads are forgotten. */
export const forgetBundlesJob: Job = {
  name: 'letter-lists.forget-bundles',
  every: '45 3 * * *',
  run: ({ services }) => everyGovernment(services, governmentId => forgetBundles(services.database.of(governmentId))),
}
