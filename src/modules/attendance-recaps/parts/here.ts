import { covers } from '#platform/access/who.ts'
import { addMonths } from '#platform/time/zone.ts'
import type { Viewer } from '#modules/attendance/contract.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'

/** The first day of the month asked for (`2026-10`): the one before this one while none is. */
export const monthAsked = (asked: string | undefined, today: string): string => (asked ? `${asked}-01` : addMonths(`${today.slice(0, 7)}-01`, -1))

/** The agency whose month a unit is closed with: the part of the government right below its top. */
export function agencyOf(units: UnitTree, unitId: string): Unit | undefined {
  const [top, agency] = units.ancestors(unitId)
  return agency ?? top
}

/** Units whose month is closed together with an agency's: those below it, and for the top of the government only itself. */
export const unitsOfAgency = (units: UnitTree, agencyId: string): readonly string[] => (units.ancestors(agencyId).length > 1 ? units.below(agencyId) : [agencyId])

/** The agencies these units belong to, by name. */
export const agenciesOf = (units: UnitTree, unitIds: Iterable<string>): Unit[] =>
  [...new Set([...unitIds].flatMap(id => agencyOf(units, id) ?? []))].toSorted((a, b) => a.name.localeCompare(b.name))

/** Whether an officer may close months of this agency and put them right: their reach covers all of it. */
export const closes = ({ officer, units }: Viewer, agencyId: string): boolean => unitsOfAgency(units, agencyId).every(unitId => covers(officer, { unitId }))
