import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { Attachment } from '#modules/correspondence/contract.ts'
import type { Secrecy } from '#modules/correspondence/contract.ts'
import type { Final, Judgement } from './retention.ts'

export type DossierState = 'open' | 'closed' | 'inactive' | 'destroyed' | 'handed-over'

/** What can happen to a dossier; the last three come of a proposal that was carried out. */
export type DossierEvent = 'close' | 'reopen' | 'move' | 'destroy' | 'hand-over'

/** Where paper stands. */
export interface Shelf {
  room: string | null
  shelf: string | null
  box: string | null
}

/** Letters and papers of one matter, kept by a unit. */
export interface Dossier extends Shelf, Judgement {
  id: string
  unitId: string
  year: number
  /** Its number within unit and year. */
  sequence: number
  classification: string
  title: string
  /** The highest of what is in it. */
  secrecy: Secrecy
  state: DossierState
  holderPostId: string | null
  openedOn: string
  closedOn: string | null
  /** What an assessment made of one that is judged again at the end. */
  decided: Exclude<Final, 'dinilai-kembali'> | null
  /** First day it counts as inactive. */
  inactiveOn: string | null
  /** First day its retention is over. */
  dueOn: string | null
  /** The proposal it stands on. */
  disposalId: string | null
  createdBy: string | null
  version: number
}

/** Asli or kopi. */
export type Maturity = 'asli' | 'kopi'

/** A letter or another paper in a dossier. */
export interface Item {
  id: string
  dossierId: string
  unitId: string
  sequence: number
  letterId: string | null
  /** Of papers. */
  title: string | null
  datedOn: string | null
  maturity: Maturity
  amount: number
  secrecy: Secrecy
  remarks: string | null
  files: Attachment[]
  fileIds: string[]
  filedBy: string | null
  filedAt: Date
  removedAt: Date | null
  removedReason: string | null
  destroyedAt: Date | null
  content: 'kept' | 'erased' | 'shared'
}

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
