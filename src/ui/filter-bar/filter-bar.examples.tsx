import { fieldsOf } from '#platform/forms/fields.ts'
import { SelectField } from '../choice/choice.tsx'
import { DateField } from '../field/field.tsx'
import { FilterBar } from './filter-bar.tsx'

const f = fieldsOf({ sifat: 'segera' })
const natures = [{ value: 'segera', label: 'Segera' }, { value: 'biasa', label: 'Biasa' }]

export const examples = {
  closed: () => (
    <FilterBar search={{ label: 'Cari surat', placeholder: 'Nomor, perihal, pengirim' }} quick={[{ label: 'Belum dibaca', href: '/surat?baca=belum', current: true }, { label: 'Tenggat minggu ini', href: '/surat?tenggat=minggu' }]}>
      <SelectField field={f('sifat')} label="Sifat" options={natures} empty="Semua" />
    </FilterBar>
  ),
  active: () => (
    <FilterBar search={{ label: 'Cari surat', value: 'data' }} keep={{ urut: '-tenggat' }} active={[{ name: 'q', label: '“data”' }, { name: 'sifat', label: 'Sifat: segera' }]}>
      <SelectField field={f('sifat')} label="Sifat" options={natures} empty="Semua" />
      <DateField field={f('sejak')} label="Sejak tanggal" />
    </FilterBar>
  ),
}
