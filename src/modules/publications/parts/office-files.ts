import { officeFileOf, widthOf } from '#platform/files/serving.ts'
import { resource } from '#platform/web/page.ts'

/** Pictures and files of texts the public does not see yet. */
export const officePicture = resource({ path: '/kerja/publikasi/gambar/:id/:size', may: 'publications.read', load: context => officeFileOf(context, 'publications.read', widthOf(context.params.size!)) })

export const officeFile = resource({ path: '/kerja/publikasi/berkas/:id/:name', may: 'publications.read', load: context => officeFileOf(context, 'publications.read') })
