import { t } from '#platform/i18n/locale.ts'
import { addMonths } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, ButtonLink, DateTime, FactList, NameList, Section, WorkLayout } from '#ui/index.ts'
import { prospects } from '../contract.ts'
import { fullName } from '../employee.ts'
import { maskedNik } from '#platform/identifiers/nik.ts'
import { serviceFacts } from '../parts/facts.tsx'
import { crumbsOf, fileHere, todayOf } from '../parts/here.ts'
import { History } from '../parts/history.tsx'
import { listsOn } from '../parts/lists.ts'
import { Portrait } from '../photo/photo.page.tsx'
import { mayManage, maySeePrivate } from '../policy.ts'
import { historyOf } from '../records-store.ts'
import { nikOf } from '../store.ts'

/** Months ahead of which a file tells. */
const ahead = 24

/** Somebody's file: facts, what falls due, histories. Opening it is an audited act. */
export const personPage = page({
  path: '/kerja/pegawai/:id',
  may: 'personnel.read',
  audited: true,
  async load(context) {
    const { db, ask, government, hands } = context
    const file = await fileHere(context, 'personnel.read')
    const today = todayOf(context)
    const [units, lists, due, records, accounts] = await Promise.all([
      ask(unitDirectory).of(government.id), listsOn(db, today), ask(prospects).of(db, file, today, addMonths(today, ahead)), historyOf(db, file.id, false), ask(people).named(db, file.accountId ? [file.accountId] : []),
    ])
    const nik = nikOf(hands.secret, file)
    return { file, units, lists, records, masked: nik && maskedNik(nik), account: file.accountId && (accounts.get(file.accountId)?.name ?? null), due }
  },
  view({ data: { file, units, lists, records, masked, account, due }, who }) {
    const here = `/kerja/pegawai/${file.id}`
    const officer = mayManage(who, file)
    return (
      <WorkLayout title={fullName(file)} lead={file.positionTitle ?? units.byId(file.unitId)?.name} breadcrumbs={crumbsOf()}
        action={<Actions>
          {officer && <ButtonLink kind="quiet" href={`${here}/ubah`}>{t('Ubah')}</ButtonLink>}
          {maySeePrivate(who, file) && <ButtonLink kind="quiet" href={`${here}/pribadi`}>{t('Data pribadi')}</ButtonLink>}
          {officer && <ButtonLink kind="quiet" href={`${here}/akun`}>{t('Akun')}</ButtonLink>}
          {officer && <ButtonLink kind="quiet" href={`${here}/foto`}>{t('Pas foto')}</ButtonLink>}
          {officer && <ButtonLink kind="quiet" href={`${here}/jabatan`}>{t('Jabatan')}</ButtonLink>}
        </Actions>}>
        <Portrait file={file} at={`${here}/foto`} />
        <FactList facts={[...serviceFacts(file, { units, lists, maskedNik: masked }), { label: t('Akun'), value: account ?? t('Belum terhubung') }]} />
        {due.length > 0 && (
          <Section title={t('Jatuh tempo')} link={{ href: '/kerja/pegawai/jatuh-tempo', label: t('Semua yang jatuh tempo') }}>
            <FactList facts={due.map(({ label, on }) => ({ label: t(label), value: <DateTime at={on} /> }))} />
          </Section>
        )}
        <History records={records} lists={lists} fileHref={id => `${here}/berkas/${id}`} shown={kind => !kind.sensitive}
          addHref={kind => (officer ? `${here}/riwayat/${kind.kind}/baru` : null)}
          act={officer ? (record, kind, title) => <ButtonLink kind="plain" href={`${here}/riwayat/${kind.kind}/${record.id}`} about={title}>{t('Ubah')}</ButtonLink> : undefined} />
        {maySeePrivate(who, file) && (
          <Section title={t('Riwayat tertutup')}>
            <NameList items={[{ label: t('Keluarga, hukuman disiplin, dan perbaikan data'), href: `${here}/pribadi` }]} />
          </Section>
        )}
      </WorkLayout>
    )
  },
})
