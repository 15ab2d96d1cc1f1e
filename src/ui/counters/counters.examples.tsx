import { Counters } from './counters.tsx'

export const examples = {
  desk: () => (
    <Counters label="Surat di meja Anda" items={[
      { label: 'untuk ditandatangani', href: '/surat?tugas=tanda-tangan', count: 3, current: true }, { label: 'untuk diparaf', href: '/surat?tugas=paraf', count: 12 },
      { label: 'belum dibaca', href: '/surat?tugas=baru', count: 999, more: true }, { label: 'disposisi belum ditindaklanjuti', href: '/surat?tugas=disposisi', count: 0 },
    ]} />
  ),
}
