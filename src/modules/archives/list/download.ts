import { withLocale } from '#platform/i18n/locale.ts'
import { asCsv, asSheet } from '#platform/sheets/downloads.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { listQuery, type ListQuery } from './filters.ts'
import { linesOf, listedOf, listHead } from './rows.ts'

/** Lines a spreadsheet holds at most: it is made in memory at once. */
const mostInSheet = 20_000
/** Lines a CSV file holds at most. */
const mostInText = 100_000

async function rowsOf(context: Context<ListQuery>, most: number): Promise<string[][]> {
  const found = await listedOf(context, most)
  return withLocale(localeOf(context, context.now), () => [listHead(), ...found.flatMap(linesOf)])
}

/** The list of dossiers with what is in them, as text. */
export const csvDownload = resource({
  path: '/kerja/arsip/unduh.csv',
  may: 'signed-in',
  query: listQuery,
  load: async context => asCsv('daftar-berkas', await rowsOf(context, mostInText)),
})

/** The same as a spreadsheet. */
export const xlsxDownload = resource({
  path: '/kerja/arsip/unduh.xlsx',
  may: 'signed-in',
  query: listQuery,
  load: async context => asSheet('daftar-berkas', await rowsOf(context, mostInSheet), [14, 16, 44, 12, 9, 11, 60, 12, 20, 40]),
})
