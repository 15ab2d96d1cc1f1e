import { covers, type Who } from '#platform/access/who.ts'
import type { Unit, UnitTree } from './contract.ts'

/** Whether a person may change a unit, its positions and what stands below it. */
export const mayManage = (who: Who, unitId: string): boolean => covers(who.reach('organisation.manage'), { unitId })

/** Units a person may change, in the order of the tree. */
export const manageable = (who: Who, units: UnitTree): readonly Unit[] => units.all.filter(unit => mayManage(who, unit.id))

/** Where a unit may stand: within reach, and never below itself. */
export function possibleParents(who: Who, units: UnitTree, unit?: Unit): readonly Unit[] {
  const own = new Set(unit ? units.below(unit.id) : [])
  return manageable(who, units).filter(other => !own.has(other.id))
}
