import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'rosters are about staff, who stay with the government'

/** A unit that leaves takes nobody’s shifts with it. */
export const belongings: Belongings = { leave: [], stay: { 'rosters.shift': reason, 'rosters.roster': reason, 'rosters.member': reason, 'rosters.duty': reason, 'rosters.change': reason } }
