import { t } from '#platform/i18n/locale.ts'
import type { Tab } from '#ui/index.ts'

export const board = '/kerja/kesehatan-situs'

/** The two lists of this module. */
export const tabs = (current: 'here' | 'outside'): Tab[] => [
  { label: t('Situs di sini'), href: board, current: current === 'here' },
  { label: t('Situs luar'), href: `${board}/luar`, current: current === 'outside' },
]
