import type { Permission, Reach, ReachKind, Who } from '#platform/access/who.ts'
import type { RoleTemplate } from '#platform/web/module.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'

/** Reaches from the narrowest to the widest. */
export const reachKinds: readonly ReachKind[] = ['own', 'unit', 'unit-and-below', 'government', 'governments-below']

const wider = (a: ReachKind, b: ReachKind): ReachKind => (reachKinds.indexOf(a) >= reachKinds.indexOf(b) ? a : b)

export interface RoleGrant {
  permission: Permission
  reach: ReachKind
}

/** One role per code: several modules may add grants to the same role; of two reaches the wider counts. */
export function mergedTemplates(templates: readonly RoleTemplate[]): { code: string; name: string; strong: boolean; grants: RoleGrant[] }[] {
  const merged = new Map<string, { code: string; name: string; strong: boolean; grants: Map<Permission, ReachKind> }>()
  for (const { code, name, strong = false, grants } of templates) {
    const role = merged.get(code) ?? { code, name, strong: false, grants: new Map<Permission, ReachKind>() }
    role.strong ||= strong
    for (const { permission, reach } of grants) role.grants.set(permission, wider(reach, role.grants.get(permission) ?? reach))
    merged.set(code, role)
  }
  return [...merged.values()].map(role => ({ ...role, grants: [...role.grants].map(([permission, reach]) => ({ permission, reach })) }))
}

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
