import { own, type Comparison, type Value } from './contract.ts'

/** A row of a source. */
export interface Row {
  id: string
  sourceId: string
  /** What it is recognised by when the list comes again. */
  key: string
  code: string
  name: string
  place: string
  values: Record<string, Value>
  line: number
  /** The thing it is a row of: the id of that thing's first row. */
  itemId: string | null
  /** The row of the same source that says the same. */
  doubleOf: string | null
}

/** How a field of a difference is called. */
export function fieldLabel({ codeLabel, nameLabel, placeLabel, fields }: Pick<Comparison, 'codeLabel' | 'nameLabel' | 'placeLabel' | 'fields'>, key: string): string | null {
  if (key === own.code) return codeLabel
  if (key === own.name) return nameLabel
  if (key === own.place) return placeLabel
  return fields.find(field => field.key === key)?.label ?? null
}
