import type { Belongings } from '#platform/archive/belonging.ts'

/** A unit that leaves takes no file with it. */
export const belongings: Belongings = { leave: [], stay: { 'reconciliation_deliveries.delivery': 'lists of the whole government are reconciled here, whoever keeps them' } }
