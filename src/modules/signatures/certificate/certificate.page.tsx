import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { confirmation } from '#modules/confirmation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { Form, Notice, PasswordField, WorkLayout } from '#ui/index.ts'
import { signing } from '../contract.ts'
import { TestNotice } from '../sign/form.tsx'

/** Name as it stands in the certificate: with titles, where the person is on file. */
const nameOf = async ({ ask, db, who }: Pick<Context, 'ask' | 'db' | 'who'>) => (await ask(employees).byAccount(db, [who.account!.id])).get(who.account!.id)?.name ?? who.account!.name

/** One's own certificate: whether there is one, and with the test authority a passphrase for a new one. */
export const certificatePage = page({
  path: '/akun/sertifikat',
  may: 'signed-in',
  form: z.object({
    passphrase: z.string('Isi passphrase').min(12, 'Paling sedikit {min} huruf').max(200, 'Paling banyak {max} huruf'),
    again: z.string('Ulangi passphrase').min(1, 'Ulangi passphrase'),
  }).refine(({ passphrase, again }) => passphrase === again, { message: 'Kedua passphrase tidak sama', path: ['again'] }),
  async load(context) {
    const { ask, government, who } = context
    const signer = ask(signing).of(government.id)
    return { test: signer.test, has: signer.test && (await signer.canSign(who.account!.id)), fresh: await ask(confirmation).isFresh(context) }
  },
  view: ({ data: { test, has, fresh }, fields }) => (
    <WorkLayout title={t('Sertifikat elektronik')} lead={t('Yang membuat tanda tangan Anda pada surat dapat diperiksa siapa saja.')} width="text" breadcrumbs={[{ label: t('Akun saya'), href: '/akun' }, { label: t('Sertifikat elektronik') }]}>
      {!test ? <Notice><p>{t('Sertifikat Anda diterbitkan oleh BSrE dan diurus di sana. Di sini Anda hanya mengetik passphrase saat menandatangani.')}</p></Notice> : (
        <>
          <TestNotice />
          <p>{has ? t('Anda memiliki sertifikat uji coba. Membuat yang baru menggantikan passphrase lama; surat yang sudah ditandatangani tetap berlaku.') : t('Anda belum memiliki sertifikat. Pilih passphrase yang hanya Anda ketahui.')}</p>
          {fresh ? (
            <Form fields={fields} submit={has ? t('Ganti sertifikat') : t('Buat sertifikat')}>
              <PasswordField field={fields('passphrase')} label={t('Passphrase baru')} hint={t('Paling sedikit 12 huruf, misalnya tiga kata yang tidak berhubungan.')} autocomplete="new-password" required />
              <PasswordField field={fields('again')} label={t('Ulangi passphrase')} autocomplete="new-password" required />
            </Form>
          ) : <p><a class="button primary" href="/konfirmasi?lanjut=/akun/sertifikat">{t('Konfirmasi diri Anda dahulu')}</a></p>}
        </>
      )}
    </WorkLayout>
  ),
  // The authority takes connections of its own, and keeps the key as soon as it is made.
  async before(context) {
    const { ask, government, who, input } = context
    if (!(await ask(confirmation).isFresh(context))) throw new Problem('', 'Konfirmasi diri Anda dahulu, lalu buat sertifikat.')
    await ask(signing).enrol(government.id, { identifier: who.account!.id, name: await nameOf(context), organisation: government.name }, input.passphrase)
  },
  act({ who, note }) {
    note({ record: ['certificate', who.account!.id], after: { made: true } })
    return Promise.resolve(goto('/akun/sertifikat', 'Sertifikat dibuat. Passphrase tidak dapat dilihat lagi, hanya diganti.'))
  },
})
