import type { Fields } from '#platform/forms/fields.ts'
import type { StoredFile } from '#platform/files/files.ts'
import { t } from '#platform/i18n/locale.ts'
import { FileField, Form, TextArea } from '#ui/index.ts'

/** Saying that one has done with a disposition. `noting` when it asked for nothing but to know. */
export const ReportForm = ({ action, fields, kept = [], noting }: { action?: string; fields: Fields; kept?: StoredFile[]; noting: boolean }) => (
  <Form action={action} fields={fields} multipart submit={noting ? t('Sudah diketahui') : t('Kirim laporan')}>
    <TextArea field={fields('laporan')} label={t('Apa yang sudah dikerjakan')} required={!noting} rows={4} maxlength={5000} />
    <FileField field={fields('berkas')} label={t('Berkas')} hint={t('PDF, dokumen, atau foto, paling besar 20 MB masing-masing')} multiple kept={kept.map(({ id, name, bytes }) => ({ id, name, size: bytes }))} />
  </Form>
)
