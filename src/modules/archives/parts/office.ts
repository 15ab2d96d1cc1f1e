import { covers, type Who } from '#platform/access/who.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'

const inner = new Set<Unit['kind']>(['division', 'section'])

/** The office that keeps the dossiers of a unit: divisions and sections have no archive of their own. */
export function officeOf(units: UnitTree, unitId: string): string {
  const path = units.ancestors(unitId)
  return (path.findLast(unit => !inner.has(unit.kind)) ?? path.at(-1))?.id ?? unitId
}

/** Offices whose archive the person manages, the own one first. */
export function officesOf(who: Who, units: UnitTree): Unit[] {
  const reach = who.reach('archives.manage')
  const own = who.account ? officeOf(units, who.account.unitId) : ''
  return units.all
    .filter(unit => !inner.has(unit.kind) && covers(reach, { unitId: unit.id }))
    .toSorted((a, b) => Number(b.id === own) - Number(a.id === own) || a.name.localeCompare(b.name, 'id'))
}
