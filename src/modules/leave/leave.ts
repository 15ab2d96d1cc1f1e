import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { EmployeeKind } from '#modules/personnel/contract.ts'

/** Two days and all between them, `2026-11-21`. */
export interface Span {
  from: string
  until: string
}

export const states = ['draft', 'submitted', 'recommended', 'approved', 'running', 'ended', 'deferred', 'refused', 'cancelled'] as const
export type State = (typeof states)[number]

/** What can happen to a request; `begin` and `finish` come with time, the rest from people. */
export type Event = 'submit' | 'withdraw' | 'advise' | 'grant' | 'defer' | 'refuse' | 'begin' | 'recall' | 'finish' | 'cancel'

/** What the official form ticks: disetujui, perubahan, ditangguhkan, tidak disetujui. */
export const verdicts = ['agree', 'change', 'defer', 'refuse'] as const
export type Verdict = (typeof verdicts)[number]

/** States and events as one picture; used for pure transitions and drawn in the README. */
export const machine = createMachine({
  id: 'leave',
  initial: 'draft',
  states: {
    draft: { on: { submit: 'submitted' } },
    // Where superior and authorised official are one, they decide without advising themselves.
    submitted: { on: { withdraw: 'draft', advise: 'recommended', grant: 'approved', defer: 'deferred', refuse: 'refused' } },
    recommended: { on: { withdraw: 'draft', grant: 'approved', defer: 'deferred', refuse: 'refused' } },
    approved: { on: { begin: 'running', cancel: 'cancelled' } },
    running: { on: { recall: 'running', finish: 'ended' } },
    ended: {},
    deferred: {},
    refused: {},
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

/** What a decision does to the request. */
export const decisionOf: Record<Verdict, 'grant' | 'defer' | 'refuse'> = { agree: 'grant', change: 'grant', defer: 'defer', refuse: 'refuse' }

/** States in which somebody waits for a decision. */
export const isWaiting = (state: State): boolean => state === 'submitted' || state === 'recommended'

/** States in which the days are taken. */
export const isGranted = (state: State): boolean => state === 'approved' || state === 'running' || state === 'ended'

/** How long at most. */
export interface Limit {
  n: number
  unit: 'working-days' | 'days' | 'months'
}

/** What must be attached from that calendar day of the leave on. */
export interface Paper {
  from: number
  what: string
}

/** A reason the rules know; what it says comes before what the kind says. */
export interface Ground {
  code: string
  name: string
  most?: Limit | null
  years?: number
  again?: number
  papers?: Paper[]
  sex?: 'm' | 'f'
}

/** A kind of leave as it is on a day: reference list `leave-kind`. */
export interface Kind {
  /** Id of the version. */
  id: string
  code: string
  order: number
  name: string
  who: EmployeeKind[]
  count: Limit['unit']
  /** Whether its days are taken from the annual quota. */
  quota: boolean
  most: Limit | null
  extension: Limit | null
  years: number
  again: number
  papers: Paper[]
  late: number
  births: number | null
  sex: 'm' | 'f' | null
  clearsAnnual: boolean
  unpaid: boolean
  deferrable: boolean
  grounds: Ground[]
  legalBasis: string
  verified: boolean
}

/** A request as it is stored. */
export interface Request extends Span {
  id: string
  employeeId: string
  unitId: string
  state: State
  kind: string
  ground: string | null
  /** Working days by year. */
  charges: Readonly<Record<string, number>>
  reason: string
  birth: number | null
  address: string
  phone: string
  paperId: string | null
  ruleId: string | null
  quotaId: string | null
  superiorPost: string | null
  officialPost: string | null
  submittedAt: Date | null
  decidedAt: Date | null
  letterNumber: string | null
  createdAt: Date
  version: number
}

/** What a person writes. */
export type Content = Pick<Request, 'kind' | 'ground' | 'from' | 'until' | 'reason' | 'birth' | 'address' | 'phone' | 'paperId'>

/** At whose desk it waits: a position, or with null the personnel officers; undefined when it waits for nobody. */
export const deskOf = ({ state, superiorPost, officialPost }: Pick<Request, 'state' | 'superiorPost' | 'officialPost'>): string | null | undefined =>
  state === 'submitted' ? superiorPost : state === 'recommended' ? officialPost : undefined

/** Whether whoever has it now decides: the authorised official, or one who is both. */
export const isDecisive = ({ state, superiorPost, officialPost }: Pick<Request, 'state' | 'superiorPost' | 'officialPost'>): boolean =>
  state === 'recommended' || (state === 'submitted' && superiorPost === officialPost)
