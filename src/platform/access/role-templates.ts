import type { RoleTemplate } from '../web/module.ts'
import type { Permission, ReachKind } from './who.ts'

/** Reaches from the narrowest to the widest. */
export const reachKinds: readonly ReachKind[] = ['own', 'unit', 'unit-and-below', 'government', 'governments-below']

const wider = (a: ReachKind, b: ReachKind): ReachKind => (reachKinds.indexOf(a) >= reachKinds.indexOf(b) ? a : b)

/** What a role lets its holders do, and how far. */
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
