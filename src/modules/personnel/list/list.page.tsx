import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, addressWith, ButtonLink, DataTable, EmptyState, FilterBar, Pager, SelectField, StateBadge, WorkLayout } from '#ui/index.ts'
import { kindWords } from '../contract.ts'
import { employeeKinds, employeeStatuses, fullName } from '../employee.ts'
import { listsOn } from '../parts/lists.ts'
import { todayOf, unitOptions } from '../parts/here.ts'
import { personnelTabs } from '../parts/tabs.ts'
import { statusWords } from '../parts/words.ts'
import { gradeOptions } from '../records/rank.ts'
import { filterOf, listQuery } from './filters.ts'
import { listEmployees } from './list-store.ts'

const pageSize = 40

/** Employees within reach, by name. */
export const listPage = page({
  path: '/kerja/pegawai',
  may: 'personnel.read',
  query: listQuery,
  async load(context) {
    const { db, who, query, ask, government, hands } = context
    const [units, lists] = await Promise.all([ask(unitDirectory).of(government.id), listsOn(db, todayOf(context))])
    const reach = who.reach('personnel.read')
    const rows = await listEmployees(db, reach, filterOf(query, { units, who, secret: hands.secret }), pageSize + 1)
    return { units, lists, rows: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]!.id : null, options: unitOptions(units, reach), tabs: await personnelTabs(context) }
  },
  view({ data: { units, lists, rows, next, options, tabs }, query, request, who }) {
    const filters = fieldsOf({ unit: query.unit, jenis: query.jenis, golongan: query.golongan, keadaan: query.keadaan })
    const active = [
      ...(query.unit ? [{ name: 'unit', label: units.byId(query.unit)?.name ?? t('Unit') }] : []),
      ...(query.jenis ? [{ name: 'jenis', label: t(kindWords[query.jenis]) }] : []),
      ...(query.golongan ? [{ name: 'golongan', label: query.golongan }] : []),
      ...(query.keadaan === 'active' ? [] : [{ name: 'keadaan', label: query.keadaan === 'semua' ? t('Semua keadaan') : t(statusWords[query.keadaan].label) }]),
    ]
    const here = addressWith(request.url, {})
    const marked = (address: string, mark: string) => `${address}${address.includes('?') ? '&' : '?'}setelah=${mark}`
    const download = (type: string) => here.replace(/^\/kerja\/pegawai/, `/kerja/pegawai/unduh.${type}`)
    return (
      <WorkLayout title={t('Pegawai')} lead={t('PNS, PPPK, dan tenaga honorer dengan jabatan dan golongannya.')} tabs={tabs('list')}
        action={<Actions>
          {who.may('personnel.manage') && <ButtonLink href="/kerja/pegawai/baru">{t('Catat pegawai')}</ButtonLink>}
          {who.may('personnel.manage') && <ButtonLink kind="quiet" href="/kerja/pegawai/impor">{t('Impor pegawai')}</ButtonLink>}
          <ButtonLink kind="quiet" href={download('xlsx')} download>{t('Unduh XLSX')}</ButtonLink>
          <ButtonLink kind="quiet" href={download('csv')} download>{t('Unduh CSV')}</ButtonLink>
        </Actions>}>
        <FilterBar search={{ label: who.may('personnel.read-sensitive') ? t('Cari nama, NIP, atau NIK lengkap') : t('Cari nama atau NIP'), value: query.q }} active={active}>
          <SelectField field={filters('unit')} label={t('Unit')} options={options} empty={t('Semua unit')} />
          <SelectField field={filters('jenis')} label={t('Jenis pegawai')} options={employeeKinds.map(value => ({ value, label: t(kindWords[value]) }))} empty={t('Semua jenis')} />
          <SelectField field={filters('golongan')} label={t('Golongan')} options={gradeOptions(lists)} empty={t('Semua golongan')} />
          <SelectField field={filters('keadaan')} label={t('Keadaan')} options={[...employeeStatuses.map(value => ({ value, label: t(statusWords[value].label) })), { value: 'semua', label: t('Semua keadaan') }]} />
        </FilterBar>
        <DataTable
          caption={t('Pegawai')}
          rows={rows}
          rowKey={row => row.id}
          columns={[
            { label: t('Nama'), main: true, cell: row => <a href={`/kerja/pegawai/${row.id}`}>{fullName(row)}</a> },
            { label: t('NIP'), cell: row => row.nip ?? '–' },
            { label: t('Jabatan'), cell: row => row.position ?? '–' },
            { label: t('Golongan'), cell: row => row.grade ?? '–' },
            { label: t('Unit kerja'), cell: row => units.byId(row.unitId)?.name ?? t('Unit yang sudah ditutup') },
            { label: t('Jenis'), cell: row => t(kindWords[row.kind]) },
            ...(query.keadaan === 'active' ? [] : [{ label: t('Keadaan'), cell: (row: (typeof rows)[number]) => <StateBadge state={row.status} states={statusWords} /> }]),
          ]}
          empty={<EmptyState title={t('Tidak ada pegawai yang cocok')}>{t('Ubah pencarian atau saringan, atau catat pegawai pertama.')}</EmptyState>}
        />
        <Pager newer={query.setelah ? here : null} older={next ? marked(here, next) : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})
