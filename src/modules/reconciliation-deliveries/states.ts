import { createMachine, transition, type getInitialSnapshot } from 'xstate'
import type { DeliveryState } from '#modules/reconciliation/contract.ts'

export type DeliveryEvent = 'read' | 'map' | 'check' | 'remap' | 'take' | 'done' | 'fail' | 'retry' | 'drop'

/** States and events as a picture; used for pure transitions and drawn in the README. */
export const deliveryMachine = createMachine({
  id: 'delivery',
  initial: 'reading',
  states: {
    reading: { on: { read: 'mapping', check: 'checking', fail: 'failed' } },
    mapping: { on: { map: 'checking', drop: 'dropped' } },
    checking: { on: { check: 'ready', fail: 'failed' } },
    ready: { on: { take: 'taking', remap: 'mapping', drop: 'dropped' } },
    taking: { on: { done: 'taken', fail: 'failed' } },
    failed: { on: { retry: 'reading', drop: 'dropped' } },
    taken: {},
    dropped: {},
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function deliveryAfter(state: DeliveryState, event: DeliveryEvent): DeliveryState | null {
  const snapshot = deliveryMachine.resolveState({ value: state })
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(deliveryMachine, snapshot as ReturnType<typeof getInitialSnapshot<typeof deliveryMachine>>, { type: event })
  return next.value as DeliveryState
}

/** States in which the job is at work. */
export const underWay: readonly DeliveryState[] = ['reading', 'checking', 'taking']
