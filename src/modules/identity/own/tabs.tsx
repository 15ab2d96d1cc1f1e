import { t } from '#platform/i18n/locale.ts'
import type { Tab } from '#ui/index.ts'

/** The pages about oneself. */
export const ownTabs = (): Tab[] => [
  { label: t('Akun saya'), href: '/akun' },
  { label: t('Keamanan'), href: '/akun/keamanan' },
  { label: t('Sesi'), href: '/akun/sesi' },
  { label: t('Perangkat'), href: '/akun/perangkat' },
  { label: t('Kunci API'), href: '/akun/kunci-api' },
]
