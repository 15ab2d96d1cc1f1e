import type { DraftContent } from './contract.ts'
import type { Meeting } from '#modules/correspondence/contract.ts'

const zones: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }

/** What `{hari}`, `{tanggal}`, `{waktu}`, `{tempat}` and `{acara}` stand for; letters are in Indonesian, whoever reads them here. */
export function meetingWords({ from, to, place, link, agenda }: Meeting, zone: string): Record<string, string> {
  const written = (at: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('id-ID', { timeZone: zone, ...options }).format(new Date(at))
  const weekday = (at: string) => written(at, { weekday: 'long' })
  const date = (at: string) => written(at, { day: 'numeric', month: 'long', year: 'numeric' })
  const time = (at: string) => written(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const several = to !== null && date(from) !== date(to)
  const short = zones[zone]
  return {
    hari: several ? `${weekday(from)} s.d. ${weekday(to)}` : weekday(from),
    tanggal: several ? `${date(from)} s.d. ${date(to)}` : date(from),
    waktu: [time(from), short, 's.d.', to === null ? 'selesai' : `${time(to)}${short ? ` ${short}` : ''}`].filter(Boolean).join(' '),
    tempat: link ? [place, `daring: ${link}`].filter(Boolean).join(', ') : place,
    acara: agenda,
  }
}

/** A text with what the meeting says in the place of its marks. */
export const filledIn = (text: string, meeting: Meeting | null, zone: string): string => {
  if (!meeting) return text
  const words = meetingWords(meeting, zone)
  return text.replace(/\{(hari|tanggal|waktu|tempat|acara)\}/g, (mark, name: string) => words[name] ?? mark)
}

const textsOf = ({ subject, body, parts, annexes }: DraftContent): string[] => [subject, body, ...Object.values(parts), ...annexes.flatMap(annex => [annex.title, annex.body])]

/** What a template left to be written, `[nama]`, and marks of a meeting the letter does not have; each once. */
export function missingIn(content: DraftContent): string[] {
  const found = textsOf(content).flatMap(text => [
    // Not a link, nor a footnote, nor a box to tick.
    ...[...text.matchAll(/\[(\p{L}[^\][\n]{1,80})\](?!\()/gu)].map(([mark]) => mark.replaceAll('\\', '')),
    ...(content.meeting ? [] : [...text.matchAll(/\{(?:hari|tanggal|waktu|tempat|acara)\}/g)].map(([mark]) => mark)),
  ])
  return [...new Set(found)]
}

/** Whether nothing but the text of the letter differs: then those who agreed to the rest need not be asked again. */
export function onlyTextDiffers(before: DraftContent, after: DraftContent): boolean {
  const rest = ({ kind, classification, secrecy, urgency, addressees, signer, answersId }: DraftContent) =>
    JSON.stringify([kind, classification, secrecy, urgency, addressees.map(({ role, name, postId, unitId, email, address }) => [role, name, postId, unitId, email, address]), [signer.postId, signer.onBehalfOf, signer.through], answersId])
  return rest(before) === rest(after)
}
