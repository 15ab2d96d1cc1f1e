import type { Unit, UnitTree } from '#modules/organisation/contract.ts'

const inner = new Set<Unit['kind']>(['division', 'section'])

/** Parts of an office: divisions, sections, and what is called an office below something smaller than the government. */
const isPart = (unit: Unit, units: UnitTree): boolean => inner.has(unit.kind) || (unit.kind === 'office' && units.byId(unit.parentId ?? '')?.kind !== 'government')

/** The office whose secretariat keeps the agenda for a unit: its parts have none of their own. */
export function officeOf(units: UnitTree, unitId: string): string {
  const path = units.ancestors(unitId)
  return (path.findLast(unit => !isPart(unit, units)) ?? path.at(-1))?.id ?? unitId
}
