import type { Who } from '#platform/access/who.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Tab } from '#ui/index.ts'

/** The list of the staff with its figures and what falls due beside it. */
export const tabsFor = (who: Who, current: 'statistik' | 'jatuh-tempo'): Tab[] => [
  { label: t('Daftar'), href: '/kerja/pegawai' },
  { label: t('Statistik'), href: '/kerja/pegawai/statistik', current: current === 'statistik' },
  { label: t('Jatuh tempo'), href: '/kerja/pegawai/jatuh-tempo', current: current === 'jatuh-tempo' },
  ...(who.may('personnel.manage') ? [{ label: t('Usulan'), href: '/kerja/pegawai/usulan' }, { label: t('Surat'), href: '/kerja/kepegawaian/surat' }] : []),
]
