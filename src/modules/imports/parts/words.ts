import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import type { Kind } from '#modules/publications/contract.ts'
import type { Action, RunState } from '../import-run.ts'

/** How each state of a run is called and how it feels. */
export const runWords: StateWords<RunState> = {
  reading: { label: 'Sedang dibaca', tone: 'info' },
  ready: { label: 'Menunggu keputusan', tone: 'warn' },
  bringing: { label: 'Sedang dibawa masuk', tone: 'info' },
  done: { label: 'Selesai', tone: 'good' },
  undoing: { label: 'Sedang dibatalkan', tone: 'info' },
  undone: { label: 'Dibatalkan', tone: 'plain' },
  failed: { label: 'Gagal', tone: 'bad' },
}

/** What becomes of an item. */
export const actionWords: StateWords<Action> = {
  create: { label: 'Baru', tone: 'good' },
  update: { label: 'Diperbarui', tone: 'info' },
  unchanged: { label: 'Tidak berubah', tone: 'plain' },
  keep: { label: 'Dibiarkan', tone: 'warn' },
  skip: { label: 'Tidak dibawa', tone: 'plain' },
}

/** How publications call their kinds. */
export const kindWords: Record<Kind, string> = {
  berita: 'Berita',
  pengumuman: 'Pengumuman',
  kegiatan: 'Kegiatan',
  program: 'Program',
  'siaran-pers': 'Siaran pers',
  dokumen: 'Dokumen',
  infografis: 'Infografis',
}

/** State an item comes in with. */
export const itemStates: Record<'draft' | 'scheduled' | 'published', string> = { draft: 'Konsep', scheduled: 'Terjadwal', published: 'Terbit' }

/** Posts and pages in words, e.g. `16 tulisan dan 4 halaman`. */
export function amountWords({ posts, pages }: { posts: number; pages: number }): string {
  if (pages === 0) return t('{n} tulisan', { n: posts })
  return posts === 0 ? t('{n} halaman', { n: pages }) : t('{n} tulisan dan {pages} halaman', { n: posts, pages })
}

/** Where officers find what an item became. */
export const officeAddress = ({ id, page }: { id: string; page: boolean }): string => `/kerja/${page ? 'halaman' : 'publikasi'}/${id}`
