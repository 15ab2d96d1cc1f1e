import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'belongs to the government’s catalogue, whose datasets stay as well'

/** A unit that leaves takes no approval with it. */
export const belongings: Belongings = { leave: [], stay: { 'approved_queries.approval': reason, 'approved_queries.basis': reason, 'approved_queries.answer': reason } }
