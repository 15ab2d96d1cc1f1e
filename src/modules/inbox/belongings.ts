import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'what waits for whom stays with the letters it is about'

/** A unit that leaves begins with an empty inbox. */
export const belongings: Belongings = { leave: [], stay: { 'inbox.task': reason, 'inbox.handover': reason } }
