import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { addDays, addMonths, noonOf, todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { addressWith, EmptyState, Pager, WorkLayout } from '#ui/index.ts'
import { makeDaysOf } from '../days/days.ts'
import { selfOf, viewerOf } from '../parts/here.ts'
import { ownTabs } from '../parts/tabs.ts'
import { WeekTable } from './check-in.page.tsx'

export const monthQuery = z.object({ bulan: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/).optional().catch(undefined) })

/** First and last day of a month. */
export const monthSpan = (month: string): [string, string] => [`${month}-01`, addDays(addMonths(`${month}-01`, 1), -1)]

/** One's own month, day by day. */
export const monthPage = page({
  path: '/presensi/bulan',
  may: 'signed-in',
  query: monthQuery,
  async load(context) {
    const { db, query, now } = context
    const today = todayOf(context)
    const month = query.bulan ?? today.slice(0, 7)
    const self = await selfOf(db, context)
    return { viewer: await viewerOf(context), today, month, days: self ? ((await makeDaysOf(context)(db, { employeeIds: [self.id] }, ...monthSpan(month), now)).get(self.id) ?? []) : null }
  },
  view({ data: { viewer, today, month, days }, request: { url } }) {
    const name = (months: number) => t('{month, date, ::MMMMyyyy}', { month: noonOf(addMonths(`${month}-01`, months)) })
    const at = (months: number) => addressWith(url, { bulan: addMonths(`${month}-01`, months).slice(0, 7) })
    return (
      <WorkLayout title={t('Presensi sebulan')} lead={name(0)} tabs={ownTabs('month', viewer)}>
        {days ? <WeekTable days={days} today={today} /> : <EmptyState title={t('Akun Anda belum terhubung dengan data pegawai')}>{t('Minta pengelola kepegawaian menghubungkannya bila Anda pegawai pemerintah daerah ini.')}</EmptyState>}
        <Pager newer={at(-1)} older={at(1)} labels={{ newer: name(-1), older: name(1) }} />
      </WorkLayout>
    )
  },
})
