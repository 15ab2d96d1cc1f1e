import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Option } from '#ui/index.ts'

/** Units somebody may see, to choose from under the part of the government they belong to. */
export function unitOptions(units: UnitTree, visible: (id: string) => boolean): Option[] {
  const partOf = (id: string) => { const [, part] = units.ancestors(id); return part && part.id !== id ? part.name : undefined }
  return units.all.filter(({ id }) => visible(id)).map(({ id, name }) => ({ value: id, label: name, group: partOf(id) })).toSorted((a, b) => (a.group ?? '').localeCompare(b.group ?? '') || a.label.localeCompare(b.label))
}
