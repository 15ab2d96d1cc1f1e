import type { ComponentChildren } from 'preact'

export interface Fact {
  label: string
  /** Facts without a value (null, undefined, empty) are left out. */
  value: ComponentChildren
}

/** What is known about one thing. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts.filter(f => f.value !== null && f.value !== undefined && f.value !== '' && f.value !== false).map(fact => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
