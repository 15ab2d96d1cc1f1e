import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import { dailyReason } from '../daily.ts'
import { isSecret, type BookNumber, type Secrecy, type State } from '../number.ts'

export const stateWords: StateWords<State> = {
  used: { label: 'Terpakai', tone: 'good' },
  booked: { label: 'Dicatat manual', tone: 'info' },
  reserved: { label: 'Dipesan', tone: 'warn' },
  cancelled: { label: 'Dibatalkan', tone: 'bad' },
}

export const secrecyWords: Record<Secrecy, string> = { B: 'Biasa', T: 'Terbatas', R: 'Rahasia', SR: 'Sangat rahasia' }

/** What a letter is about as far as the book says so: nothing of those that are secret. */
export const titleOf = ({ title, secrecy, state }: Pick<BookNumber, 'title' | 'secrecy' | 'state'>): string =>
  title ?? (isSecret(secrecy) ? t('Surat rahasia') : state === 'reserved' ? t('Belum dipakai') : '–')

/** Why a number was set aside, booked or cancelled. */
export const remarkOf = ({ reason, cancelReason }: Pick<BookNumber, 'reason' | 'cancelReason'>): string => cancelReason ?? (reason === dailyReason ? t('Cadangan harian') : (reason ?? ''))

/** The sequence, with the month before it where a series begins anew each month. */
export const placeIn = ({ month, sequence }: Pick<BookNumber, 'month' | 'sequence'>): string => (month === null ? String(sequence) : `${month}.${sequence}`)
