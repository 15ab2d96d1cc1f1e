import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import { covers, type Who } from '#platform/access/who.ts'
import type { Approval } from './store.ts'

export type ApprovalState = 'draft' | 'approved' | 'withdrawn'
export type ApprovalEvent = 'approve' | 'withdraw'

/** What may be asked of a dataset: looked at before it is approved, and withdrawn when the holder no longer wants it. */
export const approvalMachine = createMachine({
  id: 'approval',
  initial: 'draft',
  states: { draft: { on: { approve: 'approved' } }, approved: { on: { withdraw: 'withdrawn' } }, withdrawn: {} },
})

/** The state after `event`, or null when it cannot happen now. */
export function approvalAfter(state: ApprovalState, event: ApprovalEvent): ApprovalState | null {
  const snapshot = approvalMachine.resolveState({ value: state } as never) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(approvalMachine, snapshot as ReturnType<typeof getInitialSnapshot<typeof approvalMachine>>, { type: event } as never)
  return next.value as ApprovalState
}

/** Whether the person looks after what may be asked of the holder's data. */
export const mayManage = (who: Who, { holderUnitId }: Pick<Approval, 'holderUnitId'>): boolean => covers(who.reach('approved-queries.manage'), { unitId: holderUnitId })

/** Whether the person may do this to it now. */
export const mayApproval = (who: Who, event: ApprovalEvent, approval: Pick<Approval, 'holderUnitId' | 'state'>): boolean => approvalAfter(approval.state, event) !== null && mayManage(who, approval)

/** Whether questions are answered on a day. */
export const isOpen = ({ state, until }: Pick<Approval, 'state' | 'until'>, today: string): boolean => state === 'approved' && today <= until
