import type { Unit, UnitTree } from './contract.ts'

/** Arranges units as a tree; every question about it is answered without a query. */
export function treeOf(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const bySlug = new Map(units.map(unit => [unit.slug, unit]))
  const byRegion = new Map(units.flatMap(unit => (unit.regionCode ? [[unit.regionCode, unit] as const] : [])))
  const children = new Map<string, Unit[]>()
  for (const unit of units) {
    if (!unit.parentId) continue
    const siblings = children.get(unit.parentId)
    if (siblings) siblings.push(unit)
    else children.set(unit.parentId, [unit])
  }
  const below = new Map<string, readonly string[]>()
  return {
    all: units,
    byId: id => byId.get(id),
    bySlug: slug => bySlug.get(slug),
    byRegion: code => byRegion.get(code),
    children: id => children.get(id) ?? [],
    below(id) {
      let ids = below.get(id)
      if (!ids) {
        const found: string[] = []
        const waiting = byId.has(id) ? [id] : []
        while (waiting.length > 0) {
          const next = waiting.pop()!
          found.push(next)
          for (const child of children.get(next) ?? []) waiting.push(child.id)
        }
        below.set(id, (ids = found))
      }
      return ids
    },
    ancestors(id) {
      const line: Unit[] = []
      for (let unit = byId.get(id); unit; unit = unit.parentId ? byId.get(unit.parentId) : undefined) line.unshift(unit)
      return line
    },
  }
}
