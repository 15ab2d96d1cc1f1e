import { clock } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import type { Day, DayState, Direction, ReasonKind } from '#modules/attendance/contract.ts'
import type { RequestKind, RequestState } from './store.ts'

const reasonLabels: Record<ReasonKind, { label: string }> = {
  leave: { label: 'Cuti' }, sick: { label: 'Sakit' }, duty: { label: 'Tugas di tempat lain' }, trip: { label: 'Perjalanan dinas' }, training: { label: 'Pelatihan' }, blankspot: { label: 'Di daerah tanpa sinyal' }, other: { label: 'Keperluan lain' },
}

export const kindName = (kind: RequestKind): string => (kind === 'correction' ? t('Perbaikan catatan') : t(reasonLabels[kind].label))

export const requestWords: StateWords<RequestState> = {
  proposed: { label: 'Menunggu atasan', tone: 'warn' },
  accepted: { label: 'Diterima', tone: 'good' },
  refused: { label: 'Ditolak', tone: 'bad' },
  withdrawn: { label: 'Ditarik kembali', tone: 'plain' },
}

export const directionName = (direction: Direction): string => (direction === 'in' ? t('Masuk') : t('Pulang'))

const dayLabels: Record<DayState, { label: string }> = {
  present: { label: 'Hadir' }, 'missing-in': { label: 'Tidak tercatat masuk' }, 'missing-out': { label: 'Tidak tercatat pulang' }, explained: { label: 'Dijelaskan' }, absent: { label: 'Tidak hadir tanpa keterangan' },
  expected: { label: 'Belum tercatat' }, waiting: { label: 'Menunggu penjelasan' }, 'not-due': { label: 'Tidak bertugas' },
}

/** What stands there of a day: `07.25–16.02, Hadir`. */
export const dayText = ({ in: came, out, state }: Pick<Day, 'in' | 'out' | 'state'>): string => [came || out ? `${came ? clock(came) : '?'}–${out ? clock(out) : ''}` : '', t(dayLabels[state].label)].filter(Boolean).join(', ')
