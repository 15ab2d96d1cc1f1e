import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { addressWith, Badge, DataTable, DateTime, EmptyState, FilterBar, Pager, StateBadge, WorkLayout } from '#ui/index.ts'
import { todayOf } from '../parts/here.ts'
import { archiveTabs } from '../parts/tabs.ts'
import { readerOf } from '../policy.ts'
import { loanStateWords, type LoanState } from './loan.ts'
import { listLoans } from './loan-store.ts'

const pageSize = 40
const shownStates = ['requested', 'lent', 'returned'] as const satisfies LoanState[]

/** Loans of the archives one keeps, and one's own. */
export const loansPage = page({
  path: '/kerja/arsip/pinjaman',
  may: 'signed-in',
  query: z.object({ keadaan: z.enum(shownStates).optional().catch(undefined), setelah: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, ask, query } = context
    const rows = await listLoans(db, await readerOf(context), { state: query.keadaan, after: query.setelah, limit: pageSize + 1 })
    return { rows: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]!.id : null, names: await ask(people).named(db, rows.map(({ borrower }) => borrower)), today: todayOf(context) }
  },
  view: ({ data: { rows, next, names, today }, query, request, who }) => (
    <WorkLayout title={t('Peminjaman arsip')} breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }]} tabs={archiveTabs(who, 'loans')}>
      <FilterBar quick={[{ label: t('Semua keadaan'), href: '/kerja/arsip/pinjaman', current: !query.keadaan }, ...shownStates.map(state => ({ label: t(loanStateWords[state].label), href: `/kerja/arsip/pinjaman?keadaan=${state}`, current: query.keadaan === state }))]} />
      <DataTable caption={t('Peminjaman arsip')} rows={rows} rowKey={row => row.id}
        columns={[
          { label: t('Judul berkas'), main: true, cell: row => <a href={`/kerja/arsip/pinjaman/${row.id}`}>{row.title}</a> },
          { label: t('Nomor berkas'), cell: row => row.number },
          { label: t('Peminjam'), cell: row => names.get(row.borrower)?.name ?? t('Akun yang sudah dihapus') },
          { label: t('Diminta'), cell: row => <DateTime at={row.requestedAt} as="short" /> },
          { label: t('Kembali'), cell: row => (row.returnedAt ? <DateTime at={row.returnedAt} as="short" /> : <DateTime at={row.dueOn ?? row.wantedUntil} as="short" />) },
          { label: t('Keadaan'), cell: row => <><StateBadge state={row.state} states={loanStateWords} /> {row.state === 'lent' && row.dueOn && row.dueOn < today && <Badge tone="bad">{t('Lewat waktu')}</Badge>}</> },
        ]}
        empty={<EmptyState title={t('Tidak ada pinjaman di sini')}>{t('Berkas dipinjam dari halamannya dengan tombol Pinjam.')}</EmptyState>} />
      <Pager newer={query.setelah ? addressWith(request.url, {}) : null} older={next ? addressWith(request.url, { setelah: next }) : null} />
    </WorkLayout>
  ),
})
