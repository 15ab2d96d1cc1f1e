import { DataTable } from '../data-table/data-table.tsx'
import { PrintSheet } from './print-sheet.tsx'

export const examples = {
  attendance: () => (
    <PrintSheet title="Daftar hadir bimbingan teknis" unit="Dinas Komunikasi dan Informatika" subtitle="Gelombang kedua, 26 November 2026" foot={<p>Slawi, 26 November 2026<br />Kepala Dinas</p>}>
      <DataTable caption="Daftar hadir" rows={[{ name: 'Sri Wahyuningsih', unit: 'Diskominfo' }, { name: 'Agus Prasetyo', unit: 'Kecamatan Slawi' }]}
        columns={[{ label: 'Nama', main: true, cell: r => r.name }, { label: 'Unit', cell: r => r.unit }]} />
    </PrintSheet>
  ),
}
