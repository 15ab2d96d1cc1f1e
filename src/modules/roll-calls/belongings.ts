import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'who answered whom on a day, and whom a leader calls, is of this installation'

/** A unit that leaves takes no roll call with it. */
export const belongings: Belongings = { leave: [], stay: { 'roll_calls.call': reason, 'roll_calls.callee': reason, 'roll_calls.list': reason, 'roll_calls.list_member': reason } }
