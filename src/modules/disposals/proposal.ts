import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { DisposalKind, Due, Final, Maturity } from '#modules/archives/contract.ts'

export type ProposalState = 'draft' | 'proposed' | 'assessed' | 'approved' | 'rejected' | 'carried-out' | 'cancelled'

export type ProposalEvent = 'propose' | 'cancel' | 'withdraw' | 'assess' | 'reject' | 'approve' | 'carry-out'

/** What the assessment says of a dossier: as proposed, keep it as it is, or (of those judged again) keep it for good. */
export type Verdict = 'agreed' | 'retained' | 'permanent'

/** A list of dossiers due for the same, on its way to minutes. */
export interface Proposal {
  id: string
  unitId: string
  kind: DisposalKind
  year: number
  sequence: number
  /** The day retention was counted for. */
  asOf: string
  state: ProposalState
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
  id: 'proposal',
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
export function after(state: ProposalState, event: ProposalEvent): ProposalState | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as ProposalState
}

/** What a proposal remembers of a dossier. */
export const factsOf = (dossier: Due): EntryFacts => ({
  number: `${dossier.sequence}/${dossier.year}`, code: dossier.classification, title: dossier.title, from: dossier.from, to: dossier.to, items: dossier.items, maturity: dossier.maturity,
  closedOn: dossier.closedOn!, active: dossier.activeYears!, inactive: dossier.inactiveYears!, final: dossier.decided ?? dossier.final!, basis: dossier.retentionBasis ?? '', inactiveOn: dossier.inactiveOn!, dueOn: dossier.dueOn!,
})

/** Years something spans, as lists of archives write them: `2024–2026`. */
export const yearsOf = ({ from, to }: { from: number | null; to: number | null }): string => (from === null || to === null ? '–' : from === to ? String(from) : `${from}–${to}`)

/** Number of a proposal as people write it: `3/2026`. */
export const numberOf = ({ sequence, year }: Pick<Proposal, 'sequence' | 'year'>): string => `${sequence}/${year}`
