import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, DataTable, DateTime, EmptyState, Pager, WorkLayout } from '#ui/index.ts'
import { personnelTabs } from '../parts/tabs.ts'
import { kindOf } from '../records/kinds.ts'
import { waitingProposals } from '../records-store.ts'

const pageSize = 40

/** What people proposed about themselves and nobody has looked at yet, the oldest first. */
export const proposalsPage = page({
  path: '/kerja/pegawai/usulan',
  may: 'personnel.manage',
  query: z.object({ setelah: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, who, query, ask, government } = context
    const [units, rows, tabs] = await Promise.all([ask(unitDirectory).of(government.id), waitingProposals(db, who, { after: query.setelah, limit: pageSize + 1 }), personnelTabs(context)])
    return { units, tabs, rows: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]!.id : null }
  },
  view: ({ data: { units, tabs, rows, next }, query, request }) => (
    <WorkLayout title={t('Usulan pegawai')} lead={t('Perubahan data yang diusulkan pegawai sendiri, yang terlama di atas.')} tabs={tabs()}>
      <DataTable caption={t('Usulan pegawai')} rows={rows} rowKey={row => row.id} columns={[
        { label: t('Nama'), main: true, cell: row => <a href={`/kerja/pegawai/usulan/${row.id}`}>{row.name}</a> },
        { label: t('Riwayat'), cell: row => t(kindOf(row.kind).label) },
        { label: t('Sifat usulan'), cell: row => (row.replaces || row.kind === 'personal' ? t('Perbaikan') : t('Tambahan')) },
        { label: t('Unit kerja'), cell: row => units.byId(row.unitId)?.name ?? t('Unit yang sudah ditutup') },
        { label: t('Diusulkan'), cell: row => <DateTime at={row.createdAt} as="ago" /> },
      ]} empty={<EmptyState title={t('Tidak ada usulan yang menunggu')}>{t('Pegawai mengusulkan perubahan dari halaman Data saya.')}</EmptyState>} />
      <Pager newer={query.setelah ? addressWith(request.url, {}) : null} older={next ? `/kerja/pegawai/usulan?setelah=${next}` : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
    </WorkLayout>
  ),
})
