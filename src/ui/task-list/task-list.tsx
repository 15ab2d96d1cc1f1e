export interface Task {
  label: string
  href: string
  /** What to expect: time, cost, what it is for. */
  hint?: string
}

/** The things people come for, as big plain links. */
export function TaskList({ items }: { items: Task[] }) {
  return (
    <ul class="task-list">
      {items.map(item => (
        <li key={item.href}>
          <a href={item.href}>
            <b>{item.label}</b>
            {item.hint && <span>{item.hint}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
