import { t } from '#platform/i18n/locale.ts'
import type { Who } from '#platform/access/who.ts'
import type { Tab } from '#ui/index.ts'

/** Pages about working hours as far as they concern somebody. */
export const scheduleTabs = (current: 'own' | 'unit' | 'patterns', who: Who): Tab[] => [
  { label: t('Jadwal saya'), href: '/kerja/jadwal', current: current === 'own' },
  { label: t('Jadwal jaga'), href: '/kerja/jadwal/jaga' },
  ...(who.may('schedules.read') ? [{ label: t('Jam dan tempat kerja'), href: '/kerja/jadwal/unit', current: current === 'unit' }] : []),
  { label: t('Pola jam kerja'), href: '/kerja/jadwal/pola', current: current === 'patterns' },
]
