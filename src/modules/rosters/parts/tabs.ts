import { t } from '#platform/i18n/locale.ts'
import type { Who } from '#platform/access/who.ts'
import type { Tab } from '#ui/index.ts'

/** Pages about working hours as far as they concern somebody. */
export const scheduleTabs = (who: Who): Tab[] => [
  { label: t('Jadwal saya'), href: '/kerja/jadwal' },
  { label: t('Jadwal jaga'), href: '/kerja/jadwal/jaga', current: true },
  ...(who.may('schedules.read') ? [{ label: t('Jam dan tempat kerja'), href: '/kerja/jadwal/unit' }] : []),
  { label: t('Pola jam kerja'), href: '/kerja/jadwal/pola' },
]
