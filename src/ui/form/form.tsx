import { type ComponentChildren, createContext } from 'preact'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { Button, type Htmx } from '../button/button.tsx'

/** Whether fields inside say that they may stay empty: not in filters and searches. */
export const FormMarksOptional = createContext(true)

export interface FormProps {
  /** Address to send to; the page itself when left out. */
  action?: string
  method?: 'post' | 'get'
  /** When given, everything wrong is listed on top with links to the fields. */
  fields?: Fields
  /** Needed when there is a `FileField`. */
  multipart?: boolean
  /** Text of the main button, a quiet one where the form only chooses what is shown; without it the form shows only `actions`. */
  submit?: string
  /** Further buttons beside the main one. */
  actions?: ComponentChildren
  id?: string
  /** Around a table instead of one column of fields. */
  wide?: boolean
  hx?: Htmx
  children?: ComponentChildren
}

/** A form with its token, its errors on top and its buttons at the end. */
export function Form({ action, method = 'post', fields, multipart, submit, actions, id, wide, hx, children }: FormProps) {
  const { csrf, offline } = useFrame()
  // A form for another address follows the rules of that page, which may need a network.
  const kept = offline && method === 'post' && !action ? { 'data-offline': offline, 'data-words': JSON.stringify({ full: t('Penyimpanan ponsel penuh, jadi isian ini belum disimpan. Hapus foto atau aplikasi yang tidak dipakai, lalu kirim lagi.'), broken: t('Isian ini belum dapat disimpan di ponsel. Coba kirim sekali lagi.') }) } : {}
  return (
    <form class={wide ? 'form wide' : 'form'} id={id} method={method} action={action} enctype={multipart ? 'multipart/form-data' : undefined} novalidate {...kept} {...hx}>
      {method === 'post' && <input type="hidden" name="_csrf" value={csrf} />}
      {fields && <ErrorSummary fields={fields} />}
      <FormMarksOptional.Provider value={method === 'post'}>{children}</FormMarksOptional.Provider>
      {(submit || actions) && (
        <div class="actions">
          {submit && <Button kind={method === 'post' ? 'primary' : 'quiet'}>{submit}</Button>}
          {actions}
        </div>
      )}
    </form>
  )
}

/** Everything that is wrong, in the order of the form, each linking to its field. */
export function ErrorSummary({ fields }: { fields: Fields }) {
  const { errors } = fields
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus>
      <h2>{t('{n, plural, one {Ada # hal} other {Ada # hal}} yang perlu diperbaiki', { n: errors.length })}</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={name + message.text}>
            {name ? <a href={`#f-${name}`}>{t(message.text, message.values)}</a> : t(message.text, message.values)}
          </li>
        ))}
      </ul>
    </div>
  )
}

export interface FormSectionProps {
  title: string
  hint?: ComponentChildren
  /** Folded away until it is wanted: for parts most people leave empty. Give `false` when something is in it or wrong. */
  folded?: boolean
  children: ComponentChildren
}

/** A titled part of a long form. */
export function FormSection({ title, hint, folded, children }: FormSectionProps) {
  if (folded !== undefined)
    return (
      <details class="form-section" open={!folded}>
        <summary><h2>{title}</h2></summary>
        <div class="form-part">
          {hint && <p class="hint">{hint}</p>}
          {children}
        </div>
      </details>
    )
  return (
    <fieldset class="form-section">
      <legend><h2>{title}</h2></legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}
