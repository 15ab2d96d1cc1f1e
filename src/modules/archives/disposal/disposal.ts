import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { Dossier, Maturity } from '../dossier.ts'
import type { Final } from '../retention.ts'

/** Moving to the inactive ones, destroying, handing over to the archive institution. */
export type DisposalKind = 'move' | 'destroy' | 'hand-over'

export type DisposalState = 'draft' | 'proposed' | 'assessed' | 'approved' | 'rejected' | 'carried-out' | 'cancelled'

export type DisposalEvent = 'propose' | 'cancel' | 'withdraw' | 'assess' | 'reject' | 'approve' | 'carry-out'

/** What the assessment says of a dossier: as proposed, keep it as it is, or (of those judged again) keep it for good. */
export type Verdict = 'agreed' | 'retained' | 'permanent'

/** A list of dossiers due for the same, on its way to minutes. */
export interface Disposal {
  id: string
  unitId: string
  kind: DisposalKind
  year: number
  sequence: number
  /** The day retention was counted for. */
  asOf: string
  state: DisposalState
  proposedBy: string | null
  assessedBy: string | null
  decidedBy: string | null
  minutesNumber: string | null
  minutesOn: string | null
  minutesFileId: string | null
  createdBy: string | null
  version: number
}

/** A dossier as it stood when the list was drawn up. */
export interface EntryFacts {
  number: string
  code: string
  title: string
  /** Years of the oldest and the newest thing in it. */
  from: number | null
  to: number | null
  items: number
  maturity: Maturity | 'campuran'
  closedOn: string
  active: number
  inactive: number
  final: Final
  basis: string
  inactiveOn: string
  dueOn: string
}

export interface Entry {
  dossierId: string
  facts: EntryFacts
  itemIds: string[]
  verdict: Verdict | null
}

export const disposalKinds = ['move', 'destroy', 'hand-over'] as const satisfies DisposalKind[]

/** States and events as one picture; used for pure transitions and drawn in the README. */
export const machine = createMachine({
  id: 'disposal',
  initial: 'draft',
  states: {
    draft: { on: { propose: 'proposed', cancel: 'cancelled' } },
    proposed: { on: { withdraw: 'draft', assess: 'assessed', reject: 'rejected' } },
    assessed: { on: { approve: 'approved', reject: 'rejected' } },
    approved: { on: { 'carry-out': 'carried-out' } },
    rejected: {},
    'carried-out': {},
    cancelled: {},
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function after(state: DisposalState, event: DisposalEvent): DisposalState | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as DisposalState
}

/** What becomes of dossiers of a list that was carried out. */
export const resultOf: Record<DisposalKind, Dossier['state']> = { move: 'inactive', destroy: 'destroyed', 'hand-over': 'handed-over' }
