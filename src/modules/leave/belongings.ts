import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'staff and their leave are of the government, not of the unit they work in'

/** A unit that leaves takes nobody’s leave with it. */
export const belongings: Belongings = { leave: [], stay: { 'leave.request': reason, 'leave.step': reason, 'leave.handover': reason } }
