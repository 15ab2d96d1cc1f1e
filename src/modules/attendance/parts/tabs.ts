import { t } from '#platform/i18n/locale.ts'
import type { Tab } from '#ui/index.ts'
import type { Viewer } from '../contract.ts'

/** One's own presence. */
export const ownTabs = (current: 'today' | 'month' | 'code', viewer?: Viewer): Tab[] => [
  { label: t('Hari ini'), href: '/presensi', current: current === 'today' },
  { label: t('Bulan'), href: '/presensi/bulan', current: current === 'month' },
  { label: t('Permohonan'), href: '/presensi/permohonan' },
  { label: t('Kuatkan rekan'), href: '/presensi/kode', current: current === 'code' },
  ...(viewer && viewer.visible.size > 0 ? [{ label: t('Presensi pegawai'), href: '/kerja/presensi' }] : []),
]

/** What stands before every page about others. */
export const boardCrumbs = () => [{ label: t('Presensi'), href: '/presensi' }, { label: t('Presensi pegawai'), href: '/kerja/presensi' }]

/** Presence of others, as far as it concerns somebody. */
export const boardTabs = (viewer: Viewer, current: 'today' | 'week' | 'review'): Tab[] => [
  { label: t('Hari ini'), href: '/kerja/presensi', current: current === 'today' },
  { label: t('Sepekan'), href: '/kerja/presensi/pekan', current: current === 'week' },
  ...(viewer.supervised.size > 0 ? [{ label: t('Perlu dilihat'), href: '/kerja/presensi/tinjau', current: current === 'review' }] : []),
  ...(viewer.seats.length > 0 || viewer.officer ? [{ label: t('Permohonan'), href: '/kerja/presensi/permohonan' }] : []),
]
