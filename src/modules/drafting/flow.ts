import { assign, setup, transition, type SnapshotFrom } from 'xstate'
import type { LetterState } from '#modules/correspondence/contract.ts'

/** The line one stands under, or another unit that is asked to agree (paraf koordinasi). */
export type ParafKind = 'hierarchy' | 'coordination'

/** One who gives paraf. */
export interface Step {
  id: string
  postId: string
  kind: ParafKind
  /** The version that was read when it was given; null while it is not. */
  version: number | null
  /** The version it holds for by now. */
  holds: number | null
}

/** How far a draft has come. */
export interface Course {
  version: number
  steps: readonly Step[]
  /** While it is returned: the version that was sent back. */
  returnedVersion: number | null
  /** The paraf that did; none when it was the signer. */
  returnedParaf: string | null
}

export type Event =
  /** A new version: by the drafter, or by whoever has it for paraf, for whom the earlier parafs then hold on. */
  | { type: 'save' }
  /** Into circulation: anew, or onwards from where it was returned. */
  | { type: 'circulate'; onwards: boolean }
  | { type: 'paraf'; step: string }
  /** One more, right after the one whose turn it is. */
  | { type: 'insert'; step: Step }
  /** By the paraf whose turn it is, or by the signer. */
  | { type: 'return'; step: string | null }
  | { type: 'withdraw' }
  | { type: 'cancel' }

/** States in which a letter is the business of this module. */
export const courses = ['draft', 'circulating', 'returned', 'approved', 'cancelled'] as const satisfies LetterState[]
export type CourseState = (typeof courses)[number]

export const isCourse = (state: LetterState): state is CourseState => (courses as readonly LetterState[]).includes(state)

/** The step whose turn it is. */
export const turnOf = ({ steps }: Pick<Course, 'steps'>): Step | null => steps.find(({ version }) => version === null) ?? null

const fresh = (step: Step): Step => ({ ...step, version: null, holds: null })
/** Parafs that were given hold for this version from now on. */
const carried = (steps: readonly Step[], version: number): Step[] => steps.map(step => (step.version === null ? step : { ...step, holds: version }))

/** States and events as one picture; used for pure transitions and drawn in the README. */
export const machine = setup({
  types: { context: {} as Course, events: {} as Event },
  guards: {
    complete: ({ context }) => turnOf(context) === null,
    onTurn: ({ context, event }) => (event.type === 'paraf' || event.type === 'return') && event.step !== null && turnOf(context)?.id === event.step,
    bySigner: ({ event }) => event.type === 'return' && event.step === null,
    mayGoOn: ({ context, event }) => event.type === 'circulate' && (!event.onwards || context.returnedVersion !== null),
  },
  actions: {
    write: assign({ version: ({ context }) => context.version + 1 }),
    rewrite: assign({ version: ({ context }) => context.version + 1, steps: ({ context }) => carried(context.steps, context.version + 1) }),
    begin: assign({
      steps: ({ context, event }) => (event.type === 'circulate' && event.onwards ? carried(context.steps, context.version) : context.steps.map(fresh)),
      returnedVersion: null,
      returnedParaf: null,
    }),
    give: assign({ steps: ({ context, event }) => context.steps.map(step => (event.type === 'paraf' && step.id === event.step ? { ...step, version: context.version, holds: context.version } : step)) }),
    insert: assign({
      steps({ context, event }) {
        const at = context.steps.findIndex(step => step.id === turnOf(context)?.id)
        return event.type === 'insert' && at >= 0 ? context.steps.toSpliced(at + 1, 0, fresh(event.step)) : context.steps
      },
    }),
    giveBack: assign({ returnedVersion: ({ context }) => context.version, returnedParaf: ({ event }) => (event.type === 'return' ? event.step : null) }),
    forget: assign({ returnedVersion: null, returnedParaf: null }),
  },
}).createMachine({
  id: 'draft',
  context: { version: 1, steps: [], returnedVersion: null, returnedParaf: null },
  initial: 'draft',
  states: {
    draft: { on: { save: { actions: 'write' }, circulate: { target: 'circulating', guard: 'mayGoOn', actions: 'begin' }, cancel: 'cancelled' } },
    circulating: {
      always: { target: 'approved', guard: 'complete' },
      on: {
        save: { actions: 'rewrite' },
        paraf: { target: 'circulating', guard: 'onTurn', actions: 'give' },
        insert: { actions: 'insert' },
        return: { target: 'returned', guard: 'onTurn', actions: 'giveBack' },
        withdraw: { target: 'draft', actions: 'forget' },
      },
    },
    returned: { on: { save: { actions: 'write' }, circulate: { target: 'circulating', guard: 'mayGoOn', actions: 'begin' }, cancel: 'cancelled' } },
    approved: { on: { return: { target: 'returned', guard: 'bySigner', actions: 'giveBack' }, withdraw: { target: 'draft', actions: 'forget' } } },
    cancelled: { type: 'final' },
  },
})

type Snapshot = SnapshotFrom<typeof machine>

/** State and course after `event`, or null when it cannot happen now. */
export function after(state: LetterState, course: Course, event: Event): { state: CourseState; course: Course } | null {
  if (!isCourse(state)) return null
  const snapshot: Snapshot = machine.resolveState({ value: state, context: course })
  if (!snapshot.can(event)) return null
  const [next] = transition(machine, snapshot, event)
  return { state: next.value, course: next.context }
}

/** Approved means: every paraf of the round was given, and holds for what the letter says now. */
export const isComplete = ({ steps, version }: Course): boolean => steps.every(({ holds }) => holds === version)
