import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, DataTable, EmptyState, Pager, StateBadge, WorkLayout } from '#ui/index.ts'
import { comparisonWords } from '../parts/words.ts'
import { listComparisons } from '../store/comparisons.ts'

/** Comparisons that have to do with the person's units, with how far they are. */
export const listPage = page({
  path: '/kerja/rekonsiliasi',
  may: 'reconciliation.see',
  query: z.object({ sebelum: z.uuid().optional().catch(undefined) }),
  async load({ db, who, query, ask, government }) {
    return { list: await listComparisons(db, who.reach('reconciliation.see'), { before: query.sebelum, limit: 30 }), units: await ask(unitDirectory).of(government.id) }
  },
  view({ data: { list, units }, who }) {
    const manages = who.may('reconciliation.manage')
    const make = manages && <ButtonLink href="/kerja/rekonsiliasi/baru">{t('Buat rekonsiliasi')}</ButtonLink>
    return (
      <WorkLayout title={t('Rekonsiliasi')} lead={t('Daftar yang sama di dua sistem atau lebih, disandingkan sampai menjadi satu daftar yang setiap isinya diketahui asalnya.')} action={make}>
        <DataTable caption={t('Rekonsiliasi')} rows={list.items} rowKey={one => one.id} columns={[
          { label: t('Judul'), main: true, cell: one => <><a href={`/kerja/rekonsiliasi/${one.id}`}>{one.title}</a><small>{units.byId(one.unitId)?.shortName}</small></> },
          { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={comparisonWords} /> },
          { label: t('Sumber'), numeric: true, cell: one => number(one.sources) },
          { label: t('Hal'), numeric: true, cell: one => number(one.items) },
          { label: t('Padanan ditanyakan'), numeric: true, cell: one => number(one.questions) },
          { label: t('Perbedaan terbuka'), numeric: true, cell: one => number(one.open + one.asked) },
          { label: t('Diputuskan'), numeric: true, cell: one => number(one.settled) },
        ]} empty={<EmptyState title={t('Belum ada rekonsiliasi')} action={make}>{t('Mulai dengan dua daftar yang seharusnya sama, misalnya sekolah di Dapodik dan di dinas.')}</EmptyState>} />
        <Pager older={list.next && `/kerja/rekonsiliasi?sebelum=${list.next}`} />
      </WorkLayout>
    )
  },
})
