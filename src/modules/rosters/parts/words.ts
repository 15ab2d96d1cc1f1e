import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { StateWords } from '#ui/index.ts'
import type { Shift, Warning } from '../roster.ts'
import type { Roster } from '../store.ts'

export const stateWords: StateWords<Roster['state']> = { draft: { label: 'Konsep', tone: 'plain' }, published: { label: 'Terbit', tone: 'good' } }

/** A day as sentences print it: noon, so that no zone moves it. */
export const printed = (day: string): number => Date.parse(`${day.slice(0, 10)}T12:00:00Z`)

export const monthWords = (month: string): string => t('{month, date, ::MMMMyyyy}', { month: printed(month) })

/** `21.00–07.00 (hari berikutnya)`. */
export function timesWords({ starts, ends }: Pick<Shift, 'starts' | 'ends'>): string {
  const times = { from: starts.replace(':', '.'), until: ends.replace(':', '.') }
  return ends > starts ? t('{from}–{until}', times) : t('{from}–{until} hari berikutnya', times)
}

export const hoursWords = (minutes: number): string => t('{n} jam', { n: number(Math.round(minutes / 6) / 10) })

export const shiftWords = (shift: Shift): string => t('{letter} {name}, {times}', { letter: shift.letter, name: shift.name, times: timesWords(shift) })

export const warningWords = (warning: Warning, name: string): string =>
  warning.kind === 'rest'
    ? t('{name}, {day, date, ::dMMM}: hanya {hours} jam sejak jaga sebelumnya', { name, day: printed(warning.day), hours: number(Math.round(warning.hours * 10) / 10) })
    : t('{name}, {day, date, ::dMMM}: {days} hari kerja berturut-turut', { name, day: printed(warning.day), days: warning.days })
