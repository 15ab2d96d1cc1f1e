import type { Unit, UnitTree } from '#modules/organisation/contract.ts'

const inner = new Set<Unit['kind']>(['division', 'section'])

/** The office whose secretariat keeps the agenda for a unit: divisions and sections have none of their own. */
export function officeOf(units: UnitTree, unitId: string): string {
  const path = units.ancestors(unitId)
  return (path.findLast(unit => !inner.has(unit.kind)) ?? path.at(-1))?.id ?? unitId
}
