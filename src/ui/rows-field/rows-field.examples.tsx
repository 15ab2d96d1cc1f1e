import { fieldsOf } from '#platform/forms/fields.ts'
import { Form } from '../form/form.tsx'
import { RowsField } from './rows-field.tsx'

const fields = fieldsOf(
  { 'baris-0-label': 'Dusun Krajan', 'baris-0-men': '412', 'baris-0-women': '398', 'baris-1-label': 'Dusun Sambeng', 'baris-1-men': 'banyak', 'baris-1-women': '271' },
  [{ name: 'baris-1-men', message: { text: 'Tulis angka saja' } }],
)

export const examples = {
  'numbers with errors': () => (
    <Form fields={fields} submit="Simpan">
      <RowsField field={fields('baris')} label="Penduduk menurut dusun" hint="Baris yang dikosongkan akan hilang." count={5} cell={(row, key) => fields(`baris-${row}-${key}`)}
        columns={[{ key: 'label', label: 'Kelompok' }, { key: 'men', label: 'Laki-laki', numeric: true }, { key: 'women', label: 'Perempuan', numeric: true }]} />
    </Form>
  ),
  'long texts': () => {
    const empty = fieldsOf({ 'layanan-0-name': 'Surat pengantar', 'layanan-0-needs': 'Kartu keluarga\nKTP-el pemohon' })
    return (
      <Form fields={empty} submit="Simpan">
        <RowsField field={empty('layanan')} label="Layanan" count={2} cell={(row, key) => empty(`layanan-${row}-${key}`)}
          columns={[{ key: 'name', label: 'Nama layanan' }, { key: 'needs', label: 'Persyaratan', lines: true }, { key: 'group', label: 'Jenis', options: [{ value: 'a', label: 'Administrasi' }, { value: 'b', label: 'Lainnya' }] }]} />
      </Form>
    )
  },
}
