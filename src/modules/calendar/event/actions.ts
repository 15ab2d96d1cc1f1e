import type { Context } from '#platform/web/page.ts'
import type { Letter } from '#modules/correspondence/contract.ts'

/** What can be done with the meeting of a letter, on the page of the letter; labels are source texts. */
export function meetingActions({ now }: Pick<Context, 'now'>, { id, meeting, state }: Letter): { label: string; href: string }[] {
  if (!meeting || !['signed', 'sent', 'received'].includes(state) || new Date(meeting.to ?? meeting.from) < now) return []
  return [{ label: 'Simpan ke kalender', href: `/kerja/surat/${id}/acara.ics` }]
}
