import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { addDays, addMonths, noonOf, todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, DataTable, EmptyState, Grid, Notice, Pager, Section, Stat, WorkLayout } from '#ui/index.ts'
import { places, workingTimes } from '../contract.ts'
import { selfOf } from '../parts/here.ts'
import { dutyWords, MonthTable } from '../parts/month.tsx'
import { scheduleTabs } from '../parts/tabs.ts'
import { areaWords, durationWords } from '../parts/words.ts'
import { isDuty } from '../windows.ts'

/** When and where one works: every day of a month, and the places that count today. */
export const ownPage = page({
  path: '/kerja/jadwal',
  may: 'signed-in',
  query: z.object({ bulan: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/).optional().catch(undefined) }),
  async load(context) {
    const { db, ask, query, government } = context
    const today = todayOf(context)
    const month = query.bulan ?? today.slice(0, 7)
    const self = await selfOf(db, context)
    if (!self) return { today, month, windows: null, valid: [], units: null }
    const [first, last] = [`${month}-01`, addDays(addMonths(`${month}-01`, 1), -1)]
    const [windows, valid, units] = await Promise.all([ask(workingTimes).of(db, { employeeIds: [self.id] }, first, last), ask(places).of(db, { people: [self] }, today), ask(unitDirectory).of(government.id)])
    return { today, month, windows: windows.get(self.id) ?? [], valid: valid.get(self.id) ?? [], units }
  },
  view({ data: { today, month, windows, valid, units }, who, request: { url } }) {
    const name = (months: number) => t('{month, date, ::MMMMyyyy}', { month: noonOf(addMonths(`${month}-01`, months)) })
    const at = (months: number) => addressWith(url, { bulan: addMonths(`${month}-01`, months).slice(0, 7) })
    const tabs = scheduleTabs('own', who)
    if (!windows)
      return (
        <WorkLayout title={t('Jadwal saya')} tabs={tabs}>
          <EmptyState title={t('Akun Anda belum terhubung dengan data pegawai')}>{t('Minta pengelola kepegawaian menghubungkannya bila Anda pegawai pemerintah daerah ini.')}</EmptyState>
        </WorkLayout>
      )
    const duty = windows.filter(isDuty)
    const now = windows.find(({ day }) => day === today)
    return (
      <WorkLayout title={t('Jadwal saya')} lead={name(0)} tabs={tabs}>
        <Grid>
          {now && <Stat value={isDuty(now) ? dutyWords(now) : t('Libur')}>{now.name ? t('hari ini, {name}', { name: now.name }) : t('hari ini')}</Stat>}
          <Stat value={String(duty.length)}>{t('hari kerja pada {month}', { month: name(0) })}</Stat>
          <Stat value={durationWords(duty.reduce((sum, { minutesDue }) => sum + minutesDue, 0))}>{t('waktu kerja tanpa istirahat')}</Stat>
        </Grid>
        <MonthTable windows={windows} today={today} caption={t('Jadwal {month}', { month: name(0) })} />
        <Pager newer={at(-1)} older={at(1)} labels={{ newer: name(-1), older: name(1) }} />
        <Section title={t('Tempat kerja hari ini')} id="tempat">
          {valid.some(({ area }) => area.kind === 'region') && <Notice>{t('Anda bertugas di seluruh wilayah: kehadiran dapat dicatat di mana saja di dalamnya.')}</Notice>}
          <DataTable caption={t('Tempat kerja hari ini')} rows={valid} rowKey={place => place.id} columns={[
            { label: t('Tempat'), main: true, cell: place => place.name },
            { label: t('Batas'), cell: place => areaWords(place.area) },
            { label: t('Milik'), cell: place => units?.byId(place.unitId)?.name },
          ]} empty={<EmptyState title={t('Belum ada tempat kerja')}>{t('Petugas kepegawaian unit Anda dapat menetapkannya.')}</EmptyState>} />
        </Section>
      </WorkLayout>
    )
  },
})
