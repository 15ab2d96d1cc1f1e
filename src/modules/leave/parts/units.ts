import type { Reach } from '#platform/access/who.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Option } from '#ui/index.ts'

/** Units within a reach, and some more, to choose from under the part of the government they belong to. */
export function unitOptions(units: UnitTree, reach: Reach | null, more: ReadonlySet<string> = new Set()): Option[] {
  return units.all
    .filter(({ id }) => reach?.government || reach?.units.has(id) || more.has(id))
    .map(({ id, name }) => {
      const [, part] = units.ancestors(id)
      return { value: id, label: name, group: part && part.id !== id ? part.name : undefined }
    })
    .toSorted((a, b) => (a.group ?? '').localeCompare(b.group ?? '') || a.label.localeCompare(b.label))
}
