import type { ComponentChildren } from 'preact'

export interface OrgNode {
  id: string
  name: string
  /** Who leads it. */
  note?: ComponentChildren
  href?: string
  below: OrgNode[]
}

/** Who stands under whom: a list within lists, drawn as a chart where there is room. */
export const OrgChart = ({ root, label }: { root: OrgNode; label: string }) => (
  <ul class="org-chart" aria-label={label}><Node node={root} /></ul>
)

function Node({ node: { name, note, href, below } }: { node: OrgNode }) {
  return (
    <li>
      <div class="org-node">
        {href ? <a href={href}>{name}</a> : <b>{name}</b>}
        {note && <small>{note}</small>}
      </div>
      {below.length > 0 && <ul>{below.map(node => <Node key={node.id} node={node} />)}</ul>}
    </li>
  )
}
