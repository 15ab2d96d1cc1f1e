import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { RequestState } from './contract.ts'

/** What can happen to a request. */
export type RequestEvent = 'confirm' | 'lapse' | 'extend' | 'escalate' | 'urge' | 'redirect' | 'grant' | 'partial' | 'aggregate' | 'refuse' | 'contest' | 'uphold' | 'withdraw'

const answers = { grant: 'granted', partial: 'partial', aggregate: 'aggregate' } as const

/** A request: it waits until it is answered, however long somebody is silent; a refusal can be brought before the forum once. */
export const requestMachine = createMachine({
  id: 'request',
  initial: 'waiting',
  states: {
    unconfirmed: { on: { confirm: 'waiting', lapse: 'lapsed' } },
    waiting: { on: { extend: 'waiting', escalate: 'waiting', urge: 'waiting', redirect: 'waiting', ...answers, refuse: 'refused', withdraw: 'withdrawn' } },
    refused: { on: { contest: 'contested' } },
    contested: { on: { escalate: 'contested', urge: 'contested', ...answers, uphold: 'upheld', withdraw: 'withdrawn' } },
    granted: {},
    partial: {},
    aggregate: {},
    upheld: {},
    withdrawn: {},
    lapsed: {},
  },
})

/** The state of a request after `event`, or null when it cannot happen now. */
export function requestAfter(state: RequestState, event: RequestEvent): RequestState | null {
  const snapshot = requestMachine.resolveState({ value: state } as never) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(requestMachine, snapshot as ReturnType<typeof getInitialSnapshot<typeof requestMachine>>, { type: event } as never)
  return next.value as RequestState
}

/** Ways to answer, as forms name them. */
export const answerEvents = ['grant', 'partial', 'aggregate', 'refuse', 'uphold'] as const satisfies readonly RequestEvent[]
export type AnswerEvent = (typeof answerEvents)[number]
