import { fieldsOf } from '#platform/forms/fields.ts'
import { Form } from '../form/form.tsx'
import { documents } from './documents.tsx'
import { choice, day, english, line, link, markdown, money, number, point } from './inputs.tsx'
import { fill } from './part.ts'
import { PartFields } from './part-fields.tsx'
import { pictures } from './pictures.tsx'
import { rows } from './rows.tsx'

const parts = {
  name: line('Nama', { required: true }),
  nature: choice('Sifat', { biasa: 'Biasa', segera: 'Segera' }),
  text: markdown('Isi'),
  english: english(markdown('Isi (Inggris)')),
  amount: money('Biaya'),
  count: number('Jumlah'),
  date: day('Tanggal'),
  address: link('Tautan'),
  place: point('Letak'),
  pictures: pictures('Foto', { many: true }),
  documents: documents('Dokumen', { '': 'Lainnya', laporan: 'Laporan' }),
  rows: rows('Rincian', { columns: { label: { label: 'Uraian' }, amount: { label: 'Anggaran', as: 'money' } } }),
}

const id = '019aa000-0000-7000-8000-000000000001'
const stored = {
  name: 'Pasar desa', amount: '1250000', place: { latitude: -6.9735, longitude: 109.1334 }, rows: [{ label: 'Atap', amount: '750000' }],
  pictures: [{ fileId: id, alt: 'Pasar pagi', width: 800, height: 600 }], documents: [{ fileId: id, name: 'rab.pdf', mediaType: 'application/pdf', bytes: 90_000, title: 'Rencana biaya' }],
}

export const examples = {
  'all kinds': () => {
    const fields = fieldsOf(fill(parts, stored))
    return <Form fields={fields} multipart submit="Simpan"><PartFields parts={parts} fields={fields} kept={{}} stored={stored} /></Form>
  },
}
