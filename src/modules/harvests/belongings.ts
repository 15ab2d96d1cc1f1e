import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'what the government’s catalogue shows of other portals'

/** A unit that leaves takes no source with it: the catalogue that shows them stays. */
export const belongings: Belongings = { leave: [], stay: { 'harvests.source': reason, 'harvests.run': reason, 'harvests.entry': reason } }
