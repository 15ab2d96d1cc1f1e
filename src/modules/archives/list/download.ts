import { withLocale } from '#platform/i18n/locale.ts'
import { writeSheet } from '#platform/sheets/writing.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { attached, csvOf } from '../parts/download.ts'
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
  load: async context => csvOf(await rowsOf(context, mostInText), 'daftar-berkas.csv'),
})

/** The same as a spreadsheet. */
export const xlsxDownload = resource({
  path: '/kerja/arsip/unduh.xlsx',
  may: 'signed-in',
  query: listQuery,
  async load(context) {
    const [head = [], ...rows] = await rowsOf(context, mostInSheet)
    const body = await writeSheet('daftar berkas', head.map((label, i) => ({ label, width: [14, 16, 44, 12, 9, 11, 60, 12, 20, 40][i] })), rows)
    return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body, headers: attached('daftar-berkas.xlsx') }
  },
})
