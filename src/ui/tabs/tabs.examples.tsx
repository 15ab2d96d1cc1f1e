import { Tabs } from './tabs.tsx'

export const examples = {
  letters: () => (
    <Tabs label="Surat" tabs={[
      { label: 'Perlu tindakan', href: '/surat', count: 14, current: true }, { label: 'Tanda tangan', href: '/surat?tab=ttd', count: 3 }, { label: 'Paraf', href: '/surat?tab=paraf', count: 5 },
      { label: 'Disposisi', href: '/surat?tab=disposisi', count: 6 }, { label: 'Selesai', href: '/surat?tab=selesai' },
    ]} />
  ),
}
