import { clock, number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import type { Day, DayState, Direction, ReasonKind, Way } from '../contract.ts'
import type { Level } from '../signals/signals.ts'

export const dayWords: StateWords<DayState> = {
  present: { label: 'Hadir', tone: 'good' },
  'missing-in': { label: 'Tidak tercatat masuk', tone: 'warn' },
  'missing-out': { label: 'Tidak tercatat pulang', tone: 'warn' },
  explained: { label: 'Dijelaskan', tone: 'info' },
  absent: { label: 'Tidak hadir tanpa keterangan', tone: 'bad' },
  expected: { label: 'Belum tercatat', tone: 'plain' },
  waiting: { label: 'Menunggu penjelasan', tone: 'warn' },
  'not-due': { label: 'Tidak bertugas', tone: 'plain' },
}

/** For the person and whoever decides. */
const reasonLabels: Record<ReasonKind, { label: string }> = {
  leave: { label: 'Cuti' }, sick: { label: 'Sakit' }, duty: { label: 'Tugas di tempat lain' }, trip: { label: 'Perjalanan dinas' }, training: { label: 'Pelatihan' }, blankspot: { label: 'Di daerah tanpa sinyal' }, other: { label: 'Keperluan lain' },
}

/** What people who only look on are told: never what somebody is ill with, nor that they are. */
export const coarseReason = (reason: ReasonKind): string => (reason === 'leave' ? t('Cuti') : reason === 'duty' || reason === 'trip' || reason === 'training' ? t('Tugas') : reason === 'blankspot' ? t('Tanpa sinyal') : t('Izin'))

export const levelWords: StateWords<Level> = {
  high: { label: 'Meyakinkan', tone: 'good' },
  fair: { label: 'Cukup', tone: 'info' },
  doubtful: { label: 'Perlu dilihat', tone: 'warn' },
}

const wayLabels: Record<Way, { label: string }> = {
  phone: { label: 'Ponsel' }, kiosk: { label: 'Kode QR kantor' }, vouched: { label: 'Dikuatkan rekan' }, 'device-import': { label: 'Mesin presensi' }, correction: { label: 'Perbaikan' }, 'roll-call': { label: 'Panggil hadir' },
}
export const wayName = (way: Way): string => t(wayLabels[way].label)

export const directionName = (direction: Direction): string => (direction === 'in' ? t('Masuk') : t('Pulang'))

/** `07.25–16.02`, `07.25–` while somebody is still there. */
export const hoursWords = ({ in: came, out }: Pick<Day, 'in' | 'out'>): string => (came || out ? `${came ? clock(came) : '?'}–${out ? clock(out) : ''}` : '–')

/** `TL1, 12 menit · PSW1, 5 menit`. */
export function deviationWords({ late, early, lateClass, earlyClass }: Pick<Day, 'late' | 'early' | 'lateClass' | 'earlyClass'>): string {
  const parts = [late > 0 && t('terlambat {n} menit', { n: number(late) }) + (lateClass ? ` (${lateClass})` : ''), early > 0 && t('pulang {n} menit lebih awal', { n: number(early) }) + (earlyClass ? ` (${earlyClass})` : '')]
  return parts.filter(Boolean).join(' · ')
}

/** The state in words, with its reason as far as the reader may know. */
export function stateText(day: Pick<Day, 'state' | 'reason'>, closely: boolean): string {
  const state = t(dayWords[day.state].label)
  if ((day.state !== 'explained' && day.state !== 'waiting') || day.reason === null) return state
  return t('{state}: {reason}', { state, reason: closely ? t(reasonLabels[day.reason].label) : coarseReason(day.reason) })
}
