import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { ButtonLink, DataTable, Disclosure, EmptyState, Grid, Section, Stat, StateBadge, WorkLayout } from '#ui/index.ts'
import { lengthOf, yearOf } from '../days.ts'
import { isWaiting } from '../leave.ts'
import { BalanceTable } from '../parts/balance.tsx'
import { bookOf } from '../parts/case.ts'
import { selfOf, viewerOf } from '../parts/here.ts'
import { leaveTabs } from '../parts/tabs.ts'
import { kindName, lengthWords, spanWords, stateWords } from '../parts/words.ts'
import { kindOf } from '../rules.ts'

/** One's own leave: what is left and why, and what was asked for. */
export const ownPage = page({
  path: '/cuti',
  may: 'signed-in',
  async load(context) {
    const [self, viewer] = await Promise.all([selfOf(context.db, context), viewerOf(context)])
    return { viewer, own: self && { self, book: await bookOf(context.db, context, self) } }
  },
  view({ data: { viewer, own } }) {
    if (!own)
      return (
        <WorkLayout title={t('Cuti saya')} tabs={leaveTabs(viewer, 'own')}>
          <EmptyState title={t('Akun Anda belum terhubung dengan data pegawai')}>{t('Minta pengelola kepegawaian menghubungkannya bila Anda pegawai pemerintah daerah ini.')}</EmptyState>
        </WorkLayout>
      )
    const { account, requests, kinds, holidays, today } = own.book
    const year = yearOf(today)
    // A leave that was asked for next year already shows next year's account.
    const years = account.years(Math.max(year, account.lastYear ?? 0))
    const now = years.find(one => one.year === year)
    const waiting = requests.filter(({ state }) => isWaiting(state)).length
    return (
      <WorkLayout title={t('Cuti saya')} tabs={leaveTabs(viewer, 'own')} action={<ButtonLink href="/cuti/ajukan">{t('Ajukan cuti')}</ButtonLink>}>
        {now && (
          <Grid>
            <Stat value={number(now.left)} href="#sisa">{t('hari kerja cuti tahunan tersisa pada {year}', { year: String(year) })}</Stat>
            <Stat value={number(waiting)} href="#permohonan">{t('permohonan menunggu keputusan')}</Stat>
          </Grid>
        )}
        <Section title={t('Permohonan saya')} id="permohonan">
          <DataTable caption={t('Permohonan saya')} rows={requests} rowKey={request => request.id} columns={[
            { label: t('Tanggal'), main: true, cell: request => <a href={`/cuti/${request.id}`}>{spanWords(request)}</a> },
            { label: t('Jenis cuti'), cell: request => kindName(kindOf(kinds, request.kind), request.kind) },
            { label: t('Lamanya'), cell: request => lengthWords(lengthOf(request, kindOf(kinds, request.kind)?.count ?? 'days', holidays)) },
            { label: t('Keadaan'), cell: request => <StateBadge state={request.state} states={stateWords} /> },
          ]} empty={<EmptyState title={t('Belum ada permohonan cuti')}>{t('Tekan Ajukan cuti; sisa hari dihitung sebelum permohonan dikirim.')}</EmptyState>} />
        </Section>
        {now && (
          <Section title={t('Sisa cuti tahunan')} id="sisa">
            {years.filter(one => one.year >= year).map(balance => <BalanceTable key={balance.year} balance={balance} account={account} />)}
            {years.some(one => one.year < year) && (
              <Disclosure title={t('Tahun-tahun sebelumnya')}>
                {years.filter(one => one.year < year).toReversed().map(balance => <BalanceTable key={balance.year} balance={balance} account={account} />)}
              </Disclosure>
            )}
          </Section>
        )}
      </WorkLayout>
    )
  },
})
