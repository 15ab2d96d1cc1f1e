import { ButtonLink } from '../button/button.tsx'
import { EmptyState } from './empty-state.tsx'

export const examples = {
  'with action': () => <EmptyState title="Belum ada berita" action={<ButtonLink href="/publikasi/baru">Tulis berita</ButtonLink>}>Mulai dari satu kegiatan pekan ini: apa, di mana, untuk siapa.</EmptyState>,
  'words only': () => <EmptyState title="Tidak ada yang cocok">Coba kata lain, atau hapus satu saringan.</EmptyState>,
}
