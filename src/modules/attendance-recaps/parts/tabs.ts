import { t } from '#platform/i18n/locale.ts'
import type { Viewer } from '#modules/attendance/contract.ts'
import type { Crumb, Tab } from '#ui/index.ts'

/** Where pages about the months of others hang. */
export const recapCrumbs = (...further: Crumb[]): Crumb[] => [{ label: t('Rekap presensi'), href: '/presensi/rekap' }, ...further]

/** Pages about months as far as they concern somebody. */
export const recapTabs = ({ visible, officer }: Pick<Viewer, 'visible' | 'officer'>, current: 'own' | 'people' | 'closing' | 'warnings'): Tab[] => [
  { label: t('Rekap saya'), href: '/presensi/rekap', current: current === 'own' },
  ...(visible.size > 0 ? [{ label: t('Rekap pegawai'), href: '/kerja/presensi/rekap', current: current === 'people' }, { label: t('Peringatan disiplin'), href: '/kerja/presensi/rekap/peringatan', current: current === 'warnings' }] : []),
  ...(officer ? [{ label: t('Penutupan bulan'), href: '/kerja/presensi/rekap/tutup', current: current === 'closing' }] : []),
]
