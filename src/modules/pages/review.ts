import { sql, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import type { PageReviewFilter, PageReviewing } from './contract.ts'
import { tables } from './store.ts'

const inReach = (reach: Reach | null) => within(reach, { unit: sql.ref('p.unit_id'), owner: sql.ref('p.page_owner') })

function dueUntil(db: Db, reach: Reach | null, { units, until, owner }: PageReviewFilter) {
  const query = tables(db).selectFrom('pages.page as p').where('p.visible', '=', true).where(sql<SqlBool>`p.unit_id = any(${units}::uuid[])`).where(sql<SqlBool>`p.review_on <= ${until}::date`).where(inReach(reach))
  return owner ? query.where('p.page_owner', '=', owner) : query
}

/** Mark of a place in a list ordered by a day and an id. */
const readMark = (mark: string | undefined) => /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(mark ?? '')

/** Review days of visible pages, for whoever looks after them. */
export const pageReviews: PageReviewing = {
  async due(db, reach, filter) {
    const mark = readMark(filter.after)
    let query = dueUntil(db, reach, filter).innerJoin('pages.version as v', join => join.onRef('v.page_id', '=', 'p.id').onRef('v.number', '=', 'p.live_version')).select(['p.id', 'p.slug', 'p.unit_id', 'p.page_owner', 'v.title', 'p.review_on'])
    if (mark) query = query.where(sql<SqlBool>`(p.review_on, p.id) > (${mark[1]}::date, ${mark[2]}::uuid)`)
    const rows = await query.orderBy('p.review_on').orderBy('p.id').limit(filter.limit + 1).execute()
    const items = rows.slice(0, filter.limit).map(row => ({ id: row.id, slug: row.slug, unitId: row.unit_id, pageOwner: row.page_owner, title: row.title, reviewOn: String(row.review_on) }))
    const last = items.at(-1)
    return { items, next: rows.length > filter.limit && last ? `${last.reviewOn}.${last.id}` : null }
  },
  async count(db, reach, filter) {
    const { n } = await dueUntil(db, reach, filter).select(eb => eb.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow()
    return Number(n)
  },
  async setReview(tx, reach, id, on) {
    const found = await tables(tx)
      .selectFrom('pages.page as p')
      .innerJoin('pages.version as v', join => join.onRef('v.page_id', '=', 'p.id').onRef('v.number', '=', 'p.live_version'))
      .select(['v.title', 'p.review_on'])
      .where('p.id', '=', id)
      .where('p.visible', '=', true)
      .where(inReach(reach))
      .forUpdate('p')
      .executeTakeFirst()
    if (!found) return null
    // Not through updatePage: looking at a page is no change of it, and the health of its site counts changes.
    await tables(tx).updateTable('pages.page').set({ review_on: on }).where('id', '=', id).execute()
    return { title: found.title, before: found.review_on }
  },
}
