import { covers, type Who } from '#platform/access/who.ts'
import type { DisposalKind } from '#modules/archives/contract.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { after, type Proposal, type ProposalEvent } from './proposal.ts'

/** Whether the person keeps the archive of the unit. */
export const mayPropose = (who: Who, unitId: string): boolean => covers(who.reach('archives.manage'), { unitId })

/** Whose decision a proposal is: that of the unit, but what leaves the archive for good is for those whose reach holds the whole government. */
export const deciding = ({ kind, unitId }: { kind: DisposalKind; unitId: string }, units: UnitTree): string => (kind === 'move' ? unitId : (units.ancestors(unitId)[0]?.id ?? unitId))

const decides = (who: Who, proposal: Pick<Proposal, 'kind' | 'unitId'>, units: UnitTree) => covers(who.reach('archives.approve'), { unitId: deciding(proposal, units) })

/** Whether the person may do this to the proposal now. Who proposed it neither assesses nor approves it. */
export function may(who: Who, event: ProposalEvent, proposal: Pick<Proposal, 'kind' | 'state' | 'unitId' | 'proposedBy'>, units: UnitTree): boolean {
  if (after(proposal.state, event) === null) return false
  const manages = mayPropose(who, proposal.unitId)
  const own = proposal.proposedBy === who.account?.id
  if (event === 'assess') return !own && (manages || covers(who.reach('archives.approve'), proposal))
  if (event === 'approve') return !own && decides(who, proposal, units)
  if (event === 'reject') return decides(who, proposal, units) || (!own && proposal.state === 'proposed' && manages)
  if (event === 'withdraw') return own
  return manages
}
