import { RowTable } from './row-table.tsx'

const columns = [{ name: 'kecamatan', title: 'Kecamatan', type: 'text' }, { name: 'kunjungan', title: 'Kunjungan', type: 'integer' }, { name: 'per_seribu', title: 'Per seribu penduduk', type: 'decimal' }] as const

export const examples = {
  rows: () => <RowTable caption="Kunjungan puskesmas" columns={columns} sort="-kunjungan" answer={{ columns: columns.map(({ name, type }) => ({ name, type })), rows: [['Slawi', 5210, 81.25], ['Kramat', 4980, 62.5], ['Bojong', null, null]] }} />,
  years: () => <RowTable caption="Jembatan" columns={[{ name: 'nama', title: 'Nama', type: 'text' }, { name: 'bentang', title: 'Bentang', type: 'decimal', unit: 'm' }, { name: 'tahun', title: 'Tahun', type: 'integer' }]}
    answer={{ columns: [{ name: 'nama', type: 'text' }, { name: 'bentang', type: 'decimal' }, { name: 'tahun', type: 'integer' }], rows: [['Kali Gung', 45.5, 1988], ['Kali Rambut', 1200, 2014]] }} />,
}
