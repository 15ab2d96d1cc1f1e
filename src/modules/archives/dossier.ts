import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { Secrecy } from '#modules/correspondence/contract.ts'
import type { Dossier, DossierState } from './contract.ts'

/** What can happen to a dossier; the last three come of a proposal that was carried out. */
export type DossierEvent = 'close' | 'reopen' | 'move' | 'destroy' | 'hand-over'

const secrecies: readonly Secrecy[] = ['B', 'T', 'R', 'SR']

/** The higher of two classes. */
export const higher = (one: Secrecy, other: Secrecy): Secrecy => (secrecies.indexOf(one) >= secrecies.indexOf(other) ? one : other)

/** Classes whose reading is audited and asks for the second factor again. */
export const isSecret = (secrecy: Secrecy): boolean => secrecy === 'R' || secrecy === 'SR'

/** States and events as one picture; used for pure transitions and drawn in the README. */
export const machine = createMachine({
  id: 'dossier',
  initial: 'open',
  states: {
    open: { on: { close: 'closed' } },
    closed: { on: { reopen: 'open', move: 'inactive', destroy: 'destroyed', 'hand-over': 'handed-over' } },
    inactive: { on: { destroy: 'destroyed', 'hand-over': 'handed-over' } },
    destroyed: {},
    'handed-over': {},
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function after(state: DossierState, event: DossierEvent): DossierState | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as DossierState
}

/** Number of a dossier as people write it: `12/2026`. */
export const numberOf = ({ sequence, year }: Pick<Dossier, 'sequence' | 'year'>): string => `${sequence}/${year}`
