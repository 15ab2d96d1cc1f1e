import type { Belongings } from '#platform/archive/belonging.ts'

const shared = 'code lists are the whole government\'s; a unit that leaves uses those of its new home'

/** A unit that leaves takes no code list with it. */
export const belongings: Belongings = { leave: [], stay: { 'code_lists.list': shared, 'code_lists.version': shared, 'code_lists.item': shared } }
