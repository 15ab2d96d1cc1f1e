import type { ComponentChildren } from 'preact'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Day } from '../contract.ts'
import { deviationWords } from './words.ts'

/** What there is to say of a day beside its state: how late, how early, and the letter it rests on for those who may read it. */
export function remarksOn(day: Day, letter: boolean): ComponentChildren {
  const said = deviationWords(day)
  if (!letter) return said || '–'
  return <>{said} <a href={`/kerja/surat/${day.letterId}`} aria-label={t('Surat tugas {day}', { day: longDate(day.day) })}>{t('Buka surat')}</a></>
}
