import { DataTable } from '../data-table/data-table.tsx'
import { Share } from './share.tsx'

export const examples = {
  'in a table': () => (
    <DataTable caption="Belanja desa 2026" showCaption rows={[{ label: 'Pembangunan', share: 0.64 }, { label: 'Pemberdayaan', share: 0.07 }]} columns={[
      { label: 'Uraian', main: true, cell: row => row.label },
      { label: 'Terealisasi', numeric: true, cell: row => <Share share={row.share}>{Math.round(row.share * 100)}%</Share> },
    ]} />
  ),
}
