import { fieldsOf } from '#platform/forms/fields.ts'
import { Form } from '../form/form.tsx'
import { CheckField, CheckList, RadioField, SelectField } from './choice.tsx'

const natures = [
  { value: 'biasa', label: 'Biasa' },
  { value: 'segera', label: 'Segera', hint: 'Dijawab dalam 24 jam' },
  { value: 'rahasia', label: 'Rahasia', hint: 'Hanya dibaca orang yang dituju' },
]
const units = [
  { value: '1', label: 'Dinas Komunikasi dan Informatika', group: 'Dinas' },
  { value: '2', label: 'Dinas Pekerjaan Umum', group: 'Dinas' },
  { value: '3', label: 'Adiwerna', group: 'Kecamatan' },
]

export const examples = {
  all: () => {
    const fields = fieldsOf({ sifat: 'segera', unit: '2', kanal: ['web', 'wa'], setuju: 'on' })
    return (
      <Form fields={fields} submit="Kirim">
        <SelectField field={fields('unit')} label="Unit tujuan" options={units} empty="Pilih unit" required />
        <RadioField field={fields('sifat')} label="Sifat surat" options={natures} required />
        <CheckList field={fields('kanal')} label="Beri tahu lewat" options={[{ value: 'web', label: 'Portal ini' }, { value: 'wa', label: 'WhatsApp' }, { value: 'surel', label: 'Surel' }]} />
        <CheckField field={fields('setuju')} label="Keterangan ini benar" required />
      </Form>
    )
  },
  'with errors': () => {
    const fields = fieldsOf({}, [
      { name: 'unit', message: { text: 'Pilih unit tujuan' } },
      { name: 'sifat', message: { text: 'Pilih sifat surat' } },
      { name: 'setuju', message: { text: 'Centang bila keterangannya benar' } },
    ])
    return (
      <Form fields={fields} submit="Kirim">
        <SelectField field={fields('unit')} label="Unit tujuan" options={units} empty="Pilih unit" required />
        <RadioField field={fields('sifat')} label="Sifat surat" hint="Sifat menentukan tenggat" options={natures} required />
        <CheckField field={fields('setuju')} label="Keterangan ini benar" required />
      </Form>
    )
  },
}
