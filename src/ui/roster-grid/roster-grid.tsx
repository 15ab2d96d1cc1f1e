import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import type { Field } from '#platform/forms/fields.ts'

export interface RosterDay {
  /** `2026-11-21`. */
  day: string
  /** Above the column, e.g. `21`. */
  label: string
  /** Under it, e.g. `Sab`. */
  weekday: string
  /** In full, for screen readers. */
  name: string
  /** A weekend or holiday. */
  off?: boolean
  today?: boolean
}

export interface RosterPerson {
  id: string
  name: string
  /** Leads to this person's month alone. */
  href?: string
  /** At the end of the row, e.g. the hours. */
  note?: string
  /** One for every day: what stands there, the input that changes it, and whether to look at it. */
  cells: { letter: string; field?: Field; warn?: boolean }[]
}

export interface RosterGridProps {
  caption: string
  days: readonly RosterDay[]
  people: readonly RosterPerson[]
  /** Letters in the order of their colours; further ones have none. */
  letters: readonly string[]
  /** Heading of the notes. */
  noteLabel: string
  /** What belongs to the inputs and stands only where they do: buttons, a reason. */
  children?: ComponentChildren
}

const colours = 6

/**
 * Who works which shift on which day: people down, days across, a letter in each cell; inputs where there is something to
 * change. Where there is no room for a month each person becomes a line of letters that leads to their own days.
 */
export function RosterGrid({ caption, days, people, letters, noteLabel, children }: RosterGridProps) {
  const colourOf = (letter: string) => {
    const at = letters.indexOf(letter)
    return at >= 0 && at < colours ? String(at + 1) : undefined
  }
  return (
    <div class="roster-grid" data-letters={letters.join(' ')}>
      <section class="roster-sheet" aria-label={caption} tabIndex={0}>
        <table>
          <caption class="hidden-text">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('Nama')}</th>
              {days.map(({ day, label, weekday, name, off, today }) => (
                <th key={day} scope="col" class={[off && 'off', today && 'today'].filter(Boolean).join(' ') || undefined} abbr={name}>{label}<small>{weekday}</small></th>
              ))}
              <th scope="col">{noteLabel}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, name, href, note, cells }) => (
              <tr key={id}>
                <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
                {cells.map(({ letter, field, warn }, i) => (
                  <td key={days[i]!.day} class={[days[i]!.off && 'off', warn && 'warn'].filter(Boolean).join(' ') || undefined} data-colour={colourOf(field?.value.toUpperCase() ?? letter)}>
                    {field
                      ? <input type="text" id={`f-${field.name}`} name={field.name} value={field.value} maxlength={3} size={2} autocomplete="off" autocapitalize="characters" spellcheck={false} aria-label={`${name}, ${days[i]!.name}`} aria-invalid={field.error ? 'true' : undefined} />
                      : letter || <span class="hidden-text">{t('lepas')}</span>}
                  </td>
                ))}
                <td class="numeric">{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {children && <div class="roster-foot">{children}</div>}
      <ul class="roster-lines" aria-label={caption}>
        {people.map(({ id, name, href, note, cells }) => (
          <li key={id}>
            {href ? <a href={href}>{name}</a> : <b>{name}</b>} <small>{note}</small>
            <p aria-hidden="true">{cells.map(({ letter, field, warn }, i) => {
              const shown = field?.value.toUpperCase() ?? letter
              return <span key={days[i]!.day} class={warn ? 'warn' : undefined} data-colour={colourOf(shown)}>{shown || '·'}</span>
            })}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
