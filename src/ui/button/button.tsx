import type { ComponentChildren } from 'preact'

/** `primary` once per page; `quiet` for the rest; `danger` for what cannot be taken back; `plain` looks like a link. */
export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'plain'

/** htmx attributes, on officers' pages only; the form or link must work without them. */
export type Htmx = Record<`hx-${string}`, string>

export interface ButtonProps {
  children: ComponentChildren
  kind?: ButtonKind
  /** Sent with the form when this button is pressed. */
  name?: string
  value?: string
  /** Id of the form it belongs to, when it stands outside of it. */
  form?: string
  formaction?: string
  /** Hidden addition to the text, e.g. the row a short word acts on. */
  about?: string
  hx?: Htmx
}

/** Sends its form. */
export function Button({ children, kind = 'quiet', name, value, form, formaction, about, hx }: ButtonProps) {
  return (
    <button class={`button ${kind}`} type="submit" name={name} value={value} form={form} formaction={formaction} {...hx}>
      {children}
      {about && <span class="hidden-text"> {about}</span>}
    </button>
  )
}

/** The main button of a form. */
export const SubmitButton = (props: ButtonProps) => <Button kind="primary" {...props} />

export interface ButtonLinkProps {
  href: string
  children: ComponentChildren
  kind?: ButtonKind
  about?: string
  download?: boolean
  hx?: Htmx
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({ href, children, kind = 'primary', about, download, hx }: ButtonLinkProps) {
  return (
    <a class={`button ${kind}`} href={href} download={download} {...hx}>
      {children}
      {about && <span class="hidden-text"> {about}</span>}
    </a>
  )
}
