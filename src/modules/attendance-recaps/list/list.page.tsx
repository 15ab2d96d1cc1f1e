import { fieldsOf } from '#platform/forms/fields.ts'
import { number, rupiah } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import type { Viewer } from '#modules/attendance/contract.ts'
import { Actions, addressWith, Badge, ButtonLink, DataTable, EmptyState, FilterBar, Grid, Notice, Pager, SelectField, Stat, StateBadge, WorkLayout } from '#ui/index.ts'
import { agenciesOf } from '../parts/here.ts'
import { recapCrumbs, recapTabs } from '../parts/tabs.ts'
import { unitOptions } from '../parts/units.ts'
import { closingWords, percent, timesShort } from '../parts/words.ts'
import type { MonthRow } from '../reading.ts'
import { dueDays, sumOf } from '../rules/recap.ts'
import { closingsOf, warningsIn } from '../store.ts'
import { amountFor } from './amount.ts'
import { listed, listQuery, monthName, monthOptions, type Narrowing } from './asked.ts'

const pageSize = 40
/** People reckoned for the screen; a larger unit is chosen in parts, or downloaded. */
const most = 2000

const narrowingLabels: Record<Narrowing, { label: string }> = { belum: { label: 'Belum lengkap' }, potongan: { label: 'Ada potongan' }, absen: { label: 'Tanpa keterangan' }, terlambat: { label: 'Terlambat atau pulang awal' } }

