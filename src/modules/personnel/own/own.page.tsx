import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, DataTable, DateTime, EmptyState, FactList, Section, StateBadge, WorkLayout } from '#ui/index.ts'
import { fullName } from '../employee.ts'
import { privateFacts, serviceFacts } from '../parts/facts.tsx'
import { todayOf } from '../parts/here.ts'
import { History } from '../parts/history.tsx'
import { listsOn } from '../parts/lists.ts'
import { Portrait } from '../photo/photo.page.tsx'
import { recordStates } from '../parts/words.ts'
import { kindOf } from '../records/kinds.ts'
import { historyOf, proposalsOf } from '../records-store.ts'
import { employeeOfAccount, nikOf } from '../store.ts'

/** One's own file: data, histories with their papers, and what was proposed. */
export const ownPage = page({
  path: '/saya',
  may: 'signed-in',
  async load(context) {
    const { db, who, ask, government, hands } = context
    const file = await employeeOfAccount(db, who.account!.id)
    if (!file) return null
    const [units, lists, records, proposals] = await Promise.all([ask(unitDirectory).of(government.id), listsOn(db, todayOf(context)), historyOf(db, file.id, true), proposalsOf(db, file.id)])
    return { file: { ...file, nik: nikOf(hands.secret, file) }, units, lists, records, proposals }
  },
  view({ data }) {
    if (!data)
      return (
        <WorkLayout title={t('Data saya')} width="text">
          <EmptyState title={t('Akun Anda belum terhubung dengan data pegawai')}>{t('Minta pengelola kepegawaian menghubungkannya bila Anda pegawai pemerintah daerah ini.')}</EmptyState>
        </WorkLayout>
      )
    const { file, units, lists, records, proposals } = data
    return (
      <WorkLayout title={t('Data saya')} lead={fullName(file)} action={<ButtonLink kind="quiet" href="/saya/usul/personal/baru">{t('Usulkan perbaikan data')}</ButtonLink>}>
        <Portrait file={file} at="/saya/foto" />
        <FactList facts={[...serviceFacts(file, { units, lists, maskedNik: null }), ...privateFacts(file)]} />
        {proposals.length > 0 && (
          <Section title={t('Usulan saya')} id="usulan">
            <DataTable caption={t('Usulan saya')} rows={proposals} rowKey={row => row.id} columns={[
              { label: t('Riwayat'), main: true, cell: row => <>{t(kindOf(row.kind).label)}: {kindOf(row.kind).title(row.content, lists)}</> },
              { label: t('Diusulkan'), cell: row => <DateTime at={row.createdAt} as="short" /> },
              { label: t('Keadaan'), cell: row => <StateBadge state={row.state} states={recordStates} /> },
              { label: t('Catatan pemeriksa'), cell: row => row.remarks },
            ]} />
          </Section>
        )}
        <History records={records} lists={lists} fileHref={id => `/saya/berkas/${id}`} shown={kind => kind.kind !== 'personal'}
          addHref={kind => `/saya/usul/${kind.kind}/baru`} addLabel={t('Usulkan tambahan')}
          act={(record, kind, title) => <ButtonLink kind="plain" href={`/saya/usul/${kind.kind}/${record.id}`} about={title}>{t('Usulkan perbaikan')}</ButtonLink>} />
      </WorkLayout>
    )
  },
})
