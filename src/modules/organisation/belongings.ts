import type { Belongings } from '#platform/archive/belonging.ts'
import { changed } from '#platform/db/changes.ts'

/** A unit's positions and who held them leave with it; the unit itself finds its place through `moving.ts`. */
export const belongings: Belongings = {
  leave: [
    // A superior may stand in a unit that stays; without one it is the head of the unit, or of the one above.
    { table: 'organisation.position', by: 'unit_id', behind: ['superior_id'], alone: ['unit_id', 'title'], called: 'title' },
    // Decrees name people by their number, so their files stay as well.
    { table: 'organisation.holding', by: 'position_id', of: 'organisation.position', behind: ['nip', 'account_id', 'employee_id', 'decree_file_id'], called: 'person_name' },
  ],
  stay: {
    'organisation.unit': 'is matched with a unit of the target, or made there',
    'organisation.government': 'is the target’s own',
    'organisation.government_host': 'is the target’s own',
  },
  arrived: ({ tx, governmentId, unitIds }) => changed(tx, `posts:${governmentId}`, ...unitIds.map(id => `officials:${id}`)),
}
