import { fieldsOf } from '#platform/forms/fields.ts'
import { Form } from '../form/form.tsx'
import { FileField } from './file-field.tsx'

const f = fieldsOf({})

export const examples = {
  empty: () => <Form multipart submit="Kirim"><FileField field={f('berkas')} label="Pindaian surat" hint="PDF atau foto, paling besar 10 MB" accept=".pdf,image/*" required /></Form>,
  kept: () => <Form multipart submit="Kirim"><FileField field={f('berkas')} label="Pindaian surat" kept={[{ id: '019aa0', name: 'undangan-forum.pdf', size: 1_400_000 }]} required /></Form>,
}
