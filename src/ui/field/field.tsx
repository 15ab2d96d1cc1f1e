import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { Field } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { FormMarksOptional } from '../form/form.tsx'

/** What every field takes; texts are already translated. */
export interface FieldProps {
  field: Field
  label: string
  hint?: ComponentChildren
  /** Fields that are not required say so; the server decides in any case. */
  required?: boolean
  /** The label is for screen readers alone: the heading of a column says it already. */
  quiet?: boolean
}

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search'
  placeholder?: string
  maxlength?: number
  /** Width by what is expected: `short` for a code or number. */
  width?: 'short' | 'half' | 'full'
  spellcheck?: boolean
  readonly?: boolean
  /** Id of a `Suggestions` list. */
  suggestions?: string
}

/** Label, hint, input and error, tied together for screen readers. `input` receives the attributes to spread. */
export function FieldFrame({ field, label, hint, required, quiet, input }: FieldProps & { input: (attributes: InputAttributes) => ComponentChildren }) {
  const attributes = attributesOf(field, hint, required)
  return (
    <div class="field">
      <label for={attributes.id} class={quiet ? 'hidden-text' : undefined}>{label}<OptionalMark required={required} /></label>
      <Hint field={field} hint={hint} />
      <FieldError field={field} />
      {input(attributes)}
    </div>
  )
}

export interface InputAttributes {
  id: string
  name: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
}

/** Attributes that tie an input to its label, hint and error. */
export function attributesOf(field: Field, hint: ComponentChildren, required?: boolean): InputAttributes {
  const id = `f-${field.name}`
  const described = [hint ? `${id}-hint` : '', field.error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, name: field.name, required, 'aria-describedby': described || undefined, 'aria-invalid': field.error ? 'true' : undefined }
}

/** `(boleh kosong)` beside the label of what may be left out. */
export function OptionalMark({ required }: { required?: boolean }) {
  return useContext(FormMarksOptional) && !required ? <span class="optional"> {t('(boleh kosong)')}</span> : null
}

export const Hint = ({ field, hint }: { field: Field; hint?: ComponentChildren }) =>
  hint ? <p class="hint" id={`f-${field.name}-hint`}>{hint}</p> : null

/** What to change, in words, at the field itself. */
export const FieldError = ({ field }: { field: Field }) =>
  field.error && <p class="field-error" id={`f-${field.name}-error`}>{t(field.error.text, field.error.values)}</p>

/** One line of text. */
export function TextField({ type = 'text', autocomplete, inputmode, placeholder, maxlength, width = 'full', spellcheck, readonly, suggestions, ...rest }: TextFieldProps) {
  return (
    <FieldFrame {...rest} input={attributes => (
      // one kind stands for the four: the types describe each kind of input apart
      <input {...attributes} class={`input ${width}`} type={type as 'text'} value={rest.field.value} autocomplete={autocomplete} inputmode={inputmode}
        placeholder={placeholder} maxlength={maxlength} spellcheck={spellcheck} readOnly={readonly} list={suggestions} />
    )} />
  )
}

/** Words browsers offer while one types into the inputs that name this list; anything else may be typed as well. */
export const Suggestions = ({ id, words }: { id: string; words: readonly string[] }) => (
  <datalist id={id}>{words.map(word => <option key={word} value={word} />)}</datalist>
)

/** Several lines of plain text; `MarkdownField` is for text with marks. */
export function TextArea({ rows = 5, maxlength, ...rest }: FieldProps & { rows?: number; maxlength?: number }) {
  return (
    <FieldFrame {...rest} input={attributes => (
      <textarea {...attributes} class="input full" rows={rows} maxlength={maxlength} value={rest.field.value} />
    )} />
  )
}

/** A calendar day, `2026-11-21`. */
export function DateField({ min, max, autocomplete, ...rest }: FieldProps & { min?: string; max?: string; autocomplete?: string }) {
  return (
    <FieldFrame {...rest} input={attributes => (
      <input {...attributes} class="input short" type="date" value={rest.field.value} min={min} max={max} autocomplete={autocomplete} />
    )} />
  )
}

/** A day and a time in the government's zone, `2026-11-21T09:00`. */
export function DateTimeField({ min, max, ...rest }: FieldProps & { min?: string; max?: string }) {
  return (
    <FieldFrame {...rest} input={attributes => (
      <input {...attributes} class="input half" type="datetime-local" value={rest.field.value} min={min} max={max} />
    )} />
  )
}

export interface NumberFieldProps extends FieldProps {
  /** Allows a decimal sign on the phone's keyboard. */
  decimal?: boolean
  /** Before the input, e.g. `Rp`. */
  prefix?: string
  /** After the input, e.g. `orang`. */
  suffix?: string
}

/** A number, typed as text so that the wheel changes nothing and separators may be written. */
export function NumberField({ decimal, prefix, suffix, ...rest }: NumberFieldProps) {
  return (
    <FieldFrame {...rest} input={attributes => (
      <span class="affixed">
        {prefix && <span aria-hidden="true">{prefix}</span>}
        <input {...attributes} class="input short" type="text" inputmode={decimal ? 'decimal' : 'numeric'} value={rest.field.value} autocomplete="off" />
        {suffix && <span aria-hidden="true">{suffix}</span>}
      </span>
    )} />
  )
}

/** A password; what was typed is never sent back. */
export function PasswordField({ autocomplete = 'current-password', ...rest }: FieldProps & { autocomplete?: 'current-password' | 'new-password' }) {
  return (
    <FieldFrame {...rest} input={attributes => <input {...attributes} class="input full" type="password" autocomplete={autocomplete} />} />
  )
}

/** Something the form carries without showing it. */
export const HiddenField = ({ name, value }: { name: string; value: string }) => <input type="hidden" name={name} value={value} />
