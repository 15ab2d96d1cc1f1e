import type { Field } from '#platform/forms/fields.ts'
import { FieldError, attributesOf } from '../field/field.tsx'

export interface LeadOption {
  value: string
  label: string
  /** Under the label: who that is. */
  hint?: string
}

export interface LeadChoiceProps {
  /** Whoever is ticked. */
  field: Field
  /** Which of them leads; asked for as soon as a name is ticked. */
  lead: Field
  label: string
  leadLabel: string
  options: readonly LeadOption[]
  /** Before ids, where the same fields stand in several lists. */
  id?: string
}

/** Any of several people or positions, one of whom leads the others. */
export function LeadChoice({ field, lead, label, leadLabel, options, id: prefix }: LeadChoiceProps) {
  const { id, 'aria-invalid': invalid } = attributesOf(field, null)
  return (
    <fieldset class="field lead-choice">
      <legend>{label}</legend>
      {!prefix && <FieldError field={field} />}
      {!prefix && <FieldError field={lead} />}
      {options.map((option, i) => {
        const own = prefix ? `${id}-${prefix}-${i}` : i === 0 ? id : `${id}-${i + 1}`
        return (
          <div class="choice" key={option.value}>
            <input id={own} type="checkbox" name={field.name} value={option.value} checked={field.values.includes(option.value)} aria-invalid={invalid} aria-describedby={option.hint && `${own}-about`} />
            <label for={own}>{option.label}</label>
            {option.hint && <p class="hint" id={`${own}-about`}>{option.hint}</p>}
            <label class="lead">
              <input id={i === 0 && !prefix ? `f-${lead.name}` : undefined} type="radio" name={lead.name} value={option.value} checked={lead.value === option.value} aria-invalid={lead.error ? 'true' : undefined} />
              {leadLabel}<span class="hidden-text">: {option.label}</span>
            </label>
          </div>
        )
      })}
    </fieldset>
  )
}
