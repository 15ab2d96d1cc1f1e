import type { Belongings } from '#platform/archive/belonging.ts'

const found = 'is found anew where the pages are: the sweep over all of them reads those that arrived'

/** Findings about links belong to where they were looked for. */
export const belongings: Belongings = {
  leave: [],
  stay: {
    'upkeep.page': found,
    'upkeep.link': found,
    'upkeep.mention': found,
    'upkeep.round': 'says how far the checks here are',
    'upkeep.day': 'counts what was done here',
    'upkeep.told': 'says who was told here',
  },
}
