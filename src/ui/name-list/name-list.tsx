export interface NameListProps {
  /** `note` is a count or a word at the end of the line; without `href` it leads nowhere. */
  items: { label: string; href?: string; note?: string }[]
  /** For screen readers, when no heading stands directly above. */
  label?: string
}

/** Many short names in columns: subdistricts, agencies, letters of the alphabet. */
export function NameList({ items, label }: NameListProps) {
  return (
    <ul class="name-list" aria-label={label}>
      {items.map(item => (
        <li key={item.href ?? item.label}>
          <a href={item.href}>{item.label}{item.note && <> <small>{item.note}</small></>}</a>
        </li>
      ))}
    </ul>
  )
}
