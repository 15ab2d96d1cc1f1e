import { t, withLocale } from '#platform/i18n/locale.ts'
import { writeSheet, type WrittenCell } from '#platform/sheets/writing.ts'
import { writeCsv } from '#platform/text/csv.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import { bookNumbers } from '../book-store.ts'
import { home } from '../parts/here.ts'
import { kindName, kindsOn } from '../parts/kinds.ts'
import { remarkOf, secrecyWords, stateWords, titleOf } from '../parts/words.ts'
import { bookHere, bookQuery, type BookQuery } from './filters.ts'

/** Rows a file holds at most: it is made in memory at once. */
const mostRows = 20_000

/** Cells that a spreadsheet would take for a formula are kept as text. */
const harmless = (cell: WrittenCell): string => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell ?? ''))

/** A book from its first number on, under the same filters and the same reach as on the screen. */
async function bookRows(context: Context<BookQuery>): Promise<{ name: string; head: string[]; rows: WrittenCell[][] }> {
  const { db, who, government, language, now } = context
  const { unit, units, today, filter } = await bookHere(context)
  const [numbers, kinds] = await Promise.all([bookNumbers(db, who.reach('numbering.read'), { ...filter, after: undefined, ascending: true }, mostRows + 1), kindsOn(db, today)])
  if (numbers.length > mostRows) throw new Refused('Lebih dari {most} nomor. Saring dahulu.', { most: mostRows })
  return withLocale(localeOf({ government, language }, now), () => ({
    name: `agenda-keluar-${unit.slug}-${filter.year}`,
    head: [t('Bulan'), t('Urut'), t('Nomor'), t('Tanggal'), t('Jenis'), t('Klasifikasi'), t('Sifat'), t('Perihal'), t('Pembuat'), t('Keadaan'), t('Keterangan')],
    rows: numbers.map(row => [
      row.month, row.sequence, row.number, row.dated, row.kind && kindName(kinds, row.kind), row.classification, row.secrecy && t(secrecyWords[row.secrecy]), titleOf(row),
      (row.unitId && units.byId(row.unitId)?.name) ?? null, t(stateWords[row.state].label), remarkOf(row),
    ]),
  }))
}

const attached = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' })

/** The book as text. */
export const csvDownload = resource({
  path: `${home}/:unit/unduh.csv`,
  may: 'numbering.read',
  query: bookQuery,
  async load(context) {
    const { name, head, rows } = await bookRows(context)
    return { type: 'text/csv; charset=utf-8', body: `\uFEFF${writeCsv([head, ...rows.map(row => row.map(harmless))])}`, headers: attached(`${name}.csv`) }
  },
})

/** The book as a spreadsheet. */
export const xlsxDownload = resource({
  path: `${home}/:unit/unduh.xlsx`,
  may: 'numbering.read',
  query: bookQuery,
  async load(context) {
    const { name, head, rows } = await bookRows(context)
    const body = await writeSheet(name, head.map((label, i) => ({ label, width: [8, 8, 36, 12, 20, 14, 14, 50, 36, 16, 40][i] })), rows)
    return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body, headers: attached(`${name}.xlsx`) }
  },
})
