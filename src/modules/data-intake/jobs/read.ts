import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Taken } from '#platform/columnar/taken.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { codeLists } from '#modules/code-lists/contract.ts'
import { standards } from '#modules/standards/contract.ts'
import { propose } from '../declare/propose.ts'
import { after, type Upload } from '../intake.ts'
import { clear, jobNames } from '../lifecycle.ts'
import { earlierUploads, updateUpload, uploadById } from '../store.ts'
import { actingFor } from './actor.ts'
import { tellPerson, working, type At } from './working.ts'

/** Standards that are looked through for a proposal. */
const most = 1000

/** Reads a file once, and proposes what its columns are. */
export const readJob: Job = {
  name: jobNames.read,
  expires: 3600,
  run: (context, data) =>
    working(context, data, 'reading', async (at, upload, tell) => {
      const { services, governmentId, db } = at
      const { dataset } = await actingFor(at, upload)
      const taken = await readFile(at, upload, tell)
      const [earlier, concepts, lists] = await Promise.all([earlierUploads(db, upload.datasetId), services.ask(standards).search(db, '', most), services.ask(codeLists).codeLists(db)])
      const declared = propose(taken, { variables: dataset.variables, earlier: earlier.map(one => one.declared), concepts, lists })
      await services.database.transaction(governmentId, async tx => {
        const now = await uploadById(tx, upload.id, true)
        if (now?.state !== 'reading') return clear(tx, { governmentId, files: services.files, jobs: services.jobs }, { fileId: null, taken })
        if (now.taken) await clear(tx, { governmentId, files: services.files, jobs: services.jobs }, { fileId: null, taken: now.taken })
        await updateUpload(tx, upload.id, { state: after('reading', 'read')!, taken, declared, checked: null, answers: {}, progress: null, failure: null })
      })
      await tellPerson(at, upload, 'Berkas “{name}” sudah dibaca. Tetapkan arti kolomnya.')
    }),
}

/** Brings the file to this machine and has it read in a process of its own. */
async function readFile({ services, governmentId }: At, { fileId, name, sheet, heading }: Upload, tell: (progress: number) => void): Promise<Taken> {
  const folder = join(services.config.data, 'tmp')
  const path = join(folder, randomUUID())
  await mkdir(folder, { recursive: true })
  try {
    await services.files.copy(governmentId, fileId!, path)
    return await services.tables.take(governmentId, { path, name, sheet: sheet ?? undefined, heading: heading ?? undefined }, { tellProgress: tell })
  } finally {
    await rm(path, { force: true })
  }
}
