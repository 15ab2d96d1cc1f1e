import { clock } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import { dayWords, directionWords, reasonWords, type Day, type Direction } from '#modules/attendance/contract.ts'
import type { Request, RequestKind, RequestState } from './store.ts'

export const kindName = (kind: RequestKind): string => (kind === 'correction' ? t('Perbaikan catatan') : t(reasonWords.closely[kind].label))

/** As `proposed`, but with the personnel officers, because the month is closed. */
type ShownState = RequestState | 'passed'

export const shownState = ({ state, closedUnit }: Pick<Request, 'state' | 'closedUnit'>): ShownState => (state === 'proposed' && closedUnit ? 'passed' : state)

export const requestWords: StateWords<ShownState> = {
  proposed: { label: 'Menunggu atasan', tone: 'warn' },
  passed: { label: 'Menunggu pengelola kepegawaian', tone: 'warn' },
  accepted: { label: 'Diterima', tone: 'good' },
  refused: { label: 'Ditolak', tone: 'bad' },
  withdrawn: { label: 'Ditarik kembali', tone: 'plain' },
}

export const directionName = (direction: Direction): string => t(directionWords[direction].label)

/** What stands there of a day: `07.25–16.02, Hadir`. */
export const dayText = ({ in: came, out, state }: Pick<Day, 'in' | 'out' | 'state'>): string => [came || out ? `${came ? clock(came) : '?'}–${out ? clock(out) : ''}` : '', t(dayWords[state].label)].filter(Boolean).join(', ')
