import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'staff are employed by the government, not by the unit they work in'

/** A unit that leaves takes nobody’s file with it. */
export const belongings: Belongings = { leave: [], stay: { 'personnel.employee': reason, 'personnel.record': reason } }
