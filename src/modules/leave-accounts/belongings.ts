import type { Belongings } from '#platform/archive/belonging.ts'

/** A unit that leaves takes nobody’s leave with it. */
export const belongings: Belongings = { leave: [], stay: { 'leave_accounts.adjustment': 'staff and their leave are of the government, not of the unit they work in' } }
