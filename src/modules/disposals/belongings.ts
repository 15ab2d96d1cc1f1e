import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'proposals and minutes belong to the archive, which stays with the government'

/** A unit that leaves takes nothing of it along. */
export const belongings: Belongings = { leave: [], stay: { 'disposals.proposal': reason, 'disposals.entry': reason, 'disposals.step': reason } }
