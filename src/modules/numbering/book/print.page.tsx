import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { DataTable, DateTime, EmptyState, PrintSheet } from '#ui/index.ts'
import { bookNumbers } from '../book-store.ts'
import { home } from '../parts/here.ts'
import { kindName, kindsOn } from '../parts/kinds.ts'
import { Printed, StateOf } from '../parts/state.tsx'
import { placeIn, titleOf } from '../parts/words.ts'
import { bookHere, bookQuery } from './filters.ts'

/** Rows on one print at most. */
const mostRows = 3000

/** The book on paper, from its first number on. */
export const printPage = page({
  path: `${home}/:unit/cetak`,
  may: 'numbering.read',
  query: bookQuery,
  async load(context) {
    const found = await bookHere(context)
    const [rows, kinds] = await Promise.all([bookNumbers(context.db, context.who.reach('numbering.read'), { ...found.filter, after: undefined, ascending: true }, mostRows + 1), kindsOn(context.db, found.today)])
    if (rows.length > mostRows) throw new Refused('Lebih dari {most} nomor. Saring dahulu.', { most: mostRows })
    return { ...found, rows, kinds }
  },
  view: ({ data: { unit, units, today, filter: { series, year }, rows, kinds } }) => (
    <PrintSheet title={t('Buku agenda keluar')} unit={unit.name} subtitle={<>{series.kind && <>{kindName(kinds, series.kind)}, </>}{t('Tahun {year}', { year: String(year) })}</>} foot={<p>{t('Dicetak {on}', { on: longDate(today) })}</p>}>
      <DataTable caption={t('Nomor surat keluar')} rows={rows} rowKey={row => row.id} columns={[
        { label: t('Urut'), main: true, cell: row => placeIn(row) },
        { label: t('Nomor'), cell: row => <Printed number={row.number} /> },
        { label: t('Tanggal'), cell: row => <DateTime at={row.dated} as="short" /> },
        { label: t('Perihal'), cell: row => <>{titleOf(row)}{row.kind && <> <small>{kindName(kinds, row.kind)}{row.unitId && row.unitId !== unit.id && <>, {units.byId(row.unitId)?.shortName}</>}</small></>}</> },
        { label: t('Keadaan'), cell: row => <StateOf number={row} /> },
      ]} empty={<EmptyState title={t('Tidak ada nomor di sini')} />} />
    </PrintSheet>
  ),
})
