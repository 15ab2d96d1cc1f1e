import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { disposing } from '#modules/archives/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, ButtonLink, DataTable, DateTime, EmptyState, Pager, Section, StateBadge, WorkLayout } from '#ui/index.ts'
import { disposalKinds, numberOf } from './proposal.ts'
import { listProposals } from './store.ts'
import { kindWords, stateWords } from './words.ts'

const pageSize = 40

/** Proposals of the years, and what is due today and on none of them. */
export const listPage = page({
  path: '/kerja/arsip/penyusutan',
  may: 'signed-in',
  query: z.object({ jenis: z.enum(disposalKinds).optional().catch(undefined), setelah: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, ask, government, query, who, now } = context
    if (!who.may('archives.manage') && !who.may('archives.approve')) throw new Refused()
    const [rows, due, units] = await Promise.all([listProposals(db, who, { kind: query.jenis, after: query.setelah, limit: pageSize + 1 }), ask(disposing).counts(db, who, dayIn(now, government.zone)), ask(unitDirectory).of(government.id)])
    return { rows: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]!.id : null, due: due.filter(({ kind }) => !query.jenis || kind === query.jenis), units }
  },
  view: ({ data: { rows, next, due, units }, query, request }) => (
    <WorkLayout title={t('Penyusutan arsip')} lead={t('Pemindahan, pemusnahan, dan penyerahan berkas yang habis masanya.')} breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }]}
      tabs={[{ label: t('Semua'), href: '/kerja/arsip/penyusutan', current: !query.jenis }, ...disposalKinds.map(kind => ({ label: t(kindWords[kind].label), href: `/kerja/arsip/penyusutan?jenis=${kind}`, current: query.jenis === kind }))]}>
      {due.length > 0 && (
        <Section title={t('Sudah waktunya dan belum diusulkan')}>
          <DataTable caption={t('Sudah waktunya dan belum diusulkan')} rows={due} rowKey={row => row.unitId + row.kind} columns={[
            { label: t('Kantor'), main: true, cell: row => units.byId(row.unitId)?.name ?? t('Unit yang sudah ditutup') },
            { label: t('Jenis usul'), cell: row => t(kindWords[row.kind].label) },
            { label: t('Jumlah berkas'), numeric: true, cell: row => String(row.n) },
            { label: t('Langkah'), quiet: true, cell: row => <ButtonLink kind="plain" href={`/kerja/arsip/penyusutan/baru?jenis=${row.kind}&unit=${row.unitId}`} about={`${t(kindWords[row.kind].label)} ${units.byId(row.unitId)?.name ?? ''}`}>{t('Susun usul')}</ButtonLink> },
          ]} />
        </Section>
      )}
      <Section title={t('Usul')}>
        <DataTable caption={t('Usul')} rows={rows} rowKey={row => row.id} columns={[
          { label: t('Nomor usul'), cell: row => numberOf(row) },
          { label: t('Usul'), main: true, cell: row => <a href={`/kerja/arsip/penyusutan/${row.id}`}>{t(kindWords[row.kind].title)}</a> },
          { label: t('Kantor'), cell: row => units.byId(row.unitId)?.shortName ?? t('Unit yang sudah ditutup') },
          { label: t('Jumlah berkas'), numeric: true, cell: row => String(row.entries) },
          { label: t('Per tanggal'), cell: row => <DateTime at={row.asOf} as="short" /> },
          { label: t('Keadaan'), cell: row => <StateBadge state={row.state} states={stateWords} /> },
        ]}
          empty={<EmptyState title={t('Belum ada usul')}>{t('Usul disusun dari berkas yang habis masanya menurut jadwal retensi.')}</EmptyState>} />
        <Pager newer={query.setelah ? addressWith(request.url, {}) : null} older={next ? addressWith(request.url, { setelah: next }) : null} />
      </Section>
    </WorkLayout>
  ),
})
