import { covers, type Who } from '#platform/access/who.ts'
import type { Comparison, Source } from './contract.ts'
import type { Difference } from './store/differences.ts'

/** Whether the person may change what is compared, match rows and ask owners. */
export const mayManage = (who: Who, { unitId }: Pick<Comparison, 'unitId'>): boolean => covers(who.reach('reconciliation.manage'), { unitId })

/** Whether the person may bring files in: whoever manages the comparison, and those who settle for the unit that keeps the list. */
export const mayBring = (who: Who, comparison: Pick<Comparison, 'unitId' | 'state'>, source: Pick<Source, 'unitId'>): boolean =>
  comparison.state === 'open' && (mayManage(who, comparison) || covers(who.reach('reconciliation.settle'), { unitId: source.unitId }))

/** Whether a difference is the person's to settle. */
export const maySettle = (who: Who, { ownerId }: Pick<Difference, 'ownerId'>): boolean => covers(who.reach('reconciliation.settle'), { unitId: ownerId })
