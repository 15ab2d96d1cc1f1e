import { t } from '#platform/i18n/locale.ts'
import type { Tab } from '#ui/index.ts'
import type { Viewer } from '../policy.ts'

/** Leave of one's own and of others, as far as it concerns somebody. */
export const leaveTabs = (viewer: Viewer, current: 'own' | 'queue'): Tab[] => [
  { label: t('Cuti saya'), href: '/cuti', current: current === 'own' },
  ...(viewer.seats.length > 0 || viewer.officer ? [{ label: t('Permohonan'), href: '/kerja/cuti', current: current === 'queue' }] : []),
  { label: t('Kalender'), href: '/kerja/cuti/kalender' },
  ...(viewer.officer ? [{ label: t('Sisa cuti pegawai'), href: '/kerja/cuti/sisa' }] : []),
]
