import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { StateWords } from '#ui/index.ts'

/** How a wish stands: not read yet, on the board, taken into the plan, published, not possible, kept off the board. */
export type WishState = 'unread' | 'open' | 'planned' | 'available' | 'declined' | 'hidden'
export const wishEvents = ['show', 'plan', 'publish', 'decline', 'hide'] as const
export type WishEvent = (typeof wishEvents)[number]

/** A wish is read before anybody sees it, and answered by the walidata. */
export const wishMachine = createMachine({
  id: 'wish',
  initial: 'unread',
  states: {
    unread: { on: { show: 'open', plan: 'planned', publish: 'available', decline: 'declined', hide: 'hidden' } },
    open: { on: { plan: 'planned', publish: 'available', decline: 'declined', hide: 'hidden' } },
    planned: { on: { publish: 'available', decline: 'declined', hide: 'hidden' } },
    available: { on: { hide: 'hidden' } },
    declined: { on: { show: 'open', plan: 'planned', hide: 'hidden' } },
    hidden: { on: { show: 'open' } },
  },
})

/** The state of a wish after `event`, or null when it cannot happen now. */
export function wishAfter(state: WishState, event: WishEvent): WishState | null {
  const snapshot = wishMachine.resolveState({ value: state } as never) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(wishMachine, snapshot as ReturnType<typeof getInitialSnapshot<typeof wishMachine>>, { type: event } as never)
  return next.value as WishState
}

export const wishWords: StateWords<WishState> = {
  unread: { label: 'Belum dibaca', tone: 'plain' },
  open: { label: 'Menunggu jawaban', tone: 'info' },
  planned: { label: 'Masuk rencana', tone: 'warn' },
  available: { label: 'Sudah tersedia', tone: 'good' },
  declined: { label: 'Tidak dapat dipenuhi', tone: 'bad' },
  hidden: { label: 'Tidak ditampilkan', tone: 'plain' },
}
