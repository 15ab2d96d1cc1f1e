import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'a number proves a letter and stays where the letters stay; the unit goes on behind its last number in its new place'

/** How the numbers of a unit look leaves with it; patterns for the whole government name no unit and stay. */
export const belongings: Belongings = {
  leave: [
    { table: 'numbering.unit_code', by: 'unit_id', called: 'code' },
    { table: 'numbering.pattern', by: 'unit_id', called: 'pattern' },
  ],
  stay: { 'numbering.series': reason, 'numbering.counter': reason, 'numbering.number': reason },
}
