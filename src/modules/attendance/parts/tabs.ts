import { t } from '#platform/i18n/locale.ts'
import type { Tab } from '#ui/index.ts'
import type { Viewer } from './here.ts'

/** One's own presence. */
export const ownTabs = (current: 'today' | 'month' | 'requests'): Tab[] => [
  { label: t('Hari ini'), href: '/presensi', current: current === 'today' },
  { label: t('Bulan'), href: '/presensi/bulan', current: current === 'month' },
  { label: t('Permohonan'), href: '/presensi/permohonan', current: current === 'requests' },
]

/** Presence of others, as far as it concerns somebody. */
export const boardTabs = (viewer: Viewer, current: 'today' | 'week' | 'review' | 'requests' | 'screens'): Tab[] => [
  { label: t('Hari ini'), href: '/kerja/presensi', current: current === 'today' },
  { label: t('Sepekan'), href: '/kerja/presensi/pekan', current: current === 'week' },
  ...(viewer.supervised.size > 0 ? [{ label: t('Perlu dilihat'), href: '/kerja/presensi/tinjau', current: current === 'review' }] : []),
  ...(viewer.seats.length > 0 || viewer.officer ? [{ label: t('Permohonan'), href: '/kerja/presensi/permohonan', current: current === 'requests' }] : []),
  ...(viewer.officer ? [{ label: t('Layar kode kantor'), href: '/kerja/presensi/kios', current: current === 'screens' }] : []),
]
