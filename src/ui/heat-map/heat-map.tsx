import type { ComponentChildren } from 'preact'

export interface HeatCell {
  /** What the colour repeats, e.g. `94%`; empty where there is nothing to say. */
  text: string
  /** From 0 (worst) to 4 (best); null without colour. */
  level: 0 | 1 | 2 | 3 | 4 | null
  /** In full, for screen readers, e.g. `47 dari 50 hadir`. */
  name?: string
}

export interface HeatRow {
  key: string
  label: ComponentChildren
  cells: readonly HeatCell[]
}

/** A table whose cells are coloured by what their words say: rows of units or people, a column for each day. */
export function HeatMap({ caption, head, columns, rows }: { caption: string; head: string; columns: readonly { key: string; label: string; name: string }[]; rows: readonly HeatRow[] }) {
  return (
    <section class="heat-map" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="hidden-text">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(({ key, label, name }) => <th key={key} scope="col" abbr={name}>{label}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, cells }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {cells.map(({ text, level, name }, i) => (
                <td key={columns[i]!.key} data-level={level ?? undefined}>
                  {name ? <><span aria-hidden="true">{text}</span><span class="hidden-text">{name}</span></> : text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
