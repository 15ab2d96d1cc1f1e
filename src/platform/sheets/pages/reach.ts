import type { Who } from '../../access/who.ts'
import type { SheetImportSpec } from '../declaring.ts'
import type { StoredReach } from '../sheet-run.ts'

/** Where somebody may act now, to be kept with what they start. */
export function reachFor<D>(who: Who, { may, asks = [] }: Pick<SheetImportSpec<D>, 'may' | 'asks'>): StoredReach {
  const held: StoredReach['held'] = {}
  for (const permission of [may, ...asks]) {
    const reach = who.reach(permission)
    if (reach) held[permission] = { government: reach.government, own: reach.own, units: [...reach.units] }
  }
  return { accountId: who.account!.id, held }
}
