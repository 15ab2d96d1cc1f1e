import type { Tx } from '#platform/db/database.ts'
import type { Files } from '#platform/files/files.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, Problem } from '#platform/web/problems.ts'
import type { Dataset } from '#modules/datasets/contract.ts'
import { after, limits, type Upload, type UploadEvent } from './intake.ts'
import { bytesUnderWay, insertUpload, updateUpload, uploadById, type NewUpload } from './store.ts'

/** Jobs by what they do to an upload; waiting ones carry these names. */
export const jobNames = { read: 'data-intake.read', check: 'data-intake.check', keep: 'data-intake.keep', letGo: 'data-intake.let-go' } as const

/** What steps need of the process. */
export interface Means {
  governmentId: string
  files: Pick<Files, 'keep' | 'release'>
  jobs: Jobs
}

const mega = (bytes: number) => Math.round(bytes / 1_000_000)

/**
 * Begins an upload into a release the person may fill.
 * @throws Problem on `file` when it, or all that its unit has under way, is too large
 */
export async function begin(tx: Tx, { who }: Pick<Context, 'who'>, dataset: Pick<Dataset, 'id' | 'unitId'>, file: Pick<NewUpload, 'id' | 'releaseId' | 'name' | 'bytes'> & { title: string | null }): Promise<Upload> {
  if (file.bytes > limits.file) throw new Problem('file', 'Berkas {name} lebih dari {max} MB. Bagi menjadi beberapa berkas.', { name: file.name, max: mega(limits.file) })
  if (file.bytes === 0) throw new Problem('file', 'Berkas {name} kosong. Pilih berkas lain.', { name: file.name })
  if ((await bytesUnderWay(tx, dataset.unitId)) + file.bytes > limits.unit)
    throw new Problem('file', 'Unggahan perangkat daerah ini yang belum selesai sudah mendekati {max} MB. Selesaikan atau buang yang lama dahulu.', { max: mega(limits.unit) })
  const account = who.account!
  return insertUpload(tx, { ...file, title: file.title ?? titleOf(file.name), datasetId: dataset.id, unitId: dataset.unitId, createdBy: account.id, strong: account.strong })
}

/** What a table is called when nobody says: the name of its file in words. */
export function titleOf(name: string): string {
  const words = name.replace(/\.[a-z0-9]{2,7}$/i, '').replace(/[_\s-]+/g, ' ').trim().slice(0, 200) || name.slice(0, 200)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Takes an upload for a step: locked, and in a state in which it can happen. @throws Conflict */
export async function take(tx: Tx, id: string, event: UploadEvent): Promise<{ upload: Upload; state: Upload['state'] }> {
  const upload = await uploadById(tx, id, true)
  const state = upload && after(upload.state, event)
  if (!upload || !state) throw new Conflict('Keadaan unggahan ini sudah berubah. Muat ulang halaman, lalu lihat langkah yang masih dapat dilakukan.')
  return { upload, state }
}

/** A file has come whole: it is kept, and read by a job. */
export async function arrive(tx: Tx, { governmentId, files, jobs }: Means, id: string, fileId: string): Promise<void> {
  const { state } = await take(tx, id, 'arrive')
  await files.keep(tx, [fileId])
  await updateUpload(tx, id, { state, fileId, progress: null, failure: null })
  await jobs.enqueue(tx, jobNames.read, governmentId, { upload: id })
}

/** Sends an upload to a job: to be read once more, checked or kept. */
export async function sendTo(tx: Tx, { governmentId, jobs }: Means, id: string, event: 'reread' | 'check' | 'keep', set: Parameters<typeof updateUpload>[2] = {}): Promise<void> {
  const { state } = await take(tx, id, event)
  await updateUpload(tx, id, { ...set, state, progress: null, failure: null })
  await jobs.enqueue(tx, { reread: jobNames.read, check: jobNames.check, keep: jobNames.keep }[event], governmentId, { upload: id })
}

/** Gives an upload up; its file and what was read of it go. */
export async function drop(tx: Tx, means: Means, id: string): Promise<Upload> {
  const { upload, state } = await take(tx, id, 'drop')
  await updateUpload(tx, id, { state, fileId: null, progress: null })
  await clear(tx, means, upload)
  return upload
}

/** Lets go of the file and of what was read of it. */
export async function clear(tx: Tx, { governmentId, files, jobs }: Means, upload: Pick<Upload, 'fileId' | 'taken'>): Promise<void> {
  if (upload.fileId) await files.release(tx, [upload.fileId])
  if (upload.taken) await jobs.enqueue(tx, jobNames.letGo, governmentId, { taken: upload.taken.id })
}
