import { Badge } from '../badge/badge.tsx'
import { DateTime } from '../date-time/date-time.tsx'
import { EmptyState } from '../empty-state/empty-state.tsx'
import { ButtonLink } from '../button/button.tsx'
import { Section } from '../section/section.tsx'
import { type Column, DataTable, NewestTable } from './data-table.tsx'

interface Letter { id: string; subject: string; number: string; from: string; due: string; late: boolean; waits: boolean }

const letters: Letter[] = [
  { id: '1', subject: 'Permintaan data kepegawaian terpilah untuk Satu Data', number: '000.14/412/BPS/2026', from: 'BPS Kabupaten Tegal', due: '2026-11-20', late: true, waits: true },
  { id: '2', subject: 'Undangan Forum Perangkat Daerah 2027', number: '000.7/98/BAPPEDA/2026', from: 'Bappeda', due: '2026-11-26', late: false, waits: true },
  { id: '3', subject: 'Nota dinas pengadaan perangkat jaringan 12 desa', number: '000.3/17/INFRA/2026', from: 'Seksi Infrastruktur', due: '2026-11-27', late: false, waits: false },
]

const columns: Column<Letter>[] = [
  { label: 'Perihal', main: true, sort: 'perihal', cell: r => <><a href={`/surat/${r.id}`}>{r.subject}</a><small>{r.number}</small></> },
  { label: 'Dari', sort: 'dari', cell: r => r.from },
  { label: 'Tenggat', sort: 'tenggat', cell: r => (r.late ? <Badge tone="bad">terlambat 1 hari</Badge> : <DateTime at={r.due} as="short" />) },
  { label: 'Tindakan', quiet: true, cell: r => <ButtonLink href={`/surat/${r.id}/tanggapi`} kind="plain" about={r.subject}>Tanggapi</ButtonLink> },
]

const money: Column<{ name: string; ceiling: string; spent: string }>[] = [
  { label: 'Program', main: true, cell: r => r.name },
  { label: 'Pagu', numeric: true, cell: r => r.ceiling },
  { label: 'Realisasi', numeric: true, cell: r => r.spent },
]

export const examples = {
  letters: () => <DataTable caption="Surat untuk Anda" columns={columns} rows={letters} rowKey={r => r.id} mark={r => (r.waits ? 'new' : undefined)} sort="-tenggat" />,
  'with sums': () => (
    <DataTable caption="Anggaran 2026" showCaption columns={money} foot={['Jumlah', 'Rp13.950.000.000', 'Rp9.120.000.000']}
      rows={[{ name: 'Penyelenggaraan jalan', ceiling: 'Rp12.700.000.000', spent: 'Rp8.400.000.000' }, { name: 'Informasi dan komunikasi publik', ceiling: 'Rp1.250.000.000', spent: 'Rp720.000.000' }]} />
  ),
  'grown long': () => <Section title="Surat masuk"><NewestTable caption="Surat masuk" columns={columns} rows={letters} rowKey={r => r.id} newest={2} /></Section>,
  empty: () => (
    <DataTable caption="Surat untuk Anda" columns={columns} rows={[]}
      empty={<EmptyState title="Belum ada surat" action={<ButtonLink href="/surat/terima">Terima surat</ButtonLink>}>Catat surat pertama yang datang di unit Anda.</EmptyState>} />
  ),
}
