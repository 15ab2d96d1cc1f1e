import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, addressWith, ButtonLink, Counters, DataTable, DateTime, EmptyState, FilterBar, Pager, SelectField, WorkLayout } from '#ui/index.ts'
import { dossierStateWords, finalWords, type Dossier, type DossierState } from '../contract.ts'
import { numberOf } from '../dossier.ts'
import { Standing } from '../parts/lead.tsx'
import { archiveTabs } from '../parts/tabs.ts'
import { yearsOf } from '../parts/years.ts'
import { readerOf } from '../policy.ts'
import { classificationOn } from '../retention.ts'
import { dossiersFor } from '../store.ts'
import { filterOf, groupsOf, listQuery, markOf } from './filters.ts'
import { waitingFor } from './waiting-store.ts'

const pageSize = 40
const states = ['open', 'closed', 'inactive', 'destroyed', 'handed-over'] as const satisfies DossierState[]

/** The archive: what waits, and the dossiers within reach. */
export const listPage = page({
  path: '/kerja/arsip',
  may: 'signed-in',
  query: listQuery,
  async load(context) {
    const { db, ask, government } = context
    const filter = filterOf(context)
    const reader = await readerOf(context)
    const [rows, waiting, units, codes] = await Promise.all([
      dossiersFor(db, reader, { ...filter, limit: pageSize + 1 }),
      waitingFor(db, reader, filter.day),
      ask(unitDirectory).of(government.id),
      classificationOn(db, filter.day),
    ])
    const last = rows[pageSize - 1]
    return { rows: rows.slice(0, pageSize), next: rows.length > pageSize && last ? markOf(last) : null, waiting, units, codes, today: filter.day }
  },
  view({ data: { rows, next, waiting, units, codes, today }, query, request, who }) {
    const filters = fieldsOf({ tahun: query.tahun === undefined ? undefined : String(query.tahun), kode: query.kode, unit: query.unit, keadaan: query.keadaan })
    const overdue = t('Lewat jadwal pindah')
    const active = [
      ...(query.tahun ? [{ name: 'tahun', label: String(query.tahun) }] : []),
      ...(query.kode ? [{ name: 'kode', label: `${query.kode} ${codes.get(query.kode) ?? ''}`.trim() }] : []),
      ...(query.unit ? [{ name: 'unit', label: units.byId(query.unit)?.name ?? t('Unit') }] : []),
      ...(query.keadaan ? [{ name: 'keadaan', label: query.keadaan === 'overdue' ? overdue : t(dossierStateWords[query.keadaan].label) }] : []),
    ]
    const manages = who.may('archives.manage')
    const here = (path: string) => addressWith(request.url, {}).replace(/^\/kerja\/arsip/, path)
    const offices = [...new Set(rows.map(({ unitId }) => unitId))]
    const year = Number(today.slice(0, 4))
    return (
      <WorkLayout title={t('Arsip dinamis')} lead={t('Berkas surat dan kertas setiap kantor, dari dibuka sampai dimusnahkan atau diserahkan.')} tabs={archiveTabs(who, 'dossiers')}
        action={<Actions>
          {manages && <ButtonLink href="/kerja/arsip/baru">{t('Buka berkas')}</ButtonLink>}
          <ButtonLink kind="quiet" href={here('/kerja/arsip/unduh.xlsx')} download>{t('Unduh XLSX')}</ButtonLink>
          <ButtonLink kind="quiet" href={here('/kerja/arsip/unduh.csv')} download>{t('Unduh CSV')}</ButtonLink>
          <ButtonLink kind="quiet" href={here('/kerja/arsip/cetak')}>{t('Cetak')}</ButtonLink>
        </Actions>}>
        <Counters label={t('Yang menunggu')} items={[
          ...(manages ? [{ label: t('belum diberkaskan'), href: '/kerja/arsip/belum', count: waiting.unfiled }] : []),
          ...(manages ? [{ label: t('minta pinjam'), href: '/kerja/arsip/pinjaman', count: waiting.requested }] : []),
          { label: t('pinjaman lewat waktu'), href: '/kerja/arsip/pinjaman?keadaan=lent', count: waiting.overdue },
          ...(manages ? [{ label: t('habis masa simpan'), href: '/kerja/arsip/penyusutan', count: waiting.due }] : []),
          { label: t('lewat jadwal pindah'), href: '/kerja/arsip?keadaan=overdue', count: waiting.unmoved, current: query.keadaan === 'overdue' },
        ]} />
        <FilterBar search={{ label: t('Cari judul, kode, atau nomor berkas'), value: query.q, placeholder: t('Cari judul, kode, atau nomor berkas') }} active={active}>
          <SelectField field={filters('tahun')} label={t('Tahun')} options={Array.from({ length: 12 }, (_, i) => String(year - i)).map(value => ({ value, label: value }))} empty={t('Semua tahun')} />
          <SelectField field={filters('kode')} label={t('Kode klasifikasi')} options={groupsOf(codes)} empty={t('Semua kode')} />
          {(offices.length > 1 || query.unit) && <SelectField field={filters('unit')} label={t('Kantor')} options={[...new Set([...offices, ...(query.unit ? [query.unit] : [])])].map(id => ({ value: id, label: units.byId(id)?.name ?? t('Unit yang sudah ditutup') }))} empty={t('Semua kantor')} />}
          <SelectField field={filters('keadaan')} label={t('Keadaan')} options={[...states.map(value => ({ value, label: t(dossierStateWords[value].label) })), { value: 'overdue', label: overdue }]} empty={t('Semua keadaan')} />
        </FilterBar>
        <DataTable caption={t('Daftar berkas')} rows={rows} rowKey={row => row.id}
          columns={[
            { label: t('Nomor berkas'), cell: row => numberOf(row) },
            { label: t('Judul'), main: true, cell: row => <a href={`/kerja/arsip/${row.id}`}>{row.title}</a> },
            { label: t('Kode klasifikasi'), cell: row => row.classification },
            ...(offices.length > 1 ? [{ label: t('Kantor'), cell: (row: (typeof rows)[number]) => units.byId(row.unitId)?.shortName ?? t('Unit yang sudah ditutup') }] : []),
            { label: t('Kurun waktu'), cell: row => yearsOf(row) || '–' },
            { label: t('Isi'), numeric: true, cell: row => String(row.items) },
            { label: t('Keadaan'), cell: row => <Standing dossier={row} /> },
            { label: t('Langkah berikutnya'), cell: row => nextOf(row) ?? '–' },
          ]}
          empty={<EmptyState title={t('Belum ada berkas di sini')} action={manages && <ButtonLink href="/kerja/arsip/baru">{t('Buka berkas')}</ButtonLink>}>{t('Ubah saringan, atau buka berkas lalu masukkan surat yang sudah selesai.')}</EmptyState>} />
        <Pager newer={query.setelah ? addressWith(request.url, {}) : null} older={next ? addressWith(request.url, { setelah: next }) : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})

/** What comes of a dossier next by the schedule, and when. */
function nextOf({ state, inactiveOn, dueOn, decided, final }: Dossier) {
  if (state === 'closed' && inactiveOn) return <>{t('Pindah ke inaktif')} <DateTime at={inactiveOn} as="short" /></>
  if (state === 'inactive' && dueOn && final) return <>{t(finalWords[decided ?? final])} <DateTime at={dueOn} as="short" /></>
  return null
}
