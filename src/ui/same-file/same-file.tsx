import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { FileField } from '../file-field/file-field.tsx'
import { Form } from '../form/form.tsx'

export interface SameFileProps {
  /** SHA-256 of the file that is known, in hexadecimal digits. */
  sha256: string
  /** What is said of a file that is the same, and of another one. */
  same: string
  different: string
  label: string
  fields: Fields
}

/**
 * Compares a file somebody holds with one we know. In the browser it is hashed where it is; without JavaScript the form
 * sends it as `file`.
 */
export const SameFile = ({ sha256, same, different, label, fields }: SameFileProps) => (
  <div class="same-file" data-same-file={sha256} data-words={JSON.stringify({ same, different, reading: t('Membaca berkas …') })}>
    <Form fields={fields} multipart submit={t('Bandingkan')}>
      <FileField field={fields('file')} label={label} accept=".pdf" required />
    </Form>
    <p role="status" />
  </div>
)
