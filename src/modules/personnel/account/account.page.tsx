import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { candidates, unitDirectory } from '#modules/organisation/contract.ts'
import { Button, ButtonLink, DataTable, EmptyState, ErrorSummary, FactList, FilterBar, Form, HiddenField, Section, WorkLayout } from '#ui/index.ts'
import { fullName } from '../employee.ts'
import { crumbsOf, fileHere, takeFile } from '../parts/here.ts'
import { mayManage } from '../policy.ts'
import { remember } from '../remember.ts'
import { bindAccount } from '../store.ts'

/** Binds somebody's file to the account they sign in with, which then sees it and proposes changes. */
export const accountPage = page({
  path: '/kerja/pegawai/:id/akun',
  may: 'personnel.manage',
  query: z.object({ q: z.string().trim().max(100).optional().catch(undefined) }),
  form: z.object({ akun: z.uuid('Pilih akun').or(z.literal('lepas')) }),
  async load(context) {
    const { db, ask, query, government, who } = context
    const file = await fileHere(context, 'personnel.manage')
    if (!mayManage(who, file)) throw new Refused('Berkas sendiri diubah lewat usulan, yang diperiksa orang lain.')
    const [units, bound] = await Promise.all([ask(unitDirectory).of(government.id), ask(people).named(db, file.accountId ? [file.accountId] : [])])
    // Without a search, whoever has the same number or name comes first.
    const search = query.q ?? file.nip ?? file.name
    let found = await ask(candidates).search(db, search)
    if (!query.q && found.length === 0 && file.nip) found = await ask(candidates).search(db, file.name)
    return { file, units, bound: file.accountId ? (bound.get(file.accountId)?.name ?? t('Akun yang sudah tidak ada')) : null, found: found.filter(one => one.accountId !== file.accountId) }
  },
  view: ({ data: { file, units, bound, found }, query, fields, who }) => (
    <WorkLayout title={t('Akun pegawai')} lead={t('Pemilik akun melihat berkas ini di Data saya dan dapat mengusulkan perubahan.')} breadcrumbs={crumbsOf(file)}>
      <FactList facts={[{ label: t('Pegawai'), value: fullName(file) }, { label: t('NIP'), value: file.nip }, { label: t('Akun sekarang'), value: bound ?? t('Belum terhubung') }]} />
      {bound && <Form actions={<Button kind="danger" name="akun" value="lepas">{t('Lepas akun')}</Button>} />}
      <Section title={t('Hubungkan akun')}>
        <FilterBar search={{ label: t('Cari nama atau NIP'), value: query.q }} />
        <ErrorSummary fields={fields} />
        <DataTable caption={t('Hubungkan akun')} rows={found} rowKey={row => row.accountId} columns={[
          { label: t('Nama'), main: true, cell: row => row.name },
          { label: t('NIP'), cell: row => row.nip ?? '–' },
          { label: t('Jabatan'), cell: row => row.title ?? '–' },
          { label: t('Unit kerja'), cell: row => units.byId(row.unitId)?.name },
          { label: t('Tindakan'), quiet: true, cell: row => <Form actions={<Button about={row.name}>{t('Hubungkan')}</Button>}><HiddenField name="akun" value={row.accountId} /></Form> },
        ]} empty={<EmptyState title={t('Tidak ada akun yang cocok')} action={who.may('identity.manage-accounts') && <ButtonLink href="/kerja/akun/undang">{t('Undang orang')}</ButtonLink>}>{t('Cari dengan nama lain, atau undang orang ini dahulu.')}</EmptyState>} />
      </Section>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, ask, input, note, who } = context
    const file = await takeFile(tx, context)
    const account = input.akun === 'lepas' ? null : await ask(candidates).byId(tx, input.akun)
    if (input.akun !== 'lepas' && !account) throw new NotFound()
    if (account?.accountId === who.account!.id) throw new Refused('Akun sendiri dihubungkan oleh pengelola kepegawaian lain.')
    if (account?.nip && file.nip && account.nip !== file.nip) throw new Problem('akun', 'NIP akun ini berbeda dari NIP pegawai. Periksa salah satunya.')
    await bindAccount(tx, file.id, account?.accountId ?? null)
    await remember(tx, [file.id])
    note({ record: ['employee', file.id], before: { account: file.accountId }, after: { account: account?.accountId ?? null } })
    return goto(`/kerja/pegawai/${file.id}`, account ? 'Akun terhubung.' : 'Akun dilepas.')
  },
})
