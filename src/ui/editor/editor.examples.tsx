import { fieldsOf } from '#platform/forms/fields.ts'
import { Form } from '../form/form.tsx'
import { MarkdownField } from './editor.tsx'

export const examples = {
  'without script': () => {
    const f = fieldsOf({ isi: '## Jadwal\n\n- Senin: pendaftaran\n- Selasa: **wawancara**' })
    return <Form fields={f} submit="Simpan"><MarkdownField field={f('isi')} label="Isi" required /></Form>
  },
}
