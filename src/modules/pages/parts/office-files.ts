import { officeFileOf, widthOf } from '#platform/files/serving.ts'
import { resource } from '#platform/web/page.ts'

/** Pictures and files of pages the public does not see yet. */
export const officePicture = resource({ path: '/kerja/halaman/gambar/:id/:size', may: 'pages.read', load: context => officeFileOf(context, 'pages.read', widthOf(context.params.size!)) })

export const officeFile = resource({ path: '/kerja/halaman/berkas/:id/:name', may: 'pages.read', load: context => officeFileOf(context, 'pages.read') })

/** Where officers find what readers find at a public address. */
export const officeAddress = (address: string): string => address.replace(/^\/(gambar|berkas)\//, '/kerja/halaman/$1/')
