import { clock } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import { dayWords, directionWords, reasonWords, type Day, type Direction } from '#modules/attendance/contract.ts'
import type { RequestKind, RequestState } from './store.ts'

export const kindName = (kind: RequestKind): string => (kind === 'correction' ? t('Perbaikan catatan') : t(reasonWords.closely[kind].label))

export const requestWords: StateWords<RequestState> = {
  proposed: { label: 'Menunggu atasan', tone: 'warn' },
  accepted: { label: 'Diterima', tone: 'good' },
  refused: { label: 'Ditolak', tone: 'bad' },
  withdrawn: { label: 'Ditarik kembali', tone: 'plain' },
}

export const directionName = (direction: Direction): string => t(directionWords[direction].label)

/** What stands there of a day: `07.25–16.02, Hadir`. */
export const dayText = ({ in: came, out, state }: Pick<Day, 'in' | 'out' | 'state'>): string => [came || out ? `${came ? clock(came) : '?'}–${out ? clock(out) : ''}` : '', t(dayWords[state].label)].filter(Boolean).join(', ')
