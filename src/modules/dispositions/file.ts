import { findFile, filePayload } from '#platform/files/serving.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { here } from './here.ts'
import { reportsOf } from './store.ts'

/** A file of a report, for whoever may see the disposition it was about. */
export const reportFile = resource({
  path: '/kerja/surat/:id/disposisi/berkas/:file',
  may: 'signed-in',
  async load(context) {
    const { db, params, hands } = context
    const { letter, seen } = await here(context)
    const known = (await reportsOf(db, letter.id)).some(one => seen.recipients.some(({ id }) => id === one.recipientId) && one.files.some(({ fileId }) => fileId === params.file))
    const stored = known ? await findFile(db, params.file!) : null
    if (!stored) throw new NotFound()
    return filePayload(hands, stored)
  },
})
