import { sql, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Kind, Reviewing } from '../contract.ts'
import { tables } from '../store.ts'

const inReach = (reach: Reach | null) => within(reach, { unit: sql.ref('p.unit_id'), owner: sql.ref('p.page_owner') })

function dueUntil(db: Db, reach: Reach | null, { until, owner }: { until: string; owner?: string }) {
  const query = tables(db).selectFrom('publications.publication as p').where('p.visible', '=', true).where(sql<SqlBool>`p.review_on <= ${until}::date`).where(inReach(reach))
  return owner ? query.where('p.page_owner', '=', owner) : query
}

/** Mark of a place in a list ordered by a day and an id. */
const readMark = (mark: string | undefined) => /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(mark ?? '')

/** Review days of public pages, for whoever looks after them. */
export const reviews: Reviewing = {
  async due(db, reach, filter) {
    const mark = readMark(filter.after)
    let query = dueUntil(db, reach, filter).select(['p.id', 'p.slug', 'p.kind', 'p.unit_id', 'p.page_owner', 'p.title', 'p.review_on'])
    if (mark) query = query.where(sql<SqlBool>`(p.review_on, p.id) > (${mark[1]}::date, ${mark[2]}::uuid)`)
    const rows = await query.orderBy('p.review_on').orderBy('p.id').limit(filter.limit + 1).execute()
    const items = rows.slice(0, filter.limit).map(row => ({ id: row.id, slug: row.slug, kind: row.kind as Kind, unitId: row.unit_id, pageOwner: row.page_owner, title: row.title, reviewOn: String(row.review_on) }))
    const last = items.at(-1)
    return { items, next: rows.length > filter.limit && last ? `${last.reviewOn}.${last.id}` : null }
  },
  async count(db, reach, filter) {
    const { n } = await dueUntil(db, reach, filter).select(eb => eb.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow()
    return Number(n)
  },
  async setReview(tx: Tx, reach, id, on) {
    const found = await tables(tx).selectFrom('publications.publication as p').select(['p.title', 'p.review_on']).where('p.id', '=', id).where('p.visible', '=', true).where(inReach(reach)).forUpdate().executeTakeFirst()
    if (!found) return null
    await tables(tx).updateTable('publications.publication').set({ review_on: on }).where('id', '=', id).execute()
    return { title: found.title, before: found.review_on === null ? null : String(found.review_on) }
  },
}
