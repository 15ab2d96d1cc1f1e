import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import type { Letter, LetterState, Secrecy } from './contract.ts'

export const secrecies: readonly Secrecy[] = ['B', 'T', 'R', 'SR']

/** Classes whose reading is audited and asks for the second factor again. */
export const isSecret = (secrecy: Secrecy): boolean => secrecy === 'R' || secrecy === 'SR'

/** What inboxes, notifications and books may say of a letter: of a secret one only that there is one. */
export const titleOf = ({ secrecy, subject }: Pick<Letter, 'secrecy' | 'subject'>): string => (secrecy === 'SR' ? unsaid.SR : secrecy === 'R' ? unsaid.R : subject)

/** What is said instead of a subject. */
const unsaid = { SR: 'Surat sangat rahasia', R: 'Surat rahasia' }

/** A title as it is shown: what stands for a secret subject speaks the reader's language, subjects are what they are. */
export const saidTitle = (title: string): string => (title === unsaid.SR || title === unsaid.R ? t(title) : title)

export const stateWords: StateWords<LetterState> = {
  draft: { label: 'Konsep', tone: 'plain' },
  circulating: { label: 'Menunggu paraf', tone: 'info' },
  returned: { label: 'Dikembalikan', tone: 'bad' },
  approved: { label: 'Menunggu tanda tangan', tone: 'info' },
  numbered: { label: 'Bernomor, menunggu tanda tangan', tone: 'info' },
  signed: { label: 'Ditandatangani', tone: 'good' },
  sent: { label: 'Terkirim', tone: 'good' },
  received: { label: 'Diterima', tone: 'good' },
  cancelled: { label: 'Dibatalkan', tone: 'bad' },
}

/** Sender and number as two letters are compared; the column `likeness` follows the same rule. */
export const likenessOf = (number: string, sender: string): string => `${number}|${sender}`.replace(/[^\p{L}\p{N}|]/gu, '').toLowerCase()
