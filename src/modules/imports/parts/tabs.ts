import { t } from '#platform/i18n/locale.ts'
import type { Tab } from '#ui/index.ts'

/** The two lists of this module. */
export const importTabs = (current: 'runs' | 'feeds'): Tab[] => [
  { label: t('Impor'), href: '/kerja/impor', current: current === 'runs' },
  { label: t('Umpan yang dipantau'), href: '/kerja/impor/umpan', current: current === 'feeds' },
]
