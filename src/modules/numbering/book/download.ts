import { t, withLocale } from '#platform/i18n/locale.ts'
import { asCsv, asSheet } from '#platform/sheets/downloads.ts'
import type { WrittenCell } from '#platform/sheets/writing.ts'
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

/** A book from its first number on, under the same filters and the same reach as on the screen. */
async function bookRows(context: Context<BookQuery>): Promise<{ name: string; rows: WrittenCell[][] }> {
  const { db, who, government, language, now } = context
  const { unit, units, today, filter } = await bookHere(context)
  const [numbers, kinds] = await Promise.all([bookNumbers(db, who.reach('numbering.read'), { ...filter, after: undefined, ascending: true }, mostRows + 1), kindsOn(db, today)])
  if (numbers.length > mostRows) throw new Refused('Lebih dari {most} nomor. Saring dahulu.', { most: mostRows })
  return withLocale(localeOf({ government, language }, now), () => ({
    name: `agenda-keluar-${unit.slug}-${filter.year}`,
    rows: [
      [t('Bulan'), t('Urut'), t('Nomor'), t('Tanggal'), t('Jenis'), t('Klasifikasi'), t('Sifat'), t('Perihal'), t('Pembuat'), t('Keadaan'), t('Keterangan')],
      ...numbers.map(row => [
        row.month, row.sequence, row.number, row.dated, row.kind && kindName(kinds, row.kind), row.classification, row.secrecy && t(secrecyWords[row.secrecy]), titleOf(row),
        (row.unitId && units.byId(row.unitId)?.name) ?? null, t(stateWords[row.state].label), remarkOf(row),
      ]),
    ],
  }))
}

/** The book as text. */
export const csvDownload = resource({
  path: `${home}/:unit/unduh.csv`,
  may: 'numbering.read',
  query: bookQuery,
  async load(context) {
    const { name, rows } = await bookRows(context)
    return asCsv(name, rows)
  },
})

/** The book as a spreadsheet. */
export const xlsxDownload = resource({
  path: `${home}/:unit/unduh.xlsx`,
  may: 'numbering.read',
  query: bookQuery,
  async load(context) {
    const { name, rows } = await bookRows(context)
    return asSheet(name, rows, [8, 8, 36, 12, 20, 14, 14, 50, 36, 16, 40])
  },
})
