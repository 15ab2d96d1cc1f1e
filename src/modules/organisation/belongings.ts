import type { Belongings } from '#platform/archive/belonging.ts'
import { changed } from '#platform/db/changes.ts'

/** A unit's positions and who held them leave with it; the unit itself finds its place through `moving.ts`. */
export const belongings: Belongings = {
  leave: [
    { table: 'organisation.position', by: 'unit_id', alone: ['unit_id', 'title'], called: 'title' },
    { table: 'organisation.holding', by: 'position_id', of: 'organisation.position', behind: ['nip', 'account_id'], called: 'person_name' },
  ],
  stay: {
    'organisation.unit': 'is matched with a unit of the target, or made there',
    'organisation.government': 'is the target’s own',
    'organisation.government_host': 'is the target’s own',
  },
  arrived: ({ tx, unitIds }) => changed(tx, ...unitIds.map(id => `officials:${id}`)),
}
