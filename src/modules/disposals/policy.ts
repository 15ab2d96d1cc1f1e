import { covers, type Who } from '#platform/access/who.ts'
import type { DisposalKind } from '#modules/archives/contract.ts'
import { after, type Proposal, type ProposalEvent } from './proposal.ts'

/** Whether the person keeps the archive of the unit. */
export const mayPropose = (who: Who, unitId: string): boolean => covers(who.reach('archives.manage'), { unitId })

/** Whether the person decides on proposals of this kind: what leaves the archive for good is for those who answer for the whole government. */
const decides = (who: Who, { kind, unitId }: { kind: DisposalKind; unitId: string }) => covers(who.reach('archives.approve'), { unitId: kind === 'move' ? unitId : null })

/** Whether the person may do this to the proposal now. Who proposed it neither assesses nor approves it. */
export function may(who: Who, event: ProposalEvent, proposal: Pick<Proposal, 'kind' | 'state' | 'unitId' | 'proposedBy'>): boolean {
  if (after(proposal.state, event) === null) return false
  const manages = mayPropose(who, proposal.unitId)
  const own = proposal.proposedBy === who.account?.id
  if (event === 'assess') return !own && (manages || covers(who.reach('archives.approve'), proposal))
  if (event === 'approve') return !own && decides(who, proposal)
  if (event === 'reject') return decides(who, proposal) || (!own && proposal.state === 'proposed' && manages)
  if (event === 'withdraw') return own
  return manages
}
