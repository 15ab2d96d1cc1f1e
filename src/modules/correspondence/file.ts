import { findFile, filePayload } from '#platform/files/serving.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { readable } from './letters.ts'

/** The finished letter or a file beside it, for whoever may read the letter. */
export const letterFile = resource({
  path: '/kerja/surat/:id/berkas/:file',
  may: 'signed-in',
  async load(context) {
    const { db, params, hands } = context
    const letter = await readable(context, params.id!)
    const known = letter.fileId === params.file || letter.attachments.some(({ fileId }) => fileId === params.file)
    const stored = known ? await findFile(db, params.file!) : null
    if (!stored) throw new NotFound()
    return filePayload(hands, stored)
  },
})
