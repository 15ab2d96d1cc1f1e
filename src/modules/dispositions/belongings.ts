import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'part of letters, which are records of the government'

/** A unit that leaves takes no dispositions with it. */
export const belongings: Belongings = { leave: [], stay: { 'dispositions.disposition': reason, 'dispositions.recipient': reason, 'dispositions.report': reason } }
