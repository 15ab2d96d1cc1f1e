import { fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { Actions, addressWith, ButtonLink, Counters, DataTable, DateTime, EmptyState, FilterBar, Notice, Pager, SelectField, WorkLayout, type Column } from '#ui/index.ts'
import { bookCount, bookNumbers, seriesOfUnits, type BookCount } from '../book-store.ts'
import { states, type BookNumber } from '../number.ts'
import { bookHref, crumbsOf, home, stepHref } from '../parts/here.ts'
import { kindName, kindsOn, type Kinds } from '../parts/kinds.ts'
import { Printed, StateOf } from '../parts/state.tsx'
import { placeIn, stateWords, titleOf } from '../parts/words.ts'
import { mayManage, mayRead } from '../policy.ts'
import { numberingOf, seriesName } from '../rules.ts'
import { rulesOf } from '../store.ts'
import { bookHere, bookQuery } from './filters.ts'

const pageSize = 50

const bookColumns = (kinds: Kinds, units: UnitTree, rows: readonly BookNumber[]): Column<BookNumber>[] => [
  { label: t('Urut'), main: true, cell: row => <a href={`${home}/nomor/${row.id}`}>{placeIn(row)}</a> },
  { label: t('Nomor'), cell: row => <Printed number={row.number} /> },
  { label: t('Tanggal'), cell: row => <DateTime at={row.dated} as="short" /> },
  { label: t('Jenis'), cell: row => (row.kind ? kindName(kinds, row.kind) : '–') },
  { label: t('Perihal'), cell: row => titleOf(row) },
  ...(rows.some(row => row.unitId && row.unitId !== row.seriesUnitId) ? [{ label: t('Pembuat'), cell: (row: BookNumber) => (row.unitId ? (units.byId(row.unitId)?.shortName ?? '–') : '–') }] : []),
  { label: t('Keadaan'), cell: row => <StateOf number={row} /> },
]

/** The book of letters that went out (buku agenda keluar): every number of a series in a year, with what became of it. */
export const bookPage = page({
  path: `${home}/:unit`,
  may: 'numbering.read',
  query: bookQuery,
  async load(context) {
    const { db, who } = context
    const found = await bookHere(context)
    const reach = who.reach('numbering.read')
    const { series, year } = found.filter
    const [rows, counted, standing, rules, kinds] = await Promise.all([
      bookNumbers(db, reach, found.filter, pageSize + 1), bookCount(db, series, year), seriesOfUnits(db, reach, [found.unit.id], found.today), rulesOf(db, found.today), kindsOn(db, found.today),
    ])
    const drawn = numberingOf(rules, found.units, found.unit.id, series.kind).series
    const books = [null, ...new Set([...standing.flatMap(one => (one.direction === 'out' && one.kind !== null ? [one.kind] : [])), ...(series.kind ? [series.kind] : [])])]
    return { ...found, ...counted, kinds, books, elsewhere: seriesName(drawn) === seriesName(series) ? null : drawn, rows: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]!.id : null }
  },
  view({ data: { unit, units, filter: { series, year, state, text }, count, years, kinds, books, elsewhere, rows, next }, query, request, who }) {
    const fields = fieldsOf({ tahun: year })
    const to = (keadaan: string | null) => addressWith(request.url, { keadaan })
    const manages = mayManage(who, unit.id)
    const other = elsewhere && units.byId(elsewhere.unitId)
    const step = (name: string) => addressWith(request.url, {}).replace(unit.id, `${unit.id}/${name}`)
    return (
      <WorkLayout title={t('Buku agenda keluar')} lead={<>{unit.name}{series.kind && <>, {kindName(kinds, series.kind)}</>}, {year}</>} breadcrumbs={crumbsOf()}
        tabs={books.length > 1 ? books.map(kind => ({ label: kind ? kindName(kinds, kind) : t('Semua jenis lain'), href: bookHref({ unitId: unit.id, kind }), current: kind === series.kind })) : undefined}
        action={<Actions>
          {manages && !elsewhere && <ButtonLink href={stepHref(series, 'pesan')}>{t('Pesan nomor')}</ButtonLink>}
          {manages && <ButtonLink kind="quiet" href={stepHref(series, 'catat')}>{t('Catat manual')}</ButtonLink>}
          {manages && <ButtonLink kind="quiet" href={stepHref(series, 'pola')}>{t('Atur pola')}</ButtonLink>}
        </Actions>}>
        {other && <Notice><p>{t('Surat unit ini memakai penomoran {unit}.', { unit: other.name })} {mayRead(who, other.id) && <a href={bookHref(elsewhere)}>{t('Buka bukunya')}</a>}</p></Notice>}
        <Counters label={t('Keadaan nomor')} items={[
          { label: t('Semua'), href: to(null), count: total(count), current: !state },
          ...states.map(one => ({ label: t(stateWords[one].label), href: to(one), count: count[one], current: state === one })),
        ]} />
        <Wholeness count={count} />
        <FilterBar search={{ label: t('Cari nomor atau perihal'), value: text }} keep={{ jenis: series.kind ?? undefined, keadaan: state }} active={query.tahun ? [{ name: 'tahun', label: String(query.tahun) }] : []}>
          <SelectField field={fields('tahun')} label={t('Tahun')} options={[...new Set([year, ...years])].toSorted((a, b) => b - a).map(one => ({ value: String(one), label: String(one) }))} />
        </FilterBar>
        <DataTable caption={t('Nomor surat keluar')} rows={rows} rowKey={row => row.id} columns={bookColumns(kinds, units, rows)}
          empty={<EmptyState title={t('Tidak ada nomor di sini')}>{state || text || query.tahun ? t('Ubah pencarian atau saringan.') : t('Nomor pertama tercatat saat surat pertama ditandatangani.')}</EmptyState>} />
        <Pager newer={query.setelah ? addressWith(request.url, {}) : null} older={next ? addressWith(request.url, { setelah: next }) : null} />
        {total(count) > 0 && (
          <Actions>
            <ButtonLink kind="quiet" href={step('unduh.xlsx')} download>{t('Unduh XLSX')}</ButtonLink>
            <ButtonLink kind="quiet" href={step('unduh.csv')} download>{t('Unduh CSV')}</ButtonLink>
            <ButtonLink kind="quiet" href={step('cetak')}>{t('Cetak')}</ButtonLink>
          </Actions>
        )}
      </WorkLayout>
    )
  },
})

const total = (count: BookCount): number => states.reduce((sum, state) => sum + count[state], 0)

/** Whether every number up to the last one is in the book, in a sentence. */
function Wholeness({ count }: { count: BookCount }) {
  if (count.all === 0) return null
  const missing = count.all - count.started - total(count)
  if (missing !== 0) return <Notice tone="bad"><p>{t('{n} nomor tidak ada di buku ini. Laporkan kepada administrator.', { n: number(missing) })}</p></Notice>
  return (
    <p>
      {t('Lengkap: {n} nomor tanpa celah.', { n: number(count.all) })}
      {count.started > 0 && <> {t('Nomor 1 sampai {n} tercatat di buku sebelumnya.', { n: number(count.started) })}</>}
    </p>
  )
}
