import { covers, type Who } from '#platform/access/who.ts'
import type { Person } from '#modules/identity/contract.ts'

/**
 * Whether the person may hand over what waits for `giver`: their own things always; those of others as their
 * secretariat, once they have left, i.e. can no longer sign in or work where it does not reach.
 */
export function mayHandOver(who: Who, giver: Person, active: boolean): boolean {
  if (giver.id === who.account?.id) return true
  const reach = who.reach('inbox.office')
  return reach !== null && (!active || !covers(reach, { unitId: giver.unitId }))
}
