import { fieldsOf } from '#platform/forms/fields.ts'
import { FileField } from '../file-field/file-field.tsx'
import { Form } from '../form/form.tsx'
import { ResumableUpload } from './resumable-upload.tsx'

export const examples = {
  form: () => (
    <ResumableUpload endpoint="/kerja/data/unggahan/kiriman" done="/kerja/data/unggahan/:id" about={{ release: '019aa0' }}>
      <Form multipart submit="Unggah"><FileField field={fieldsOf({})('file')} label="Berkas data" hint="CSV, XLSX, GeoJSON, JSON, atau Parquet, sampai 1 GB" required /></Form>
    </ResumableUpload>
  ),
}
