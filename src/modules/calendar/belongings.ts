import type { Belongings } from '#platform/archive/belonging.ts'

/** A unit that leaves takes no person's calendar with it: they subscribe anew where they sign in. */
export const belongings: Belongings = { leave: [], stay: { 'calendar.subscription': 'belongs to an account, which stays' } }
