import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import { reasonWords, type ReasonKind } from '#modules/attendance/contract.ts'
import type { KeptDay, Times } from '../rules/recap.ts'
import type { Closing, ToldWarning } from '../store.ts'

export const reasonName = (reason: ReasonKind): string => t(reasonWords.closely[reason].label)

/** What explains a day, as far as the reader may know. */
export const reasonFor = (reason: ReasonKind, closely: boolean): string => t(reasonWords[closely ? 'closely' : 'coarsely'][reason].label)

export const closingWords: StateWords<Closing['state'] | 'open'> = {
  open: { label: 'Belum ditutup', tone: 'plain' },
  moderation: { label: 'Masa perbaikan', tone: 'warn' },
  closed: { label: 'Ditutup', tone: 'good' },
}

export const warningWords: StateWords<ToldWarning['state']> = {
  near: { label: 'Mendekati', tone: 'warn' },
  crossed: { label: 'Terlampaui', tone: 'bad' },
}

const levelLabels: Record<ToldWarning['threshold']['level'], { label: string }> = { ringan: { label: 'Hukuman disiplin ringan' }, sedang: { label: 'Hukuman disiplin sedang' }, berat: { label: 'Hukuman disiplin berat' } }
export const levelName = (level: ToldWarning['threshold']['level']): string => t(levelLabels[level].label)

/** Hundredths of a percent as people read them: `1,5%`. */
export function percent(hundredths: number): string {
  return `${number(Math.trunc(hundredths / 100))}${hundredths % 100 === 0 ? '' : `${number(1.5).charAt(1)}${String(hundredths % 100).padStart(2, '0').replace(/0$/, '')}`}%`
}

/** What a part of a cut is for. */
export function partName(code: string): string {
  if (code === 'absent') return t('Tidak hadir tanpa keterangan')
  if (code === 'missing') return t('Tidak tercatat masuk atau pulang')
  const [, reason] = code.split(':') as [string, ReasonKind | undefined]
  return reason ? t('Dijelaskan: {reason}', { reason: reasonName(reason) }) : code
}

/** `3 kali, 42 menit`; a dash for never. */
export const timesWords = ({ n, minutes }: Times): string => (n === 0 ? '–' : t('{n} kali, {minutes} menit', { n: number(n), minutes: number(minutes) }))

/** `3 (42 mnt)` on one line; a dash for never. */
export const timesShort = ({ n, minutes }: Times): string => (n === 0 ? '–' : t('{n} ({minutes} mnt)', { n: number(n), minutes: number(minutes) }).replaceAll(' ', '\u00a0'))

/** `TL1, 12 menit · PSW1, 5 menit`. */
export const deviationWords = ({ late, early, lateClass, earlyClass }: Pick<KeptDay, 'late' | 'early' | 'lateClass' | 'earlyClass'>): string =>
  [late > 0 && t('terlambat {n} menit', { n: number(late) }) + (lateClass ? ` (${lateClass})` : ''), early > 0 && t('pulang {n} menit lebih awal', { n: number(early) }) + (earlyClass ? ` (${earlyClass})` : '')].filter(Boolean).join(' · ')
