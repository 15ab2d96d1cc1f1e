import type { Db, Tx } from '#platform/db/database.ts'
import type { Content, PageText } from '../contract.ts'
import { tables } from '../store.ts'

const withText = (db: Db | Tx) =>
  tables(db)
    .selectFrom('publications.publication as p')
    .innerJoin('publications.version as v', join => join.onRef('v.publication_id', '=', 'p.id').onRef('v.number', '=', 'p.live_version'))
    .select(['p.id', 'p.slug', 'p.unit_id', 'p.page_owner', 'v.title', 'v.body', 'v.languages'])
    .where('p.visible', '=', true)

const textFrom = (row: Awaited<ReturnType<ReturnType<typeof withText>['executeTakeFirstOrThrow']>>): PageText => ({
  id: row.id,
  slug: row.slug,
  unitId: row.unit_id,
  pageOwner: row.page_owner,
  title: row.title,
  body: [row.body, (row.languages as Content['languages']).en?.body ?? ''].join('\n\n').trim(),
})

/** Visible publications with their text, in the order of ids after `after`. */
export async function visibleTexts(db: Db, after: string | null, limit: number): Promise<PageText[]> {
  const query = after ? withText(db).where('p.id', '>', after) : withText(db)
  return (await query.orderBy('p.id').limit(limit).execute()).map(textFrom)
}

/** One visible publication with its text. */
export async function visibleText(db: Db | Tx, id: string): Promise<PageText | null> {
  const row = await withText(db).where('p.id', '=', id).executeTakeFirst()
  return row ? textFrom(row) : null
}
