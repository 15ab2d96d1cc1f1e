import type { Belongings } from '#platform/archive/belonging.ts'

/** A key is of one account on one installation; whoever moves makes new ones. */
export const belongings: Belongings = { leave: [], stay: { 'api_keys.key': 'works on this installation only' } }
