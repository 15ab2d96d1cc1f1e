import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { addressWith, ButtonLink, DataTable, DateTime, EmptyState, FilterBar, Pager, StateBadge, WorkLayout } from '#ui/index.ts'
import { stateOf } from '../decree.ts'
import { kindOf } from '../kinds/kinds.ts'
import { staffTabs } from '../parts/here.ts'
import { stageWords, stateWords } from '../parts/words.ts'
import { listDecrees, type Stage } from '../store.ts'

const pageSize = 40
const stages = ['running', 'trouble', 'written', 'closed'] as const satisfies readonly Stage[]

/** Decrees that became letters: what is under way, what must be looked at, what was written. */
export const listPage = page({
  path: '/kerja/kepegawaian/surat',
  may: 'personnel.manage',
  query: z.object({ tahap: z.enum(stages).default('running').catch('running'), setelah: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, who, ask, government, query } = context
    const found = await listDecrees(db, who, { stage: query.tahap, before: query.setelah, limit: pageSize + 1 })
    const rows = found.slice(0, pageSize)
    const [units, people, known, tabs] = await Promise.all([
      ask(unitDirectory).of(government.id), ask(employees).byId(db, rows.map(({ employeeId }) => employeeId)), ask(letters).byIds(db, rows.map(({ letterId }) => letterId)), staffTabs(context),
    ])
    return { units, people, known, tabs, rows, next: found.length > pageSize ? rows.at(-1)!.letterId : null }
  },
  view({ data: { units, people, known, tabs, rows, next }, query, request }) {
    const here = addressWith(request.url, {})
    return (
      <WorkLayout title={t('Surat kepegawaian')} lead={t('Surat dari daftar jatuh tempo. Setelah ditandatangani, isinya masuk riwayat pegawai.')} tabs={tabs()}>
        <FilterBar quick={stages.map(stage => ({ label: t(stageWords[stage].label), href: addressWith(here, { tahap: stage }), current: stage === query.tahap }))} />
        <DataTable caption={t('Surat kepegawaian')} rows={rows} rowKey={row => row.letterId} columns={[
          { label: t('Nama'), main: true, cell: row => <a href={`/kerja/kepegawaian/surat/${row.letterId}`}>{people.get(row.employeeId)?.name ?? t('Berkas yang sudah tidak ada')}</a> },
          { label: t('Jenis'), cell: row => t(kindOf(row.kind).label) },
          { label: t('Jatuh tempo'), cell: row => <DateTime at={row.dueOn} as="short" /> },
          { label: t('Unit kerja'), cell: row => units.byId(row.unitId)?.name ?? t('Unit yang sudah ditutup') },
          { label: t('Nomor surat'), cell: row => known.get(row.letterId)?.number ?? '–' },
          { label: t('Keadaan'), cell: row => <StateBadge state={stateOf(row, known.get(row.letterId))} states={stateWords} /> },
        ]} empty={<EmptyState title={t('Tidak ada surat pada tahap ini')} action={<ButtonLink kind="quiet" href="/kerja/pegawai/jatuh-tempo">{t('Buka daftar jatuh tempo')}</ButtonLink>}>{t('Surat disiapkan dari daftar jatuh tempo.')}</EmptyState>} />
        <Pager newer={query.setelah ? here : null} older={next ? `${here}${here.includes('?') ? '&' : '?'}setelah=${next}` : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})