/** A month of the people one looks after. */
export const listPage = page({
  path: '/kerja/presensi/rekap',
  may: 'signed-in',
  query: listQuery,
  async load(context) {
    const { db, query } = context
    const listing = await listed(context, most)
    const { viewer: { units, visible }, unit, month, rows } = listing
    const from = query.setelah ? rows.findIndex(({ employee }) => employee.id === query.setelah) + 1 : 0
    const shown = rows.slice(from, from + pageSize)
    const agencies = agenciesOf(units, unit ? [unit.id] : visible)
    const [closings, warnings] = await Promise.all([
      closingsOf(db, agencies.map(({ id }) => id), month, month),
      warningsIn(db, Number(month.slice(0, 4)), { employeeIds: shown.map(({ employee }) => employee.id) }, 500),
    ])
    const closing: keyof typeof closingWords | null = agencies.length === 1 ? (closings[0]?.state ?? 'open') : null
    return { ...listing, shown, next: rows.length > from + pageSize ? shown.at(-1)!.employee.id : null, closing, closed: closings.filter(({ state }) => state === 'closed').length, agencies, warned: new Map(warnings.map(one => [one.employeeId, one])), options: unitOptions(units, id => visible.has(id)) }
  },
  view({ data, query, request: { url } }) {
    const { viewer, today, month, unit, rows, shown, next, table, more, closing, closed, agencies, warned, options } = data
    const filters = fieldsOf({ unit: unit?.id, bulan: month.slice(0, 7) })
    const here = addressWith(url, {})
    const download = (type: string) => here.replace(/^\/kerja\/presensi\/rekap/, `/kerja/presensi/rekap/unduh.${type}`)
    const sum = sumOf(rows.map(({ counts }) => counts))
    const due = dueDays(sum)
    const amounts = rows.some(row => amountFor(viewer, row) !== null)
    const person = (id: string) => `/kerja/presensi/rekap/pegawai/${id}?bulan=${month.slice(0, 7)}`
    return (
      <WorkLayout title={t('Rekap presensi')} lead={<>{unit?.name ?? t('Semua unit yang Anda lihat')}, {monthName(month)} {closing ? <StateBadge state={closing} states={closingWords} /> : t('({n} dari {of} perangkat daerah ditutup)', { n: closed, of: agencies.length })}</>} breadcrumbs={recapCrumbs()} tabs={recapTabs(viewer, 'people')}
        action={<Actions>
          {viewer.officer && unit && <ButtonLink kind="quiet" href={`/kerja/presensi/rekap/tutup?unit=${unit.id}&bulan=${month.slice(0, 7)}`}>{t('Penutupan bulan')}</ButtonLink>}
          <ButtonLink kind="quiet" href={download('pdf')} download>{t('Unduh PDF')}</ButtonLink>
          <ButtonLink kind="quiet" href={download('xlsx')} download>{t('Unduh XLSX')}</ButtonLink>
          <ButtonLink kind="quiet" href={download('csv')} download>{t('Unduh CSV')}</ButtonLink>
        </Actions>}>
        <FilterBar search={{ label: t('Cari nama atau NIP'), value: query.q }} keep={{ hanya: query.hanya }}
          active={[...(query.unit ? [{ name: 'unit', label: unit?.name ?? t('Unit') }] : []), ...(query.bulan ? [{ name: 'bulan', label: monthName(month) }] : [])]}
          quick={Object.entries(narrowingLabels).map(([value, { label }]) => ({ label: t(label), href: addressWith(url, { hanya: query.hanya === value ? null : value }), current: query.hanya === value }))}>
          <SelectField field={filters('bulan')} label={t('Bulan')} options={monthOptions(today)} />
          <SelectField field={filters('unit')} label={t('Unit')} empty={t('Unit saya')} options={options} />
        </FilterBar>
        {more && <Notice>{t('Hanya {n} pegawai pertama yang ditampilkan. Pilih unit, atau unduh daftarnya.', { n: most })}</Notice>}
        <Grid>
          <Stat value={due === 0 ? '–' : `${Math.round(((sum.present + sum.missingIn + sum.missingOut) * 100) / Math.max(1, due - sum.explained))}%`} share={due - sum.explained > 0 ? (sum.present + sum.missingIn + sum.missingOut) / (due - sum.explained) : undefined}>{t('hari hadir dari hari yang seharusnya hadir')}</Stat>
          <Stat value={number(sum.absent)} href={addressWith(url, { hanya: 'absen' })}>{t('hari tanpa keterangan')}</Stat>
          <Stat value={number(sum.open + sum.doubtful)} href={addressWith(url, { hanya: 'belum' })}>{t('hari yang belum diputuskan')}</Stat>
        </Grid>
        <DataTable caption={t('Rekap {month}', { month: monthName(month) })} rows={shown} rowKey={({ employee }) => employee.id} columns={[
          { label: t('Nama'), main: true, cell: ({ employee, changed }) => <><a href={person(employee.id)}>{employee.name}</a> {warned.has(employee.id) && <Badge tone={warned.get(employee.id)!.state === 'crossed' ? 'bad' : 'warn'}>{t('Disiplin')}</Badge>} {changed && <Badge>{t('Diperbaiki')}</Badge>}</> },
          { label: t('Unit kerja'), cell: ({ unitId }) => viewer.units.byId(unitId)?.shortName },
          { label: t('Hadir'), numeric: true, cell: ({ counts }) => number(counts.present + counts.missingIn + counts.missingOut) },
          { label: t('Terlambat'), numeric: true, cell: ({ counts: { late } }) => timesShort(late) },
          { label: t('Pulang awal'), numeric: true, cell: ({ counts: { early } }) => timesShort(early) },
          { label: t('Lupa catat'), numeric: true, cell: ({ counts }) => number(counts.missingIn + counts.missingOut) },
          { label: t('Dijelaskan'), numeric: true, cell: ({ counts }) => number(counts.explained) },
          { label: t('Tanpa keterangan'), numeric: true, cell: ({ counts }) => (counts.absent ? <b>{number(counts.absent)}</b> : '0') },
          { label: t('Belum diputuskan'), numeric: true, cell: ({ counts }) => number(counts.open + counts.doubtful) },
          { label: t('Potongan'), numeric: true, cell: row => (row.cut ? <>{percent(row.cut.total)}<Amount viewer={viewer} row={row} /></> : '–') },
        ]} foot={rows.length === 0 ? undefined : [
          t('{n, plural, other {# pegawai}}', { n: rows.length }), '', number(sum.present + sum.missingIn + sum.missingOut), timesShort(sum.late), timesShort(sum.early),
          number(sum.missingIn + sum.missingOut), number(sum.explained), number(sum.absent), number(sum.open + sum.doubtful), amounts ? rupiah(rows.reduce((all, row) => all + (amountFor(viewer, row)?.amount ?? 0n), 0n)) : '',
        ]} empty={<EmptyState title={t('Tidak ada pegawai di sini')}>{t('Pilih unit atau bulan lain, atau hapus saringan.')}</EmptyState>} />
        <Pager newer={query.setelah ? here : null} older={next ? `${here}${here.includes('?') ? '&' : '?'}setelah=${next}` : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
        <p><small>{table ? t('Potongan TPP dalam persen menurut {basis}{unverified, select, yes {, belum diperiksa dengan naskahnya} other {}}. Paling banyak {cap} sebulan.', { basis: table.legalBasis, unverified: table.verified ? 'no' : 'yes', cap: percent(table.table.cap) }) : t('Belum ada tabel potongan yang berlaku pada bulan ini.')}</small></p>
      </WorkLayout>
    )
  },
})

/** The cut in rupiah below its percentage, for personnel officers. */
function Amount({ viewer, row }: { viewer: Viewer; row: MonthRow }) {
  const amount = amountFor(viewer, row)
  return amount && amount.amount > 0n ? <div><small>{amount.text}</small></div> : null
}
