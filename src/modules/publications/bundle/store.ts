import { sql } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { State } from '../contract.ts'
import { tables } from '../store.ts'

const bundleColumns = ['b.id', 'b.title', 'b.unit_id as unitId', 'b.publish_at as publishAt', 'b.released_at as releasedAt', 'b.created_by as createdBy', 'b.created_at as createdAt'] as const

/** Releases within a reach, newest first, with how much is in each. */
export async function bundlesOf(db: Db, reach: Reach | null) {
  const rows = await tables(db)
    .selectFrom('publications.bundle as b')
    .select([...bundleColumns, eb => eb.selectFrom('publications.publication as p').whereRef('p.bundle_id', '=', 'b.id').select(e => e.fn.countAll<bigint>().as('n')).as('items')])
    .where(within(reach, { unit: sql.ref('b.unit_id'), owner: sql.ref('b.created_by') }))
    .orderBy('b.id', 'desc')
    .limit(50)
    .execute()
  return rows.map(row => ({ ...row, items: Number(row.items ?? 0) }))
}

export async function bundleById(db: Db, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  return tables(db).selectFrom('publications.bundle as b').select(bundleColumns).where('b.id', '=', id).executeTakeFirst()
}

export async function bundleItems(db: Db, id: string) {
  const rows = await tables(db).selectFrom('publications.publication').select(['id', 'title', 'unit_id as unitId', 'state']).where('bundle_id', '=', id).orderBy('title').execute()
  return rows.map(row => ({ ...row, state: row.state as State }))
}

export async function insertBundle(tx: Tx, bundle: { title: string; unitId: string; publishAt: Date; releasedAt: Date | null; by: string }): Promise<string> {
  const { id } = await tables(tx).insertInto('publications.bundle').values({ title: bundle.title, unit_id: bundle.unitId, publish_at: bundle.publishAt, released_at: bundle.releasedAt, created_by: bundle.by }).returning('id').executeTakeFirstOrThrow()
  return id
}
