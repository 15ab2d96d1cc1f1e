import type { ComponentChildren } from 'preact'
import { FieldError, type FieldProps, Hint, OptionalMark, attributesOf } from '../field/field.tsx'

export interface Chip {
  value: string
  label: string
  /** What is asked besides when this one is ticked. */
  more?: ComponentChildren
}

/** Any of several short words, side by side, each a tap wide; `single` for one of them. */
export function CheckChips({ field, label, hint, required, options, single }: FieldProps & { options: readonly Chip[]; single?: boolean }) {
  const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid } = attributesOf(field, hint)
  return (
    <fieldset class="field" aria-describedby={describedBy}>
      <legend>{label}<OptionalMark required={required} /></legend>
      <Hint field={field} hint={hint} />
      <FieldError field={field} />
      <div class="check-chips">
        {options.map((option, i) => (
          <label key={option.value}>
            <input id={i === 0 ? id : `${id}-${i + 1}`} type={single ? 'radio' : 'checkbox'} name={field.name} value={option.value} checked={field.values.includes(option.value)} aria-invalid={invalid} data-more={option.more ? '' : undefined} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {options.map(option => option.more && <div class="chip-more" key={option.value}>{option.more}</div>)}
    </fieldset>
  )
}
