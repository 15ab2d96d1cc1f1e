import type { Who } from '#platform/access/who.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { mayAssign } from '../roles.ts'
import type { HeldRole, Role } from './store.ts'

/** Roles a person may give in at least one unit of their reach; the server asks again for the unit chosen. */
export const assignableRoles = (who: Who, roles: readonly Role[], units: UnitTree): Role[] => {
  const reach = who.reach('identity.manage-accounts')
  if (!reach) return []
  const places = units.all.filter(unit => reach.government || reach.units.has(unit.id))
  return roles.filter(role => places.some(unit => mayAssign(who, role.grants, unit.id, units)))
}

/**
 * Whether a person may manage an account: not their own, and nobody who holds more than they do. Otherwise an
 * administrator of one unit could take over an account of the whole government by inviting it anew.
 */
export const mayManage = (who: Who, accountId: string, held: readonly HeldRole[], roles: readonly Role[], units: UnitTree): boolean =>
  accountId !== who.account?.id && held.every(({ roleId, unitId }) => mayAssign(who, roles.find(role => role.id === roleId)?.grants ?? [], unitId, units))
