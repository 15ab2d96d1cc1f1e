import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { todayOf } from '#platform/time/zone.ts'
import { employees } from '#modules/personnel/contract.ts'
import { viewers } from '#modules/attendance/contract.ts'
import { DataTable, EmptyState, FilterBar, SelectField, WorkLayout } from '#ui/index.ts'
import { warningColumns } from '../parts/month.tsx'
import { recapCrumbs, recapTabs } from '../parts/tabs.ts'
import { unitOptions } from '../parts/units.ts'
import { warningsIn, type ToldWarning } from '../store.ts'

const most = 300

/** Who comes near a threshold of discipline, or crossed one, in a year. */
export const warningsPage = page({
  path: '/kerja/presensi/rekap/peringatan',
  may: 'signed-in',
  query: z.object({ unit: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, ask, query } = context
    const viewer = await ask(viewers).viewerOf(context)
    const { units, visible, supervised } = viewer
    if (visible.size === 0) throw new Refused('Rekap pegawai lain dilihat atasan dan pengelola kepegawaian.')
    if (query.unit && !visible.has(query.unit)) throw new NotFound()
    const unitIds = (query.unit ? units.below(query.unit) : [...visible]).filter(id => supervised.has(id))
    const year = Number(todayOf(context).slice(0, 4))
    const warnings = await warningsIn(db, year, { unitIds }, most)
    return { viewer, year, warnings, people: await ask(employees).byId(db, warnings.map(one => one.employeeId)), options: unitOptions(units, id => visible.has(id)) }
  },
  view({ data: { viewer, year, warnings, people, options }, query }) {
    const filters = fieldsOf({ unit: query.unit })
    return (
      <WorkLayout title={t('Peringatan disiplin')} lead={t('Hari tanpa keterangan tahun {year} menurut PP 94/2021. Atasan diberi tahu sebelum batas tercapai.', { year: String(year) })} breadcrumbs={recapCrumbs()} tabs={recapTabs(viewer, 'warnings')}>
        <FilterBar active={query.unit ? [{ name: 'unit', label: viewer.units.byId(query.unit)?.name ?? t('Unit') }] : []}>
          <SelectField field={filters('unit')} label={t('Unit')} empty={t('Semua unit yang Anda lihat')} options={options} />
        </FilterBar>
        <DataTable caption={t('Peringatan disiplin')} rows={warnings} rowKey={({ id }) => id} columns={[
          { label: t('Nama'), main: true, cell: ({ employeeId, onDay }: ToldWarning) => <a href={`/kerja/presensi/rekap/pegawai/${employeeId}?bulan=${onDay.slice(0, 7)}`}>{people.get(employeeId)?.name ?? t('Pegawai')}</a> },
          { label: t('Unit kerja'), cell: ({ unitId }: ToldWarning) => viewer.units.byId(unitId)?.shortName },
          ...warningColumns().map(column => ({ ...column, main: false })),
        ]} empty={<EmptyState title={t('Tidak ada peringatan')}>{t('Tidak seorang pun mendekati batas hukuman disiplin tahun ini.')}</EmptyState>} />
      </WorkLayout>
    )
  },
})
