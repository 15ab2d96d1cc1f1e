import { clock, number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import { dayWords, directionWords, reasonWords, type Day, type Direction, type ReasonKind, type Way } from '../contract.ts'
import type { Level } from '../signals/signals.ts'

/** What explains a day, as far as the reader may know. */
const reasonFor = (reason: ReasonKind, closely: boolean): string => t(reasonWords[closely ? 'closely' : 'coarsely'][reason].label)

export const levelWords: StateWords<Level> = {
  high: { label: 'Meyakinkan', tone: 'good' },
  fair: { label: 'Cukup', tone: 'info' },
  doubtful: { label: 'Perlu dilihat', tone: 'warn' },
}

const wayLabels: Record<Way, { label: string }> = {
  phone: { label: 'Ponsel' }, kiosk: { label: 'Kode QR kantor' }, vouched: { label: 'Dikuatkan rekan' }, 'device-import': { label: 'Mesin presensi' }, correction: { label: 'Perbaikan' }, 'roll-call': { label: 'Panggil hadir' },
}
export const wayName = (way: Way): string => t(wayLabels[way].label)

export const directionName = (direction: Direction): string => t(directionWords[direction].label)

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
  return t('{state}: {reason}', { state, reason: reasonFor(day.reason, closely) })
}
