import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'lists of the whole government are reconciled here, whoever keeps them'

/** A unit that leaves takes no reconciliation with it. */
export const belongings: Belongings = {
  leave: [],
  stay: Object.fromEntries(['comparison', 'source', 'row', 'pair', 'difference', 'step'].map(table => [`reconciliation.${table}`, reason])),
}
