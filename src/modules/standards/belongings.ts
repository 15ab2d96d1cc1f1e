import type { Belongings } from '#platform/archive/belonging.ts'

const shared = 'one registry for the whole government; a unit that leaves is judged by that of its new home'

/** A unit that leaves takes no standard with it. */
export const belongings: Belongings = { leave: [], stay: { 'standards.concept': shared, 'standards.step': shared } }
