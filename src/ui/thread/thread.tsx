import type { ComponentChildren } from 'preact'

export interface ThreadItem {
  id: string
  /** Who, in bold. */
  title: ComponentChildren
  /** Where it stands: a badge. */
  state?: ComponentChildren
  /** Names and times, one line each. */
  facts?: ComponentChildren[]
  body?: ComponentChildren
  /** Links and buttons for whoever reads it. */
  actions?: ComponentChildren
  below: ThreadItem[]
}

/** What followed from what: lists within lists that stay readable on a phone. */
export const Thread = ({ items, label }: { items: readonly ThreadItem[]; label: string }) => <ul class="thread" aria-label={label}>{items.map(item => <Item key={item.id} item={item} />)}</ul>

function Item({ item: { id, title, state, facts = [], body, actions, below } }: { item: ThreadItem }) {
  return (
    <li id={id}>
      <div class="thread-item">
        <p class="thread-head"><b>{title}</b> {state}</p>
        {facts.map((fact, i) => fact && <p key={i} class="meta">{fact}</p>)}
        {body}
        {actions && <div class="actions">{actions}</div>}
      </div>
      {below.length > 0 && <ul>{below.map(one => <Item key={one.id} item={one} />)}</ul>}
    </li>
  )
}
