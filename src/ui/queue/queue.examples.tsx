import { Badge } from '../badge/badge.tsx'
import { Queue, type QueueEntry, QueueKeys } from './queue.tsx'

const entries: QueueEntry[] = [
  { id: '1', href: '/surat/1', title: 'Permohonan data cakupan internet desa', kind: 'Surat masuk', from: 'Bappeda', facts: ['000.9/112/BAPPEDA/2026', 'kemarin'], due: <Badge tone="bad">Terlambat 2 hari kerja</Badge>, urgency: <Badge tone="bad">Amat segera</Badge>, fresh: true },
  { id: '2', href: '/surat/2', title: 'Undangan rapat koordinasi penanganan jalan rusak di wilayah Kecamatan Bumijawa dan Bojong', kind: 'Disposisi', from: 'Sekretaris Daerah', facts: ['3 jam yang lalu'], due: <Badge tone="warn">Hari ini</Badge> },
  { id: '3', href: '/surat/3', title: 'Nota dinas usulan pelatihan', kind: 'Tembusan', from: 'Bidang Aptika' },
]

export const examples = {
  desk: () => <><Queue label="Tugas di meja Anda" entries={entries} /><QueueKeys /></>,
  'to-pick': () => <Queue label="Surat untuk ditandatangani" entries={entries.map(entry => ({ ...entry, value: entry.id }))} pick={{ action: '/tanda-tangan', name: 'surat', button: 'Tanda tangani yang dipilih' }} />,
}
