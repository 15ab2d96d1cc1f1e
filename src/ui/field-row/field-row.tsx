import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'

export interface FieldRowProps {
  title: ComponentChildren
  /** Under the title: what is known of it. */
  note?: ComponentChildren
  /** Fields most people look at, side by side where there is room. */
  children: ComponentChildren
  /** Further fields, folded away. */
  more?: ComponentChildren
  /** Whether these are open: give `true` when one of them is wrong. */
  open?: boolean
}

/** The fields of one thing among many of its kind: a column of a table, a text to be confirmed. */
export const FieldRow = ({ title, note, children, more, open }: FieldRowProps) => (
  <fieldset class="field-row">
    <legend>{title}</legend>
    {note && <p class="hint">{note}</p>}
    <div class="cells">{children}</div>
    {more && (
      <details class="disclosure" open={open}>
        <summary>{t('Isian lain')}</summary>
        <div class="cells">{more}</div>
      </details>
    )}
  </fieldset>
)
