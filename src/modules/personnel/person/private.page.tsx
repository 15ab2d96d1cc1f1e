import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { ButtonLink, FactList, WorkLayout } from '#ui/index.ts'
import { fullName } from '../employee.ts'
import { privateFacts } from '../parts/facts.tsx'
import { crumbsOf, fileHere, todayOf } from '../parts/here.ts'
import { History } from '../parts/history.tsx'
import { listsOn } from '../parts/lists.ts'
import { mayManageKind } from '../policy.ts'
import { historyOf } from '../records-store.ts'
import { nikOf } from '../store.ts'

/** What of a file is nobody's business but of those who must know: NIK in clear, address, family, discipline. Each opening is an audited act. */
export const privatePage = page({
  path: '/kerja/pegawai/:id/pribadi',
  may: 'personnel.read-sensitive',
  audited: true,
  async load(context) {
    const { db, hands } = context
    const file = await fileHere(context, 'personnel.read-sensitive')
    const [lists, records] = await Promise.all([listsOn(db, todayOf(context)), historyOf(db, file.id, true)])
    return { file: { ...file, nik: nikOf(hands.secret, file) }, lists, records }
  },
  view({ data: { file, lists, records }, who }) {
    const here = `/kerja/pegawai/${file.id}`
    const officer = mayManageKind(who, file, { sensitive: true })
    return (
      <WorkLayout title={t('Data pribadi')} lead={t('Pembukaan halaman ini tercatat dalam jejak audit.')} breadcrumbs={crumbsOf(file)}>
        <FactList facts={[{ label: t('Nama'), value: fullName(file) }, ...privateFacts(file)]} />
        <History records={records} lists={lists} fileHref={id => `${here}/berkas/${id}`} shown={kind => kind.sensitive}
          addHref={kind => (officer && kind.kind !== 'personal' ? `${here}/riwayat/${kind.kind}/baru` : null)}
          act={officer ? (record, kind, title) => kind.kind !== 'personal' && <ButtonLink kind="plain" href={`${here}/riwayat/${kind.kind}/${record.id}`} about={title}>{t('Ubah')}</ButtonLink> : undefined} />
      </WorkLayout>
    )
  },
})
