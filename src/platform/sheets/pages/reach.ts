import type { Permission, Who } from '../../access/who.ts'
import type { StoredReach } from '../sheet-run.ts'

/** Where somebody may act now, to be kept with what they start. */
export function reachFor(who: Who, permission: Permission): StoredReach {
  const reach = who.reach(permission)!
  return { accountId: reach.accountId, government: reach.government, own: reach.own, units: [...reach.units] }
}
