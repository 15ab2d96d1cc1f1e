import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { EntryState, ReleaseState } from './contract.ts'

/** What can happen to an entry of the catalogue. */
export type EntryEvent = 'save' | 'propose' | 'return' | 'list' | 'retire' | 'restore'

/** The daftar data: an agency puts an entry forward, the walidata takes it in. */
export const entryMachine = createMachine({
  id: 'entry',
  initial: 'draft',
  states: {
    draft: { on: { save: 'draft', propose: 'proposed', list: 'listed', retire: 'retired' } },
    returned: { on: { save: 'returned', propose: 'proposed', list: 'listed', retire: 'retired' } },
    proposed: { on: { save: 'proposed', return: 'returned', list: 'listed' } },
    listed: { on: { save: 'listed', retire: 'retired' } },
    retired: { on: { restore: 'draft' } },
  },
})

/** What can happen to a release. */
export type ReleaseEvent = 'fill' | 'submit' | 'recall' | 'check' | 'reject' | 'approve' | 'publish' | 'cancel' | 'replace' | 'withdraw' | 'show-again'

/** A release: collected, checked in the agency, approved by the walidata, shown. */
export const releaseMachine = createMachine({
  id: 'release',
  initial: 'draft',
  states: {
    draft: { on: { fill: 'draft', submit: 'submitted', cancel: 'cancelled' } },
    rejected: { on: { fill: 'rejected', submit: 'submitted', cancel: 'cancelled' } },
    submitted: { on: { recall: 'draft', check: 'checked', reject: 'rejected', cancel: 'cancelled' } },
    checked: { on: { recall: 'draft', approve: 'approved', reject: 'rejected', cancel: 'cancelled' } },
    approved: { on: { publish: 'published', reject: 'rejected', cancel: 'cancelled' } },
    published: { on: { replace: 'replaced', withdraw: 'withdrawn' } },
    replaced: { on: { withdraw: 'withdrawn' } },
    withdrawn: { on: { 'show-again': 'published' } },
    cancelled: {},
  },
})

function step<S extends string>(machine: typeof entryMachine | typeof releaseMachine, state: S, event: string): S | null {
  const snapshot = machine.resolveState({ value: state } as never) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine as typeof entryMachine, snapshot as ReturnType<typeof getInitialSnapshot<typeof entryMachine>>, { type: event } as never)
  return next.value as S
}

/** The state of an entry after `event`, or null when it cannot happen now. */
export const entryAfter = (state: EntryState, event: EntryEvent): EntryState | null => step(entryMachine, state, event)

/** The state of a release after `event`, or null when it cannot happen now. */
export const releaseAfter = (state: ReleaseState, event: ReleaseEvent): ReleaseState | null => step(releaseMachine, state, event)

/** The national portal's names of the states of a document. */
export const nationalStates: Record<ReleaseState, string> = {
  draft: 'DRAFT',
  submitted: 'MENUNGGU_PERSETUJUAN',
  checked: 'MENUNGGU_PERSETUJUAN',
  approved: 'DISETUJUI',
  rejected: 'DITOLAK',
  cancelled: 'DIBATALKAN',
  published: 'DITAYANGKAN',
  replaced: 'TIDAK_DITAYANGKAN',
  withdrawn: 'TIDAK_DITAYANGKAN',
}
