import { fieldsOf } from '#platform/forms/fields.ts'
import { Form } from '../form/form.tsx'
import { DateField, DateTimeField, HiddenField, NumberField, PasswordField, Suggestions, TextArea, TextField } from './field.tsx'

export const examples = {
  all: () => {
    const f = fieldsOf({ nomor: '000.14/412/BPS/2026', isi: 'Mohon data pegawai terpilah.', tanggal: '2026-11-20', mulai: '2026-11-26T09:00', pagu: '1.250.000' })
    return (
      <Form fields={f} submit="Simpan">
        <HiddenField name="versi" value="3" />
        <TextField field={f('nomor')} label="Nomor surat" hint="Seperti tertulis pada suratnya" required width="half" />
        <TextField field={f('untuk')} label="Untuk" suggestions="jabatan" />
        <Suggestions id="jabatan" words={['Kepala Dinas Kesehatan', 'Camat Slawi']} />
        <TextField field={f('surel')} label="Surel" type="email" autocomplete="email" />
        <TextArea field={f('isi')} label="Isi ringkas" required />
        <DateField field={f('tanggal')} label="Tanggal diterima" required />
        <DateTimeField field={f('mulai')} label="Mulai" required />
        <NumberField field={f('pagu')} label="Pagu" prefix="Rp" required />
        <NumberField field={f('peserta')} label="Peserta" suffix="orang" />
        <PasswordField field={f('sandi')} label="Kata sandi" required />
      </Form>
    )
  },
  'with errors': () => {
    const f = fieldsOf({ nomor: 'A', pagu: 'banyak' }, [
      { name: 'nomor', message: { text: 'Isi nomor surat' } },
      { name: 'pagu', message: { text: 'Tulis angka saja' } },
      { name: '', message: { text: 'Formulir ini sudah diubah orang lain' } },
    ])
    return (
      <Form fields={f} submit="Simpan">
        <TextField field={f('nomor')} label="Nomor surat" hint="Seperti tertulis pada suratnya" required />
        <NumberField field={f('pagu')} label="Pagu" prefix="Rp" required />
      </Form>
    )
  },
}
