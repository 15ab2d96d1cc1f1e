import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { Form, Notice, PasswordField, type Seal } from '#ui/index.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import { SignWithKey } from '../certificate/keys.tsx'
import type { Attempt } from '../store.ts'

/** Said wherever a signature of the test authority is made. */
export const TestNotice = ({ link = true }: { link?: boolean }) => <Notice tone="warn"><p>{t('Instalasi ini memakai otoritas uji coba: tanda tangannya tidak sah dan ditandai demikian.')} {link && <a href="/akun/sertifikat">{t('Sertifikat saya')}</a>}</p></Notice>

/** Scripts of a page with a form of signing: none for those who tied no passkey. */
export const islandsFor = (seals: readonly Seal[]): string[] => (seals.length > 0 ? ['passkey-seal'] : [])

/** Said to whoever tied the passphrase to a passkey, when the provider refused what came out of it. */
export const SpoiltNotice = ({ seals, attempts }: { seals: readonly Seal[]; attempts: readonly (Attempt | null)[] }) =>
  seals.length > 0 && attempts.some(attempt => attempt?.waiting === 'refused') ? (
    <Notice tone="warn"><p>{t('Passphrase terakhir tidak diterima. Bila sudah Anda ganti, ketik yang baru dan perbarui ikatannya dengan kunci sandi.')} <a href="/akun/sertifikat#kunci-sandi">{t('Perbarui ikatan')}</a></p></Notice>
  ) : null

/** The one thing a signer types, or leaves to a passkey; `action` when it stands on another page. */
export const SignForm = ({ letter, fields, seals, action }: { letter: Pick<Letter, 'id'>; fields: Fields; seals: readonly Seal[]; action?: string }) => (
  <Form fields={fields} action={action} submit={t('Tanda tangani')} actions={<SignWithKey seals={seals} />} id={`ttd-${letter.id}`}>
    <PasswordField field={fields('passphrase')} label={t('Passphrase')} hint={t('Diketik setiap kali menandatangani, dan tidak disimpan.')} autocomplete="current-password" required />
  </Form>
)
