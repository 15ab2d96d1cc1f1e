import type { ComponentChildren } from 'preact'
import { fieldsOf } from '#platform/forms/fields.ts'
import { PasswordField } from '../field/field.tsx'
import { Form } from '../form/form.tsx'

/** A secret that a browser encrypted under one passkey; only that passkey opens it again. All parts in base64url. */
export interface Seal {
  credentialId: string
  salt: string
  iv: string
  ciphertext: string
}

/** What is said when it did not come to its end; sentences. */
interface Outcomes {
  /** Neither this browser nor this passkey can keep a secret (WebAuthn PRF). */
  unable: string
  /** The person, or their device, stopped. */
  stopped: string
}

export interface SealFormProps extends Outcomes {
  /** The person's passkeys; their device asks which. */
  credentialIds: readonly string[]
  /** The typed secret; it never leaves the browser as it is. */
  label: string
  hint?: string
  submit: string
  /** What the form carries besides. */
  children?: ComponentChildren
}

/** Asks for a secret and sends it sealed under a passkey, as `credential`, `salt`, `iv`, `ciphertext`. Shown by the `passkey-seal` script. */
export const SealForm = ({ credentialIds, label, hint, submit, unable, stopped, children }: SealFormProps) => (
  <div data-passkey-seal={JSON.stringify(credentialIds)} data-unable={unable} data-stopped={stopped}>
    <div hidden>
      <Form submit={submit}>
        {children}
        {['credential', 'salt', 'iv', 'ciphertext'].map(name => <input key={name} type="hidden" name={name} />)}
        <PasswordField field={fieldsOf({})('secret')} label={label} hint={hint} required />
      </Form>
    </div>
    <p class="hint" role="status" />
  </div>
)

export interface OpenSealProps extends Outcomes {
  seals: readonly Seal[]
  /** Name of the input that is otherwise typed. */
  into: string
  label: string
  /** What is said when the seal does not open with this passkey. */
  spoilt: string
}

/** Stands among the actions of a form and sends it with the secret of a seal instead of a typed one. Drawn by the `passkey-seal` script. */
export const OpenSeal = ({ seals, into, label, unable, stopped, spoilt }: OpenSealProps) =>
  seals.length > 0 ? <div data-passkey-open={JSON.stringify(seals)} data-into={into} data-label={label} data-unable={unable} data-stopped={stopped} data-spoilt={spoilt} /> : null
