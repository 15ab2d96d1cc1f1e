import { RowTable } from './row-table.tsx'

const columns = [{ name: 'kecamatan', title: 'Kecamatan', type: 'text' }, { name: 'kunjungan', title: 'Kunjungan', type: 'integer' }, { name: 'per_seribu', title: 'Per seribu penduduk', type: 'decimal' }] as const

export const examples = {
  rows: () => <RowTable caption="Kunjungan puskesmas" columns={columns} sort="-kunjungan" answer={{ columns: columns.map(({ name, type }) => ({ name, type })), rows: [['Slawi', 5210, 81.25], ['Kramat', 4980, 62.5], ['Bojong', null, null]] }} />,
}
