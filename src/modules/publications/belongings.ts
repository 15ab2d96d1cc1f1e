import type { Belongings } from '#platform/archive/belonging.ts'
import { changed } from '#platform/db/changes.ts'
import { enterOfficeSearch, enterSearch } from './lifecycle.ts'
import { tables, visibleBySlug } from './store.ts'

const of = 'publications.publication'

/** A channel leaves with every version and step. Counts follow from the rows, and a schedule is kept by the job that releases what is due. */
export const belongings: Belongings = {
  leave: [
    { table: 'publications.bundle', by: 'unit_id', people: ['created_by'], called: 'title' },
    { table: of, by: 'unit_id', links: { bundle_id: 'publications.bundle' }, people: ['created_by', 'page_owner'], called: 'slug' },
    { table: 'publications.version', by: 'publication_id', of, people: ['made_by'], files: ['cover', 'gallery', 'attachments', 'body', 'languages'], called: 'title' },
    { table: 'publications.step', by: 'publication_id', of, people: ['by'], called: 'event' },
    { table: 'publications.redirect', by: 'publication_id', of, called: 'path' },
  ],
  stay: { 'publications.activity': 'is counted by a trigger as rows arrive' },
  async arrived({ tx, governmentId, unitIds }) {
    const rows = await tables(tx).selectFrom('publications.publication').select(['id', 'slug', 'visible']).where('unit_id', 'in', unitIds).execute()
    for (const { id, slug, visible } of rows) {
      await enterOfficeSearch(tx, id)
      const shown = visible && (await visibleBySlug(tx, slug))
      if (shown) await enterSearch(tx, shown, shown.content, shown.publishedAt!)
    }
    await changed(tx, `publications:${governmentId}`, ...unitIds.map(id => `channel:${id}`))
  },
}
