import type { ComponentChildren } from 'preact'

export interface SectionProps {
  title: string
  /** Leads to all of it, beside the heading. */
  link?: { href: string; label: string }
  id?: string
  /** Other heading level than 2. */
  level?: 2 | 3
  /** Language of the title, when it is not the page's. */
  lang?: string
  children: ComponentChildren
}

/** A titled part of a page. */
export function Section({ title, link, id, level = 2, lang, children }: SectionProps) {
  const H = `h${level}` as const
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <H lang={lang}>{title}</H>
        {link && <a href={link.href}>{link.label}</a>}
      </div>
      {children}
    </section>
  )
}
