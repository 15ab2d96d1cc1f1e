import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'how a letter came about is kept by the government that made it, beside the letter'

/** A unit that leaves takes the beginnings it wrote for itself. */
export const belongings: Belongings = {
  leave: [{ table: 'drafting.template', by: 'unit_id', units: ['unit_id'], people: ['changed_by'], called: 'name' }],
  stay: { 'drafting.draft': reason, 'drafting.version': reason, 'drafting.paraf': reason },
}
