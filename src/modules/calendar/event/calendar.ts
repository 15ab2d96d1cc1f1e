import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { t } from '#platform/i18n/locale.ts'
import type { Invitation } from '#modules/correspondence/contract.ts'
import { titleOf } from './title.ts'

/** Seconds before a meeting at which calendars remind of it. */
const reminder = 1800

export interface CalendarFacts {
  /** As programs show the calendar. */
  name: string
  /** Of the government; events are in UTC all the same. */
  zone: string
  /** Origin of the portal, for links. */
  origin: string
}

/**
 * Meetings as iCalendar (RFC 5545), called within a locale. The same invitations give the same bytes: an event is
 * stamped with the last change of its letter, whose version is its sequence.
 */
export function calendarOf(invitations: readonly Invitation[], { name, zone, origin }: CalendarFacts): string {
  const calendar = ical({ name, prodId: { company: 'Pendopo', product: 'Agenda rapat' }, method: ICalCalendarMethod.PUBLISH, ttl: 3600 })
  calendar.x('X-WR-TIMEZONE', zone)
  for (const one of invitations) {
    const href = `${origin}/kerja/surat/${one.letterId}`
    const event = calendar.createEvent({
      id: one.letterId,
      start: one.from,
      end: one.until,
      stamp: one.changedAt,
      lastModified: one.changedAt,
      sequence: one.version - 1,
      summary: titleOf(one),
      status: one.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    if (!one.secret) {
      if (one.place) event.location(one.place)
      event.description(descriptionOf(one, href)).url(href)
    }
    if (!one.cancelled) event.createAlarm({ type: ICalAlarmType.display, trigger: reminder, description: titleOf(one) })
  }
  return calendar.toString()
}

const descriptionOf = ({ sender, number, subject, agenda, link, openEnd }: Invitation, href: string): string =>
  [
    agenda && agenda !== subject ? subject : '',
    number ? t('Surat {number} dari {sender}', { number, sender }) : t('Surat dari {sender}', { sender }),
    openEnd ? t('Waktu selesai tidak disebut; di kalender ini dua jam.') : '',
    link ? t('Tautan rapat: {link}', { link }) : '',
    href,
  ].filter(Boolean).join('\n')
