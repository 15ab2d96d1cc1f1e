import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'waits a day for a list and is forgotten then'

/** What only waits does not leave with a unit. */
export const belongings: Belongings = { leave: [], stay: { 'letter_lists.bundle': reason, 'letter_lists.paper': reason } }
