import { t } from '#platform/i18n/locale.ts'
import type { Tab } from '#ui/index.ts'

/** Pages about leave as far as they concern somebody: who decides about others, who keeps their accounts. */
export const leaveTabs = (current: 'calendar' | 'accounts', { decides, keeps }: { decides: boolean; keeps: boolean }): Tab[] => [
  { label: t('Cuti saya'), href: '/cuti' },
  ...(decides || keeps ? [{ label: t('Permohonan'), href: '/kerja/cuti' }] : []),
  { label: t('Kalender'), href: '/kerja/cuti/kalender', current: current === 'calendar' },
  ...(keeps ? [{ label: t('Sisa cuti pegawai'), href: '/kerja/cuti/sisa', current: current === 'accounts' }] : []),
]
