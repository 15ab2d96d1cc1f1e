import { createMachine, transition, type AnyMachineSnapshot, type AnyStateMachine, type getInitialSnapshot } from 'xstate'

/** Two rows that may be the same thing: `sure` by their code or name, `ask` until a person has said. */
export type PairState = 'sure' | 'ask' | 'confirmed' | 'rejected'
export type PairEvent = 'confirm' | 'reject' | 'undo' | 'change'

/** Something the sources disagree about. */
export type DifferenceState = 'open' | 'asked' | 'settled' | 'agreed'
export type DifferenceEvent = 'ask' | 'settle' | 'undo' | 'differ' | 'agree'

/** States and events as pictures; used for pure transitions and drawn in the README. `change`: what a decision rested on is no longer so. */
export const pairMachine = createMachine({
  id: 'pair',
  initial: 'ask',
  states: {
    ask: { on: { confirm: 'confirmed', reject: 'rejected' } },
    sure: { on: { reject: 'rejected' } },
    confirmed: { on: { undo: 'ask', change: 'ask', reject: 'rejected' } },
    rejected: { on: { undo: 'ask', change: 'ask', confirm: 'confirmed' } },
  },
})

/** `differ`: the values are others than those that were settled, or differ again. `agree`: they no longer differ. */
export const differenceMachine = createMachine({
  id: 'difference',
  initial: 'open',
  states: {
    open: { on: { ask: 'asked', settle: 'settled', agree: 'agreed' } },
    asked: { on: { ask: 'asked', settle: 'settled', agree: 'agreed' } },
    settled: { on: { undo: 'open', differ: 'open', agree: 'agreed' } },
    agreed: { on: { differ: 'open' } },
  },
})

function step(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: string): string | null {
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<AnyStateMachine>>, { type: event })
  return String(next.value)
}

/** The state after `event`, or null when it cannot happen in `state`. */
export const pairAfter = (state: PairState, event: PairEvent) => step(pairMachine, pairMachine.resolveState({ value: state }), event) as PairState | null
export const differenceAfter = (state: DifferenceState, event: DifferenceEvent) => step(differenceMachine, differenceMachine.resolveState({ value: state }), event) as DifferenceState | null
