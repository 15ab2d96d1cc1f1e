import { fieldsOf } from '#platform/forms/fields.ts'
import { Form } from '../form/form.tsx'
import { LeadChoice } from './lead-choice.tsx'

const options = [
  { value: '1', label: 'Kepala Bidang Informasi dan Komunikasi Publik', hint: 'Dra. Endang Sulistyorini' },
  { value: '2', label: 'Kepala Bidang Penyelenggaraan SPBE', hint: 'Belum ada pejabat' },
  { value: '3', label: 'Sekretaris Dinas', hint: 'Bambang Priyono, S.Kom.' },
]

export const examples = {
  chosen: () => {
    const fields = fieldsOf({ kepada: ['1', '3'], penanggung: '1' })
    return <Form fields={fields} submit="Kirim"><LeadChoice field={fields('kepada')} lead={fields('penanggung')} label="Kepada" leadLabel="Penanggung jawab" options={options} /></Form>
  },
  'with errors': () => {
    const fields = fieldsOf({ kepada: ['1', '2'] }, [{ name: 'penanggung', message: { text: 'Pilih satu penanggung jawab di antara penerima.' } }])
    return <Form fields={fields} submit="Kirim"><LeadChoice field={fields('kepada')} lead={fields('penanggung')} label="Kepada" leadLabel="Penanggung jawab" options={options} /></Form>
  },
}
