import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { Numbered, NumberRequest } from './contract.ts'

/** Used by a letter of the house, booked for one made outside of it, reserved for a day, or cancelled. */
export type State = 'used' | 'booked' | 'reserved' | 'cancelled'

/** What can happen to a number. */
export type Event = 'take' | 'book' | 'cancel'

export type Secrecy = NumberRequest['secrecy']

/** One number of a book. */
export interface BookNumber {
  id: string
  /** Unit whose series it is. */
  seriesUnitId: string
  seriesKind: string | null
  year: number
  /** Null where the series runs through the year. */
  month: number | null
  sequence: number
  state: State
  /** As printed; a reserved one has none yet. */
  number: string | null
  /** Unit that made the letter. */
  unitId: string | null
  kind: string | null
  classification: string | null
  secrecy: Secrecy | null
  dated: string
  /** Null of secret letters and of numbers nobody took. */
  title: string | null
  matter: Numbered | null
  reason: string | null
  by: string | null
  at: Date
  cancelReason: string | null
  cancelledBy: string | null
  cancelledAt: Date | null
}

export const states = ['used', 'booked', 'reserved', 'cancelled'] as const satisfies State[]

/** States and events as one picture; used for pure transitions and drawn in the README. A new number begins in any state but the last. */
export const machine = createMachine({
  id: 'number',
  initial: 'reserved',
  states: {
    reserved: { on: { take: 'used', book: 'booked', cancel: 'cancelled' } },
    used: { on: { cancel: 'cancelled' } },
    booked: { on: { cancel: 'cancelled' } },
    cancelled: {},
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function after(state: State, event: Event): State | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as State
}

/** Whether nothing of what the letter is about may stand in a book that many read. */
export const isSecret = (secrecy: Secrecy | null): boolean => secrecy === 'R' || secrecy === 'SR'
