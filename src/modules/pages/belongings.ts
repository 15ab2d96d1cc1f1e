import type { Belongings } from '#platform/archive/belonging.ts'
import { changed } from '#platform/db/changes.ts'

const of = 'pages.page'

/** Pages leave with every version and step; whoever shows them enters them into the search again. */
export const belongings: Belongings = {
  leave: [
    { table: of, by: 'unit_id', under: 'parent_id', people: ['created_by', 'page_owner'], called: 'slug' },
    { table: 'pages.version', by: 'page_id', of, people: ['made_by'], files: ['blocks'], called: 'title' },
    { table: 'pages.step', by: 'page_id', of, people: ['by'], called: 'event' },
    { table: 'pages.redirect', by: 'page_id', of, units: ['unit_id'], called: 'path' },
  ],
  stay: {},
  arrived: ({ tx, unitIds }) => changed(tx, ...unitIds.map(id => `pages:${id}`)),
}
