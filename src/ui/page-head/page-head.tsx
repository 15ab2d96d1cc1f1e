import type { ComponentChildren } from 'preact'

export interface PageHeadProps {
  title: string
  lead?: ComponentChildren
  action?: ComponentChildren
}

/** Title of the page, what it is for, and its main act. The layouts show it. */
export function PageHead({ title, lead, action }: PageHeadProps) {
  return (
    <div class="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {action}
    </div>
  )
}
