import { t } from '#platform/i18n/locale.ts'
import type { HoldingKind } from '#modules/organisation/contract.ts'
import type { StateWords } from '#ui/index.ts'
import type { RecipientState } from '../contract.ts'

/** Where a disposition stands with one recipient. */
export const stateWords: StateWords<RecipientState> = {
  unread: { label: 'Belum dibaca', tone: 'warn' },
  read: { label: 'Dibaca', tone: 'info' },
  'passed-on': { label: 'Diteruskan', tone: 'info' },
  reported: { label: 'Melapor selesai', tone: 'good' },
  answered: { label: 'Surat dijawab', tone: 'good' },
  recalled: { label: 'Ditarik sebelum dibaca', tone: 'plain' },
  closed: { label: 'Selesai oleh yang lain', tone: 'plain' },
}

const capacities: Record<HoldingKind, string> = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' }

/** `Plh. Kepala Dinas Kesehatan`. */
export const capacityOf = ({ kind, title }: { kind: HoldingKind; title: string }): string => `${capacities[kind]}${title}`

/** Breadcrumbs of the pages about one letter. */
export const wayTo = (letter: { id: string; number: string | null }, here: string) => [{ label: t('Surat'), href: '/kerja/surat' }, { label: letter.number ?? t('Surat ini'), href: `/kerja/surat/${letter.id}` }, { label: here }]
