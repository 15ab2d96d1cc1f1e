import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { t } from '#platform/i18n/locale.ts'
import { addMonths, todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { addressWith, Notice, Pager, StateBadge, WorkLayout } from '#ui/index.ts'
import { monthName, monthText } from '../list/asked.ts'
import { agencyOf, closes, monthAsked } from '../parts/here.ts'
import { Changes, MonthView, Warnings } from '../parts/month.tsx'
import { recapCrumbs } from '../parts/tabs.ts'
import { closingWords } from '../parts/words.ts'
import { personMonth } from '../reading.ts'
import { warningsIn } from '../store.ts'
import { personHere } from './found.ts'

/** Somebody's month for their superiors and officers, day by day; opening it is an audited act. */
export const personPage = page({
  path: '/kerja/presensi/rekap/pegawai/:id',
  may: 'signed-in',
  audited: true,
  query: z.object({ bulan: monthText }),
  async load(context) {
    const { db, query, ask } = context
    const today = todayOf(context)
    const month = monthAsked(query.bulan, today)
    const here = await personHere(db, context, month)
    const found = await personMonth(db, context, here.employee.id, month)
    const { changes } = found
    const [names, warnings] = await Promise.all([ask(people).named(db, changes.map(({ by }) => by)), warningsIn(db, Number(month.slice(0, 4)), { employeeIds: [here.employee.id] }, 50)])
    return { ...here, today, month, found, changes, names, warnings }
  },
  view({ data: { viewer, employee, unitId, today, month, found, changes, names, warnings }, who, request: { url } }) {
    const at = (months: number) => addressWith(url, { bulan: addMonths(month, months).slice(0, 7) })
    const closely = viewer.supervised.has(unitId)
    const agency = agencyOf(viewer.units, unitId)
    // Nobody puts their own month right.
    const corrects = found.kept !== null && agency !== undefined && closes(viewer, agency.id) && employee.accountId !== who.account!.id
    return (
      <WorkLayout title={employee.name} lead={<>{monthName(month)}, {viewer.units.byId(unitId)?.name} {found.kept && <StateBadge state="closed" states={closingWords} />}</>}
        breadcrumbs={recapCrumbs({ label: viewer.units.byId(unitId)?.shortName ?? t('Unit'), href: `/kerja/presensi/rekap?unit=${unitId}&bulan=${month.slice(0, 7)}` })}>
        {!found.kept && month <= today && <Notice>{t('Bulan ini belum ditutup untuk pegawai ini; angkanya masih dapat berubah.')}</Notice>}
        <Warnings warnings={warnings} />
        <MonthView found={found} today={today} closely={closely} amounts={covers(viewer.officer, { unitId })} correct={corrects ? day => `/kerja/presensi/rekap/pegawai/${employee.id}/perbaiki?hari=${day}` : undefined} />
        <Changes changes={changes} names={names} today={today} closely={closely} />
        <Pager newer={at(-1)} older={at(1)} labels={{ newer: monthName(addMonths(month, -1)), older: monthName(addMonths(month, 1)) }} />
      </WorkLayout>
    )
  },
})
