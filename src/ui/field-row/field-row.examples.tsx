import { fieldsOf } from '#platform/forms/fields.ts'
import { CheckField } from '../choice/choice.tsx'
import { TextField } from '../field/field.tsx'
import { Form } from '../form/form.tsx'
import { FieldRow } from './field-row.tsx'

const fields = fieldsOf({ title: '', unit: 'orang' }, [{ name: 'title', message: { text: 'Pilih unit tujuan' } }])

export const examples = {
  column: () => (
    <Form fields={fields} submit="Periksa" wide>
      <FieldRow title="jml_kunjungan" note="Contoh: 1.204 · 987 · 1.310" more={<TextField field={fields('about')} label="Penjelasan" />}>
        <TextField field={fields('title')} label="Judul" required />
        <TextField field={fields('unit')} label="Satuan" />
        <CheckField field={fields('key')} label="Kunci" required />
      </FieldRow>
    </Form>
  ),
}
