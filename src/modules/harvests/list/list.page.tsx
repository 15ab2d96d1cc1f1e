import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { ButtonLink, DataTable, DateTime, EmptyState, StateBadge, WorkLayout } from '#ui/index.ts'
import { kindWords, runStates, sourceStates } from '../parts/words.ts'
import { sourcesOf } from '../store.ts'

/** Other portals whose catalogues are shown here as well. */
export const listPage = page({
  path: '/kerja/data/panen',
  may: 'harvests.manage',
  load: ({ db }) => sourcesOf(db),
  view: ({ data: sources }) => (
    <WorkLayout title={t('Panen katalog')} lead={t('Data yang diterbitkan di portal lain tampil juga di katalog ini, sebagai tautan dan dengan menyebut asalnya.')} breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }, { label: t('Panen katalog') }]} action={<ButtonLink href="/kerja/data/panen/baru">{t('Daftarkan sumber')}</ButtonLink>}>
      <DataTable
        caption={t('Sumber yang terdaftar')}
        rows={sources}
        rowKey={({ source }) => source.id}
        empty={<EmptyState title={t('Belum ada sumber')}>{t('Daftarkan portal dinas vertikal, provinsi, atau perangkat daerah yang sudah mempunyai katalog sendiri.')}</EmptyState>}
        columns={[
          { label: t('Sumber'), main: true, cell: ({ source }) => <a href={`/kerja/data/panen/${source.id}`}>{source.name}</a> },
          { label: t('Jenis'), cell: ({ source }) => t(kindWords[source.kind].label) },
          { label: t('Keadaan'), cell: ({ source }) => <StateBadge state={source.state} states={sourceStates} /> },
          { label: t('Kunjungan terakhir'), cell: ({ run }) => run && <><StateBadge state={run.state} states={runStates} /> {run.finishedAt && <DateTime at={run.finishedAt} as="ago" />}</> },
          { label: t('Entri'), numeric: true, cell: ({ run }) => run?.seen },
          { label: t('Berikutnya'), cell: ({ source }) => source.nextAt && <DateTime at={source.nextAt} /> },
        ]}
      />
    </WorkLayout>
  ),
})
