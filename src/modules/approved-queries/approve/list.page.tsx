import { z } from 'zod'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, DataTable, EmptyState, StateBadge, WorkLayout } from '#ui/index.ts'
import { approvalWords, audienceWords } from '../parts/words.ts'
import { approvals } from '../store.ts'

/** What may be asked of data that are not given. */
export const listPage = page({
  path: '/kerja/kueri-data',
  may: 'approved-queries.ask',
  query: z.object({ data: z.string().max(120).optional() }),
  async load({ db, who, ask, government, query }) {
    const dataset = query.data ? await ask(catalogue).bySlug(db, query.data) : null
    return { units: await ask(unitDirectory).of(government.id), dataset, list: await approvals(db, who.reach('approved-queries.manage'), dataset?.id) }
  },
  view: ({ data: { units, dataset, list }, who }) => (
    <WorkLayout title={t('Kueri yang disetujui')} lead={dataset ? t('Atas data {title}.', { title: dataset.title }) : t('Bertanya tanpa mengambil: jawabannya jumlah dan rata-rata, barisnya tidak pernah keluar.')} breadcrumbs={[{ label: t('Permintaan data'), href: '/kerja/permintaan-data' }]}
      action={who.may('approved-queries.manage') && <ButtonLink href="/kerja/kueri-data/baru">{t('Kueri baru')}</ButtonLink>}>
      <DataTable caption={t('Kueri yang disetujui')} rows={list} rowKey={one => one.id} columns={[
        { label: t('Kueri'), main: true, cell: one => <a href={`/kerja/kueri-data/${one.id}`}>{one.title}</a> },
        { label: t('Pemegang data'), cell: one => units.byId(one.holderUnitId)?.shortName },
        { label: t('Untuk siapa'), cell: one => t(audienceWords[one.audience]) },
        { label: t('Sampai'), cell: one => longDate(one.until) },
        { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={approvalWords} /> },
      ]} empty={<EmptyState title={t('Belum ada kueri yang disetujui')}>{t('Pemegang data dapat menyetujui satu kueri, dan perangkat daerah lain boleh bertanya tanpa melihat barisnya.')}</EmptyState>} />
    </WorkLayout>
  ),
})
