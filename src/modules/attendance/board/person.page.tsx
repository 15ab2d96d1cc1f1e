import { t } from '#platform/i18n/locale.ts'
import { addMonths, noonOf, todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { addressWith, DataTable, FactList, Pager, WorkLayout } from '#ui/index.ts'
import { monthQuery, monthSpan } from '../check-in/month.page.tsx'
import { makeDaysOf } from '../days/days.ts'
import { viewerOf } from '../parts/here.ts'
import { boardCrumbs } from '../parts/tabs.ts'
import { remarksOn } from '../parts/remarks.tsx'
import { hoursWords, stateText } from '../parts/words.ts'
import { count, emptyTally } from './tally.ts'

/** Somebody's month for their superiors; opening it is an audited act. */
export const personPage = page({
  path: '/kerja/presensi/pegawai/:id',
  may: 'signed-in',
  audited: true,
  query: monthQuery,
  async load(context) {
    const { db, ask, params, query, now } = context
    const viewer = await viewerOf(context)
    const id = params.id!
    const employee = /^[0-9a-f-]{36}$/.test(id) ? (await ask(employees).byId(db, [id])).get(id) : undefined
    if (!employee || !viewer.visible.has(employee.unitId)) throw new NotFound()
    const today = todayOf(context)
    const month = query.bulan ?? today.slice(0, 7)
    const days = (await makeDaysOf(context)(db, { employeeIds: [employee.id] }, ...monthSpan(month), now)).get(employee.id) ?? []
    return { viewer, employee, today, month, days, readable: await ask(letters).visible(context, days.flatMap(({ letterId }) => letterId ?? [])) }
  },
  view({ data: { viewer, employee, today, month, days, readable }, request: { url } }) {
    const closely = viewer.supervised.has(employee.unitId)
    const name = (months: number) => t('{month, date, ::MMMMyyyy}', { month: noonOf(addMonths(`${month}-01`, months)) })
    const at = (months: number) => addressWith(url, { bulan: addMonths(`${month}-01`, months).slice(0, 7) })
    const past = days.filter(({ day }) => day <= today)
    const sum = past.reduce(count, emptyTally())
    return (
      <WorkLayout title={employee.name} lead={name(0)} breadcrumbs={[...boardCrumbs(), { label: viewer.units.byId(employee.unitId)?.shortName ?? t('Unit'), href: `/kerja/presensi?unit=${employee.unitId}` }]}>
        <FactList facts={[
          { label: t('NIP'), value: employee.nip }, { label: t('Jabatan'), value: employee.position },
          { label: t('Hadir'), value: t('{n} dari {of} hari', { n: sum.came, of: sum.due - sum.explained }) }, { label: t('Terlambat'), value: t('{n} hari, {minutes} menit', { n: sum.late, minutes: past.reduce((all, { late }) => all + late, 0) }) },
          { label: t('Dijelaskan'), value: t('{n} hari', { n: sum.explained }) }, { label: t('Tanpa keterangan'), value: t('{n} hari', { n: sum.absent }) },
        ]} />
        <DataTable caption={t('Hari demi hari')} rows={days} rowKey={({ day }) => day} mark={({ day }) => (day === today ? 'new' : undefined)} columns={[
          { label: t('Hari'), main: true, cell: ({ day }) => <time datetime={day}>{t('{day, date, ::EEEdMMM}', { day: noonOf(day) })}</time> },
          { label: t('Jam'), cell: hoursWords },
          { label: t('Keadaan'), cell: day => (day.state === 'expected' && day.day > today ? '–' : day.state === 'not-due' && day.name ? day.name : stateText(day, closely)) },
          { label: t('Catatan'), cell: day => remarksOn(day, day.letterId !== null && readable.has(day.letterId)) },
        ]} />
        <Pager newer={at(-1)} older={at(1)} labels={{ newer: name(-1), older: name(1) }} />
      </WorkLayout>
    )
  },
})
