import { fieldsOf } from '#platform/forms/fields.ts'
import { TextArea, TextField } from '../field/field.tsx'
import { Form, FormSection } from './form.tsx'

export const examples = {
  sections: () => {
    const f = fieldsOf({})
    return (
      <Form fields={f} submit="Kirim laporan">
        <FormSection title="Apa yang terjadi" hint="Tulis seperti bercerita kepada petugas.">
          <TextField field={f('judul')} label="Judul" required />
          <TextArea field={f('isi')} label="Cerita" required />
        </FormSection>
        <FormSection title="Tentang Anda">
          <TextField field={f('nama')} label="Nama" autocomplete="name" />
        </FormSection>
        <FormSection title="Bila perlu" folded>
          <TextField field={f('telepon')} label="Telepon" type="tel" />
        </FormSection>
      </Form>
    )
  },
}
