import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, ButtonLink, DataTable, DateTime, EmptyState, Pager, StateBadge, WorkLayout } from '#ui/index.ts'
import { importTabs } from '../parts/tabs.ts'
import { runWords } from '../parts/words.ts'
import { runsWithin } from '../store.ts'

/** Everything that was brought in, or is about to be, within reach. */
export const listPage = page({
  path: '/kerja/impor',
  may: 'imports.run',
  query: z.object({ setelah: z.string().max(40).optional() }),
  async load({ db, who, ask, government, query }) {
    const { items, next } = await runsWithin(db, who.reach('imports.run'), { after: query.setelah, limit: 30 })
    const [units, names] = await Promise.all([ask(unitDirectory).of(government.id), ask(people).named(db, [...new Set(items.flatMap(run => run.createdBy ?? []))])])
    return { items, next, units, names }
  },
  view({ data, query, request }) {
    const { items, next, units, names } = data
    const start = <ButtonLink href="/kerja/impor/baru">{t('Bawa masuk situs lama')}</ButtonLink>
    return (
      <WorkLayout title={t('Impor')} lead={t('Isi situs lama dan umpan menjadi publikasi dan halaman situs Anda; alamat lamanya tetap menuju ke sana.')} tabs={importTabs('runs')} action={start}>
        <DataTable caption={t('Impor')} rows={items} rowKey={run => run.id} mark={run => (run.state === 'ready' ? 'new' : undefined)} columns={[
          { label: t('Sumber'), main: true, cell: run => <><a href={`/kerja/impor/${run.id}`}>{run.name}</a>{run.reading.site && run.reading.site !== run.name && <small>{run.reading.site}</small>}</> },
          { label: t('Kanal'), cell: run => units.byId(run.unitId)?.shortName },
          { label: t('Keadaan'), cell: run => <StateBadge state={run.state} states={runWords} /> },
          { label: t('Baru'), numeric: true, cell: run => (run.kind ? run.counts.create : null) },
          { label: t('Perlu dilihat'), numeric: true, cell: run => (run.kind ? run.counts.look : null) },
          { label: t('Dimulai'), cell: run => <><DateTime at={run.createdAt} as="short" /> {names.get(run.createdBy ?? '')?.name}</> },
        ]} empty={<EmptyState title={t('Belum ada yang dibawa masuk')} action={start}>{t('Siapkan berkas ekspor dari WordPress: Perkakas → Ekspor → Semua konten.')}</EmptyState>} />
        <Pager newer={query.setelah ? '/kerja/impor' : null} older={next ? addressWith(request.url, { setelah: next }) : null} />
      </WorkLayout>
    )
  },
})
