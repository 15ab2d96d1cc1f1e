import type { ComponentChildren } from 'preact'
import { clock, machineTime, shortDate, weekday } from '#platform/i18n/format.ts'
import { locale, t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'

export interface AgendaEntry {
  id: string
  title: string
  href?: string
  from: Date
  /** Left out when nobody knows when it ends. */
  until?: Date
  /** Where: a place, the address of a meeting on the net. */
  place?: ComponentChildren
  /** Further facts, one line each. */
  facts?: ComponentChildren[]
  /** What must be seen at once, as a `Badge`. */
  marks?: ComponentChildren
  /** It does not take place: struck through, and left standing. */
  off?: boolean
}

export interface AgendaDay {
  /** `2026-11-23`. */
  day: string
  entries: readonly AgendaEntry[]
}

/** What is on, day by day, under headings of the third level. */
export const Agenda = ({ days }: { days: readonly AgendaDay[] }) => (
  <div class="agenda">
    {days.map(({ day, entries }) => (
      <section key={day}>
        <h3><time datetime={day}>{weekday(day)}</time></h3>
        <ol>{entries.map(entry => <Entry key={entry.id} entry={entry} />)}</ol>
      </section>
    ))}
  </div>
)

/** From the beginning to the end: the clock, with its day where that is another one. */
function toEnd(from: Date, until: Date): string {
  const { zone } = locale()
  return dayIn(from, zone) === dayIn(until, zone) ? `–${clock(until)}` : ` – ${shortDate(until)} ${clock(until)}`
}

function Entry({ entry: { id, title, href, from, until, place, facts = [], marks, off } }: { entry: AgendaEntry }) {
  const name = href ? <a href={href}>{title}</a> : title
  return (
    <li id={id} class={off ? 'off' : undefined}>
      <p class="agenda-time"><time datetime={machineTime(from)}>{clock(from)}</time>{until ? <time datetime={machineTime(until)}>{toEnd(from, until)}</time> : <small> {t('sampai selesai')}</small>}</p>
      <div>
        <p class="agenda-title">{off ? <s>{name}</s> : name} {marks}</p>
        {place && <p>{place}</p>}
        {facts.map((fact, i) => fact && <p key={i} class="meta">{fact}</p>)}
      </div>
    </li>
  )
}
