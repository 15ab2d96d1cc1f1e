import type { RoleGrant } from '#platform/access/role-templates.ts'
import type { Reach, ReachKind, Who } from '#platform/access/who.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'

/** Whether someone with this reach has all that a grant in that unit gives, and may therefore give or take it. */
export function coversGrant(held: Reach | null, reach: ReachKind, unitId: string, units: UnitTree): boolean {
  if (!held) return false
  if (reach === 'governments-below') return held.governmentsBelow
  if (held.government) return true
  if (reach === 'government') return false
  if (reach === 'own') return held.own || held.units.has(unitId)
  const below = reach === 'unit' ? [unitId] : units.below(unitId)
  return below.length > 0 && below.every(id => held.units.has(id))
}

/** Whether a person may hand out, or take back, a role in a unit: nobody gives more than they have. */
export const mayAssign = (who: Who, grants: readonly RoleGrant[], unitId: string, units: UnitTree): boolean =>
  (who.reach('identity.manage-accounts')?.government || who.reach('identity.manage-accounts')?.units.has(unitId) || false) &&
  grants.every(grant => coversGrant(who.reach(grant.permission), grant.reach, unitId, units))

/** Whether a person may write a grant into a role, which may be held in any unit: they need it everywhere. */
export const mayPutIntoRole = (who: Who, { permission, reach }: RoleGrant): boolean => {
  const held = who.reach(permission)
  return Boolean(held && (reach === 'governments-below' ? held.governmentsBelow : held.government))
}

/** Whether a person may change roles at all: a role belongs to the whole government. */
export const mayEditRoles = (who: Who): boolean => who.reach('identity.manage-roles')?.government === true
