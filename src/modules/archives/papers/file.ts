import { findFile, filePayload } from '#platform/files/serving.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { paperHere } from './reading.ts'

/** A file of a paper, for whoever may read it. */
export const paperFile = resource({
  path: '/kerja/arsip/:id/isi/:item/berkas/:file',
  may: 'signed-in',
  async load(context) {
    const { db, params, hands } = context
    const item = await paperHere(context)
    const stored = item.files.some(({ fileId }) => fileId === params.file) ? await findFile(db, params.file!) : null
    if (!stored) throw new NotFound()
    return filePayload(hands, stored)
  },
})
