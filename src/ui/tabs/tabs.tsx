import { number } from '#platform/i18n/format.ts'
import { useFrame } from '#platform/web/frame.ts'

export interface Tab {
  label: string
  href: string
  count?: number
  /** Whether this one is shown now; by default the one whose address is the page's. */
  current?: boolean
}

/** Neighbouring views of the same thing, as links. `label` names the group for screen readers. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const { here } = useFrame()
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(tab => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={(tab.current ?? tab.href === here) ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <data value={tab.count}>{number(tab.count)}</data>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
