import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { Form, Notice, PasswordField } from '#ui/index.ts'
import type { Letter } from '#modules/correspondence/contract.ts'

/** Said wherever a signature of the test authority is made. */
export const TestNotice = () => <Notice tone="warn"><p>{t('Instalasi ini memakai otoritas uji coba: tanda tangannya tidak sah dan ditandai demikian.')} <a href="/akun/sertifikat">{t('Sertifikat saya')}</a></p></Notice>

/** The one thing a signer types; `action` when it stands on another page. */
export const SignForm = ({ letter, fields, action }: { letter: Pick<Letter, 'id'>; fields: Fields; action?: string }) => (
  <Form fields={fields} action={action} submit={t('Tanda tangani')} id={`ttd-${letter.id}`}>
    <PasswordField field={fields('passphrase')} label={t('Passphrase')} hint={t('Diketik setiap kali menandatangani, dan tidak disimpan.')} autocomplete="current-password" required />
  </Form>
)
