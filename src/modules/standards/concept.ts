import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { Classification, Concept, ConceptState } from './contract.ts'

/** What can happen to a version of a standard; `replace` comes when a newer one is established. */
export type Event = 'propose' | 'save' | 'review' | 'return' | 'establish' | 'withdraw' | 'replace' | 'retire'

/** A version of a standard with what the office knows of it. */
export interface Standard extends Concept {
  reason: string | null
  proposedBy: string | null
  reviewedBy: string | null
  changedAt: Date
  /** Tells a stale form from a fresh one. */
  stamp: number
}

/** What a person writes. */
export interface Content extends Pick<Concept, 'name' | 'concept' | 'definition' | 'measure' | 'unit' | 'reference' | 'referenceUrl' | 'theme'> {
  classifications: Classification[]
  /** Why there is a newer version; null for the first. */
  reason: string | null
}

/** States in which a version is on its way. */
export const open = ['proposed', 'returned', 'reviewed'] as const satisfies ConceptState[]
/** States that the public sees. */
export const published = ['valid', 'replaced', 'retired'] as const satisfies ConceptState[]

export const isPublished = (state: ConceptState): boolean => published.some(one => one === state)

/** States and events as one picture; used for pure transitions and drawn in the README. */
export const machine = createMachine({
  id: 'standard',
  initial: 'proposed',
  states: {
    proposed: { on: { save: 'proposed', review: 'reviewed', return: 'returned', withdraw: 'withdrawn' } },
    returned: { on: { save: 'proposed', withdraw: 'withdrawn' } },
    reviewed: { on: { establish: 'valid', return: 'returned' } },
    valid: { on: { replace: 'replaced', retire: 'retired' } },
    replaced: {},
    withdrawn: {},
    retired: {},
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function after(state: ConceptState, event: Event): ConceptState | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as ConceptState
}
