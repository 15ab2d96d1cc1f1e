import type { ComponentChildren } from 'preact'
import { DateTime } from '../date-time/date-time.tsx'

export interface TimelineItem {
  title: ComponentChildren
  at?: Date | string
  /** Who did it. */
  who?: string
  body?: ComponentChildren
  /** `now` is marked as where things stand; `later` has not happened. */
  state?: 'done' | 'now' | 'later'
}

/** What happened, in order, and what comes next. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol class="timeline">
      {items.map((item, i) => (
        <li key={i} class={item.state ?? 'done'} aria-current={item.state === 'now' ? 'step' : undefined}>
          <p class="timeline-title">{item.title}</p>
          {(item.at || item.who) && <p class="meta">{item.at && <DateTime at={item.at} as="full" />} {item.who && <span>{item.who}</span>}</p>}
          {item.body && <div>{item.body}</div>}
        </li>
      ))}
    </ol>
  )
}
