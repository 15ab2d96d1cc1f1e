import { FieldError, type FieldProps, FieldFrame, Hint, OptionalMark, attributesOf } from '../field/field.tsx'

export interface Option {
  value: string
  label: string
  /** Explanation under the label, in radio and check lists. */
  hint?: string
  /** Heading it stands under, in select lists. */
  group?: string
}

export interface SelectFieldProps extends FieldProps {
  options: Option[]
  /** Text of a first entry with an empty value, e.g. `Pilih unit`. */
  empty?: string
}

/** One of many, in a list that opens. For five or fewer use `RadioField`. */
export function SelectField({ options, empty, ...rest }: SelectFieldProps) {
  const groups = Map.groupBy(options, option => option.group ?? '')
  return (
    <FieldFrame {...rest} input={attributes => (
      // Without an empty entry something is always chosen, and HTML has no `required` for that.
      <select {...attributes} required={attributes.required && empty !== undefined} class="input full">
        {empty !== undefined && <option value="">{empty}</option>}
        {[...groups].map(([group, list]) => {
          const entries = list.map(o => <option key={o.value} value={o.value} selected={o.value === rest.field.value}>{o.label}</option>)
          return group ? <optgroup key={group} label={group}>{entries}</optgroup> : entries
        })}
      </select>
    )} />
  )
}

/** One of few, all in view. */
export const RadioField = (props: FieldProps & { options: Option[] }) => <Choices {...props} type="radio" />

/** Any of several; each chosen value is sent under the same name. */
export const CheckList = (props: FieldProps & { options: Option[] }) => <Choices {...props} type="checkbox" />

function Choices({ field, label, hint, required, options, type }: FieldProps & { options: Option[]; type: 'radio' | 'checkbox' }) {
  const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid } = attributesOf(field, hint)
  return (
    <fieldset class="field" aria-describedby={describedBy}>
      <legend>{label}<OptionalMark required={required} /></legend>
      <Hint field={field} hint={hint} />
      <FieldError field={field} />
      {options.map((option, i) => {
        const own = i === 0 ? id : `${id}-${i + 1}`
        return (
          <div class="choice" key={option.value}>
            <input id={own} type={type} name={field.name} value={option.value} checked={field.values.includes(option.value)}
              required={type === 'radio' && required} aria-invalid={invalid} aria-describedby={option.hint && `${own}-about`} />
            <label for={own}>{option.label}</label>
            {option.hint && <p class="hint" id={`${own}-about`}>{option.hint}</p>}
          </div>
        )
      })}
    </fieldset>
  )
}

/** Yes or no; sends `value` when ticked and nothing otherwise. Give an `id` where several share a name; `quiet` keeps the label for screen readers, e.g. beside a row that says it. */
export function CheckField({ field, label, hint, required, value = 'on', id, quiet }: FieldProps & { value?: string; id?: string; quiet?: boolean }) {
  const attributes = { ...attributesOf(field, hint, required), ...(id ? { id } : {}) }
  return (
    <div class="field">
      <FieldError field={field} />
      <div class="choice">
        <input {...attributes} type="checkbox" value={value} checked={field.values.includes(value) || field.value === 'true'} />
        <label for={attributes.id}>{quiet ? <span class="hidden-text">{label}</span> : label}</label>
        <Hint field={field} hint={hint} />
      </div>
    </div>
  )
}
