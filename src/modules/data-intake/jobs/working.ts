import type { JobContext } from '#platform/jobs/jobs.ts'
import type { Db } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { SourceRefused } from '#platform/text/refused.ts'
import type { Services } from '#platform/web/services.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { after, type Upload, type UploadEvent } from '../intake.ts'
import { clear } from '../lifecycle.ts'
import { tellProgress, updateUpload, uploadById } from '../store.ts'

export interface At {
  services: Services
  governmentId: string
  db: Db
}

/** Milliseconds after which somebody has probably left the page and is told. */
const patience = 15_000
/** Milliseconds between two notes of how far it is. */
const pace = 400

/**
 * Does a step of an upload that waits for it, and nothing when it does not wait any more. What comes to nothing is said in
 * a sentence; what goes wrong for no fault of the file may be tried again.
 */
export async function working({ services, db, governmentId }: JobContext, data: Record<string, unknown>, state: Upload['state'], act: (at: At, upload: Upload, tell: (progress: number) => void) => Promise<void>): Promise<void> {
  const upload = await uploadById(db, String(data.upload))
  if (!governmentId || upload?.state !== state) return
  let told = 0
  const tell = (progress: number) => {
    if (Date.now() - told < pace) return
    told = Date.now()
    void tellProgress(db, upload.id, Math.min(1, Math.max(0, progress))).catch(() => {})
  }
  try {
    await act({ services, governmentId, db }, upload, tell)
  } catch (error) {
    const failure = error instanceof SourceRefused ? { text: error.text, values: error.values } : error instanceof Problem ? error.problems[0]!.message : error instanceof Refused ? error.reason : null
    if (!failure) services.log.error({ err: error, upload: upload.id }, 'upload failed')
    const event: UploadEvent = state === 'reading' ? 'refuse' : 'fail'
    await services.database.transaction(governmentId, async tx => {
      const now = await uploadById(tx, upload.id, true)
      if (now?.state !== state) return
      const gone = failure !== null && state === 'reading'
      await updateUpload(tx, upload.id, { state: after(state, event)!, progress: null, failure: failure ?? { text: 'Ada gangguan. Tidak ada yang hilang; coba lagi.' }, ...(gone ? { fileId: null, taken: null } : {}) })
      if (gone) await clear(tx, { governmentId, files: services.files, jobs: services.jobs }, now)
    })
    await tellPerson({ services, governmentId, db }, upload, 'Unggahan “{name}” berhenti: perlu dilihat.')
  }
}

/** Tells who uploaded it that it goes on, when that took long. */
export async function tellPerson({ services, governmentId }: At, upload: Upload, text: string): Promise<void> {
  if (Date.now() - upload.changedAt.getTime() < patience) return
  await services.database.transaction(governmentId, tx => notify(tx, [upload.createdBy], { text, values: { name: upload.name }, href: `/kerja/data/unggahan/${upload.id}` }))
}
