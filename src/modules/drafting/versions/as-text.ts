import { dateTime, dayRange } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { secrecyWords, urgencyWords } from '#modules/correspondence/contract.ts'
import type { DraftContent } from '../contract.ts'

/** A version as plain text, part by part, so that differences can be read. */
export function asText({ subject, classification, secrecy, urgency, replyBy, addressees, meeting, assignment, parts, body, annexes, files }: DraftContent): string {
  const people = (role: 'to' | 'copy') => addressees.filter(one => one.role === role).map(({ name, email, address }) => [name, email, address].filter(Boolean).join(', '))
  const told = (label: string, lines: readonly (string | null)[]) => (lines.some(Boolean) ? [`${label}: ${lines.filter(Boolean).join('; ')}`] : [])
  return [
    subject,
    ...told(t('Klasifikasi'), [classification]),
    ...told(t('Klasifikasi keamanan'), [t(secrecyWords[secrecy])]),
    ...told(t('Kecepatan'), [t(urgencyWords[urgency])]),
    ...told(t('Dijawab paling lambat'), [replyBy]),
    ...told(t('Acara'), meeting ? [meeting.agenda, dateTime(new Date(meeting.from)), meeting.to && dateTime(new Date(meeting.to)), meeting.place, meeting.link] : []),
    ...told(t('Penugasan'), assignment ? [...assignment.people.map(({ name, position }) => [name, position].filter(Boolean).join(', ')), dayRange(assignment.from, assignment.until), assignment.place] : []),
    ...people('to').map(name => `${t('Kepada')}: ${name}`),
    ...people('copy').map(name => `${t('Tembusan')}: ${name}`),
    ...Object.values(parts).flatMap(text => ['', text]),
    '', body,
    ...annexes.flatMap(({ title, body: page }) => ['', `${t('Lampiran')}: ${title}`, page]),
    ...files.map(({ name }) => `${t('Berkas')}: ${name}`),
  ].join('\n')
}
