import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { addMonths, noonOf, todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { viewers } from '#modules/attendance/contract.ts'
import { addressWith, EmptyState, Notice, Pager, WorkLayout } from '#ui/index.ts'
import { monthName, monthText } from '../list/asked.ts'
import { Changes, MonthView, Warnings } from '../parts/month.tsx'
import { recapTabs } from '../parts/tabs.ts'
import { personMonth } from '../reading.ts'
import { deadlineOf } from '../rules.ts'
import { warningsIn } from '../store.ts'

/** What one's own month comes to. */
export const ownPage = page({
  path: '/presensi/rekap',
  may: 'signed-in',
  query: z.object({ bulan: monthText }),
  async load(context) {
    const { db, query, ask } = context
    const today = todayOf(context)
    const month = query.bulan ? `${query.bulan}-01` : `${today.slice(0, 7)}-01`
    const [viewer, self] = [await ask(viewers).viewerOf(context), await ask(viewers).selfOf(db, context)]
    if (!self) return { viewer, today, month, mine: null }
    const found = await personMonth(db, context, self.id, month)
    const { changes } = found
    const [names, warnings, deadline] = await Promise.all([ask(people).named(db, changes.map(({ by }) => by)), warningsIn(db, Number(month.slice(0, 4)), { employeeIds: [self.id] }, 50), deadlineOf(db, month)])
    return { viewer, today, month, mine: { found, changes, names, warnings, deadline } }
  },
  view({ data: { viewer, today, month, mine }, request: { url } }) {
    const at = (months: number) => addressWith(url, { bulan: addMonths(month, months).slice(0, 7) })
    return (
      <WorkLayout title={t('Rekap presensi saya')} lead={monthName(month)} tabs={recapTabs(viewer, 'own')}>
        {mine ? (
          <>
            {mine.found.kept ? <Notice tone="good">{t('Bulan ini sudah ditutup. Yang masih keliru diperbaiki pengelola kepegawaian dengan alasan yang tercatat.')}</Notice>
              : <Notice>{t('Angka ini masih dapat berubah. Perbaikan diajukan paling lambat {day, date, long}.', { day: noonOf(mine.deadline) })} <a href="/presensi/permohonan/baru">{t('Jelaskan atau perbaiki catatan')}</a></Notice>}
            <Warnings warnings={mine.warnings} />
            <MonthView found={mine.found} today={today} closely amounts />
            <Changes changes={mine.changes} names={mine.names} today={today} closely />
          </>
        ) : <EmptyState title={t('Akun Anda belum terhubung dengan data pegawai')}>{t('Minta pengelola kepegawaian menghubungkannya bila Anda pegawai pemerintah daerah ini.')}</EmptyState>}
        <Pager newer={at(-1)} older={at(1)} labels={{ newer: monthName(addMonths(month, -1)), older: monthName(addMonths(month, 1)) }} />
      </WorkLayout>
    )
  },
})
