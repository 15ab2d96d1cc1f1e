import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'belongs to the government’s catalogue; the tables lie beside its files'

/** A unit that leaves takes no dataset with it: the catalogue keeps what was published. */
export const belongings: Belongings = {
  leave: [],
  stay: { 'datasets.dataset': reason, 'datasets.release': reason, 'datasets.resource': reason, 'datasets.step': reason, 'datasets.plan': reason },
}
