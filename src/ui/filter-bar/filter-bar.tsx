import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { addressWith } from '../address.ts'
import { type Htmx, SubmitButton } from '../button/button.tsx'
import { FormMarksOptional } from '../form/form.tsx'
import { SearchField } from '../search-field/search-field.tsx'

export interface FilterBarProps {
  /** Address to send to; the page itself when left out. */
  action?: string
  search?: { label: string; value?: string; name?: string; placeholder?: string }
  /** Views asked for often, as links: `{ label, href }`. */
  quick?: { label: string; href: string; current?: boolean }[]
  /** What is filtered now: the parameter's name and the chosen value in words. Each can be removed. */
  active?: { name: string; label: string }[]
  /** Parameters to keep when the form is sent, e.g. the tab and the order. */
  keep?: Record<string, string | undefined>
  hx?: Htmx
  /** Further fields, behind "Saring". */
  children?: ComponentChildren
  /** What the further fields are behind, when they do more than filter. */
  more?: string
  /** Whether they are shown from the start; when something is filtered, unless said otherwise. */
  open?: boolean
}

/** Search and filters of a list; everything is in the address. */
export function FilterBar({ action, search, quick = [], active = [], keep = {}, hx, more, open = active.length > 0, children }: FilterBarProps) {
  const { here } = useFrame()
  return (
    <div class="filter-bar">
      {(search || children) && (
        <form method="get" action={action ?? here.split('?')[0]} role="search" {...hx}>
          {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
          {search && <SearchField {...search} />}
          {children && (
            <details open={open}>
              <summary class="button quiet">{more ?? t('Saring')}</summary>
              <FormMarksOptional.Provider value={false}><div class="filter-fields">{children}</div></FormMarksOptional.Provider>
              <SubmitButton>{t('Terapkan')}</SubmitButton>
            </details>
          )}
        </form>
      )}
      {(quick.length > 0 || active.length > 0) && (
        <ul class="chips">
          {active.map(({ name, label }) => (
            <li key={name}>
              <a class="chip on" href={addressWith(here, { [name]: null })}>
                <span class="hidden-text">{t('Hapus saringan:')} </span>{label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          {quick.map(({ label, href, current }) => (
            <li key={href}><a class="chip" href={href} aria-current={(current ?? href === here) ? 'true' : undefined}>{label}</a></li>
          ))}
        </ul>
      )}
    </div>
  )
}
