import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'wishes are made to the government as a whole'

/** A unit that leaves takes no wish with it. */
export const belongings: Belongings = { leave: [], stay: { 'data_wishes.wish': reason, 'data_wishes.vote': reason } }
