import type { ComponentChildren } from 'preact'

export interface EmptyStateProps {
  /** What is not here yet. */
  title: string
  /** What to do first. */
  children?: ComponentChildren
  action?: ComponentChildren
}

/** In place of a list with nothing in it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <p class="notice-title">{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
