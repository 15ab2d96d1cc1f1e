import type { Who } from '#platform/access/who.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Tab } from '#ui/index.ts'

/** Pages of the archive beside each other, as far as the person has a use for them. */
export const archiveTabs = (who: Who, current: 'dossiers' | 'waiting' | 'loans'): Tab[] => [
  { label: t('Daftar berkas'), href: '/kerja/arsip', current: current === 'dossiers' },
  ...(who.may('archives.manage') ? [{ label: t('Belum diberkaskan'), href: '/kerja/arsip/belum', current: current === 'waiting' }] : []),
  { label: t('Peminjaman arsip'), href: '/kerja/arsip/pinjaman', current: current === 'loans' },
  ...(who.may('archives.manage') || who.may('archives.approve') ? [{ label: t('Penyusutan arsip'), href: '/kerja/arsip/penyusutan', current: false }] : []),
]
