import { findFile, filePayload, widthOf } from '#platform/files/serving.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'

/** A file everyone may have, because a published record shows it. */
async function load({ db, params, hands }: Context, width?: number) {
  const file = await findFile(db, params.id!)
  if (!file?.public) throw new NotFound()
  return filePayload(hands, file, width)
}

/** Pictures in one of their widths. */
export const picture = resource({ path: '/gambar/:id/:size', may: 'public', load: context => load(context, widthOf(context.params.size!)) })

/** Files for download; the name at the end is for the reader only. */
export const download = resource({ path: '/berkas/:id/:name', may: 'public', load: context => load(context) })

/** The same without a name, for crests. */
export const plainFile = resource({ path: '/berkas/:id', may: 'public', load: context => load(context) })
