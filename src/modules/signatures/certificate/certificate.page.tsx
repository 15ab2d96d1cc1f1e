import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { confirmation } from '#modules/confirmation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { Button, ButtonLink, ErrorSummary, Form, Notice, PasswordField, WorkLayout } from '#ui/index.ts'
import { signing } from '../contract.ts'
import { TestNotice } from '../sign/form.tsx'
import { KeysSection } from './keys.tsx'
import { keepSeal, keysOf, removeSeals } from './seals.ts'

/** Name as it stands in the certificate: with titles, where the person is on file. */
const nameOf = async ({ ask, db, who }: Pick<Context, 'ask' | 'db' | 'who'>) => (await ask(employees).byAccount(db, [who.account!.id])).get(who.account!.id)?.name ?? who.account!.name

/** What a browser made, in base64url; the ciphertext is that of a passphrase with its padding. */
const made = (least: number, most: number) => z.string('Coba sekali lagi').regex(/^[\w-]+$/, 'Coba sekali lagi').min(least, 'Coba sekali lagi').max(most, 'Coba sekali lagi')

const steps = z.discriminatedUnion('langkah', [
  z.object({
    langkah: z.literal('buat'),
    passphrase: z.string('Isi passphrase').min(12, 'Passphrase paling sedikit {min} huruf').max(200, 'Paling banyak {max} huruf'),
    again: z.string('Ulangi passphrase').min(1, 'Ulangi passphrase'),
  }).refine(({ passphrase, again }) => passphrase === again, { message: 'Kedua passphrase tidak sama', path: ['again'] }),
  z.object({ langkah: z.literal('ikat'), credential: made(1, 2000), salt: made(43, 43), iv: made(16, 16), ciphertext: made(700, 4000) }),
  z.object({ langkah: z.literal('lepas'), kunci: z.uuid('Pilih dari daftar') }),
])

/** One's own certificate: whether there is one, with the test authority a passphrase for a new one, and the passkeys that stand for it. */
export const certificatePage = page({
  path: '/akun/sertifikat',
  may: 'signed-in',
  form: steps,
  async load(context) {
    const { ask, government, who } = context
    const signer = ask(signing).of(government.id)
    const [has, fresh, keys] = await Promise.all([signer.test && signer.canSign(who.account!.id), ask(confirmation).isFresh(context), keysOf(context)])
    return { test: signer.test, has, fresh, keys }
  },
  view: ({ data, fields }) => <CertificateView data={data} fields={fields} />,
  // The authority takes connections of its own, and keeps the key as soon as it is made.
  async before(context) {
    const { ask, government, who, input } = context
    if (input.langkah !== 'lepas' && !(await ask(confirmation).isFresh(context))) throw new Problem('', 'Konfirmasi diri Anda dahulu, lalu ulangi.')
    if (input.langkah === 'buat') await ask(signing).enrol(government.id, { identifier: who.account!.id, name: await nameOf(context), organisation: government.name }, input.passphrase)
  },
  async act(context) {
    const { tx, input, who, note } = context
    const by = who.account!.id
    if (input.langkah === 'buat') {
      await removeSeals(tx, by)
      note({ record: ['certificate', by], after: { made: true } })
      return goto('/akun/sertifikat', 'Sertifikat dibuat. Passphrase tidak dapat dilihat lagi, hanya diganti.')
    }
    if (input.langkah === 'lepas') {
      await removeSeals(tx, by, input.kunci)
      note({ record: ['certificate', by], before: { passkey: input.kunci }, after: { passkey: null } })
      return goto('/akun/sertifikat', 'Ikatan dengan kunci sandi dilepas. Tanda tangan berikutnya dengan passphrase.')
    }
    const key = (await keysOf(context)).find(({ credentialId }) => credentialId === input.credential)
    if (!key) throw new Problem('', 'Kunci sandi ini bukan milik Anda di sini. Tambahkan dahulu di Keamanan.')
    await keepSeal(tx, by, { passkeyId: key.id, salt: input.salt, iv: input.iv, ciphertext: input.ciphertext })
    note({ record: ['certificate', by], after: { passkey: key.id } })
    return goto('/akun/sertifikat', 'Passphrase diikat dengan kunci sandi {name}.', { name: key.name ?? '' })
  },
})

function CertificateView({ data: { test, has, fresh, keys }, fields }: { data: { test: boolean; has: boolean; fresh: boolean; keys: Awaited<ReturnType<typeof keysOf>> }; fields: Fields }) {
  const { islands } = useFrame()
  const isOpen = fresh && keys.length > 0 && (has || !test)
  return (
    <WorkLayout title={t('Sertifikat elektronik')} lead={t('Yang membuat tanda tangan Anda pada surat dapat diperiksa siapa saja.')} width="text" islands={isOpen && 'passkey-seal' in islands ? ['passkey-seal'] : []} breadcrumbs={[{ label: t('Akun saya'), href: '/akun' }, { label: t('Sertifikat elektronik') }]}
      action={has && <ButtonLink kind="quiet" href="/kerja/tanda-tangan">{t('Surat yang menunggu tanda tangan saya')}</ButtonLink>}>
      <ErrorSummary fields={fields} />
      {!test ? <Notice><p>{t('Sertifikat Anda diterbitkan oleh BSrE dan diurus di sana. Di sini Anda hanya mengetik passphrase saat menandatangani.')}</p></Notice> : (
        <>
          <TestNotice link={false} />
          <p>{has ? t('Anda memiliki sertifikat uji coba. Membuat yang baru menggantikan passphrase lama; surat yang sudah ditandatangani tetap berlaku.') : t('Anda belum memiliki sertifikat. Pilih passphrase yang hanya Anda ketahui.')}</p>
          {fresh && (
            <Form actions={<Button kind={has ? 'quiet' : 'primary'} name="langkah" value="buat">{has ? t('Ganti sertifikat') : t('Buat sertifikat')}</Button>}>
              <PasswordField field={fields('passphrase')} label={t('Passphrase baru')} hint={t('Paling sedikit 12 huruf, misalnya tiga kata yang tidak berhubungan.')} autocomplete="new-password" required />
              <PasswordField field={fields('again')} label={t('Ulangi passphrase')} autocomplete="new-password" required />
            </Form>
          )}
        </>
      )}
      {!fresh && (test || keys.length > 0) && <p><a class="button primary" href="/konfirmasi?lanjut=/akun/sertifikat">{t('Konfirmasi diri Anda dahulu')}</a></p>}
      {(has || !test) && <KeysSection keys={keys} fresh={fresh} />}
    </WorkLayout>
  )
}
