import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'speaks for the government, not for a unit'

/** A unit that leaves takes no banner with it. */
export const belongings: Belongings = { leave: [], stay: { 'banners.banner': reason, 'banners.step': reason } }
