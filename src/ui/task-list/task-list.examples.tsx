import { TaskList } from './task-list.tsx'

export const examples = {
  home: () => (
    <TaskList items={[
      { label: 'Ajukan layanan', href: '/layanan', hint: '112 layanan, biaya dan waktunya jelas' }, { label: 'Lapor masalah', href: '/lapor', hint: 'Jalan rusak, lampu mati, pungutan' },
      { label: 'Cek kabar hoaks', href: '/cek-fakta', hint: 'Tanyakan sebelum meneruskan' }, { label: 'Lacak permohonan', href: '/lacak', hint: 'Nomor permohonan atau kode QR' },
      { label: 'Minta informasi publik', href: '/ppid', hint: 'Dijawab dalam 10 hari kerja' }, { label: 'Produk UMKM Tegal', href: '/umkm', hint: '1.204 produk dari 96 desa' },
    ]} />
  ),
}
