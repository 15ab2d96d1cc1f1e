import { pictureWidths } from '#platform/files/files.ts'
import { findFile, filePayload } from '#platform/files/serving.ts'
import { covers } from '#platform/access/who.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'

/** A file of an unpublished text, for those who may read it and for whoever uploaded it. */
async function load({ db, params, who, hands }: Context, width: number | undefined) {
  const file = await findFile(db, params.id!)
  if (!file || !(file.createdBy === who.account?.id || covers(who.reach('publications.read'), { unitId: file.unitId }))) throw new NotFound()
  return filePayload(hands, file, width)
}

const widthOf = (size: string) => pictureWidths.find(width => `${width}.webp` === size)

export const officePicture = resource({ path: '/kerja/publikasi/gambar/:id/:size', may: 'publications.read', load: context => load(context, widthOf(context.params.size!)) })

export const officeFile = resource({ path: '/kerja/publikasi/berkas/:id/:name', may: 'publications.read', load: context => load(context, undefined) })
