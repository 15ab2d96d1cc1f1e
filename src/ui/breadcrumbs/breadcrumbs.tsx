import { t } from '#platform/i18n/locale.ts'

export interface Crumb {
  label: string
  /** Left out for the page itself. */
  href?: string
}

/** Where this page lies, from the top down. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  return (
    <nav class="breadcrumbs" aria-label={t('Letak halaman')}>
      <ol>
        {items.map(item => (
          <li key={item.label}>{item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}
