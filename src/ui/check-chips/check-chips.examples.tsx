import { fieldsOf } from '#platform/forms/fields.ts'
import { DateField } from '../field/field.tsx'
import { Form } from '../form/form.tsx'
import { CheckChips } from './check-chips.tsx'

const words = [{ value: 'tindak-lanjuti', label: 'Tindak lanjuti' }, { value: 'hadiri', label: 'Hadiri' }, { value: 'telaah', label: 'Pelajari dan telaah' }, { value: 'siapkan-jawaban', label: 'Siapkan jawaban' }]
const days = [{ value: '0', label: 'Hari ini' }, { value: '2', label: '2 hari kerja' }, { value: '5', label: '5 hari kerja' }]

export const examples = {
  several: () => {
    const fields = fieldsOf({ arahan: ['tindak-lanjuti', 'siapkan-jawaban'], batas: 'tanggal', tanggal: '2026-11-26' })
    return (
      <Form fields={fields} submit="Kirim">
        <CheckChips field={fields('arahan')} label="Arahan" options={words} required />
        <CheckChips field={fields('batas')} label="Batas waktu" options={[...days, { value: 'tanggal', label: 'Tanggal lain', more: <DateField field={fields('tanggal')} label="Tanggal" /> }]} single required />
      </Form>
    )
  },
  'with errors': () => {
    const fields = fieldsOf({}, [{ name: 'arahan', message: { text: 'Pilih arahan' } }])
    return <Form fields={fields} submit="Kirim"><CheckChips field={fields('arahan')} label="Arahan" hint="Boleh lebih dari satu" options={words} required /></Form>
  },
}
