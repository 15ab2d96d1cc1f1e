import { fieldsOf } from '#platform/forms/fields.ts'
import { Form } from '../form/form.tsx'
import { PasswordField } from '../field/field.tsx'
import { OpenSeal, SealForm } from './passkey-seal.tsx'

const outcomes = { unable: 'Peramban atau kunci sandi ini tidak mendukungnya.', stopped: 'Kunci sandi tidak dipakai.' }
const seal = { credentialId: 'AAAA', salt: 'AAAA', iv: 'AAAA', ciphertext: 'AAAA' }

export const examples = {
  seal: () => <SealForm credentialIds={['AAAA']} label="Passphrase" submit="Ikat" {...outcomes} />,
  open: () => <Form submit="Tanda tangani" actions={<OpenSeal seals={[seal]} into="passphrase" label="Tanda tangani dengan kunci sandi" spoilt="Ikatan ini tidak dapat dibuka lagi." {...outcomes} />}><PasswordField field={fieldsOf({})('passphrase')} label="Passphrase" required /></Form>,
}
