import type { Job } from '#platform/jobs/jobs.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { uploading } from '../contract.ts'
import { after } from '../intake.ts'
import { clear, jobNames } from '../lifecycle.ts'
import { staleUploads, updateUpload, uploadById } from '../store.ts'

/** Lets go of what was read of an upload that is over. */
export const letGoJob: Job = {
  name: jobNames.letGo,
  async run({ services, governmentId }, data) {
    if (governmentId) await services.tables.letGo(governmentId, { id: String(data.taken) })
  },
}

/** Gives up uploads that did not arrive in time, or that nobody goes on with. */
export const clearJob: Job = {
  name: 'data-intake.clear',
  every: '17 * * * *',
  async run({ services, now }) {
    await services.ask(uploading).clear()
    for (const { id: governmentId } of await services.ask(governmentDirectory).all())
      for (const { id } of await staleUploads(services.database.of(governmentId), now))
        await services.database.transaction(governmentId, async tx => {
          const upload = await uploadById(tx, id, true)
          const state = upload && after(upload.state, 'drop')
          if (!upload || !state) return
          await updateUpload(tx, id, { state, fileId: null, progress: null })
          await clear(tx, { governmentId, files: services.files, jobs: services.jobs }, upload)
        })
  },
}
