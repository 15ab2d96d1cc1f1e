import type { ComponentChildren } from 'preact'

/** Something that is read when it is wanted: its title stays, the rest opens. */
export function Disclosure({ title, note, level = 3, lang, children }: { title: string; /** Behind the title, e.g. how long it takes. */ note?: string; level?: 2 | 3; lang?: string; children: ComponentChildren }) {
  const H = `h${level}` as const
  return (
    <details class="disclosure" lang={lang}>
      <summary><H>{title}</H>{note && <span class="hint">{note}</span>}</summary>
      <div>{children}</div>
    </details>
  )
}
