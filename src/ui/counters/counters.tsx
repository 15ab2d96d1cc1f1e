import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'

export interface Counter {
  label: string
  href: string
  count: number
  /** `count` is as far as was counted; there are more. */
  more?: boolean
  /** What is shown now is what this one counts. */
  current?: boolean
}

/** Numbers of what waits, each leading to just that. `label` names the group for screen readers. */
export function Counters({ label, items }: { label: string; items: Counter[] }) {
  return (
    <nav class="counters" aria-label={label}>
      <ul>
        {items.map(item => (
          <li key={item.href} class={item.count === 0 && !item.current ? 'none' : undefined}>
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              <b>{number(item.count)}{item.more && <abbr title={t('atau lebih')}>+</abbr>}</b> {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
