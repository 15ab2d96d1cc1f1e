import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Unit, UnitKind } from '../contract.ts'
import { slugFrom } from '../setup/slug.ts'
import type { Tables } from '../tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

/** What a form changes of a unit. */
export type UnitChange = Pick<Unit, 'name' | 'shortName' | 'kind' | 'parentId' | 'address' | 'phone' | 'email' | 'npsn' | 'channel'>

/** A unit as it is stored, with the version its form must name; with `lock` nobody else changes it meanwhile. */
export async function storedUnit(db: Db | Tx, id: string, lock = false): Promise<(UnitChange & { id: string; version: number }) | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const query = tables(db).selectFrom('organisation.unit').select(['id', 'name', 'short_name', 'kind', 'parent_id', 'address', 'phone', 'email', 'npsn', 'channel', 'version']).where('id', '=', id).where('active', '=', true)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return null
  const { short_name: shortName, parent_id: parentId, ...rest } = row
  return { ...rest, shortName, parentId, kind: row.kind as UnitKind }
}

/** Lets moves in one government happen one after the other: two at once could close a circle. */
export const holdTree = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('organisation.unit ' || platform.current_government()))`.execute(tx)

/** Changes a unit; the database moves everything below along with it. */
export async function writeUnit(tx: Tx, id: string, change: UnitChange): Promise<void> {
  const { name, shortName, kind, parentId, address, phone, email, npsn, channel } = change
  await tables(tx)
    .updateTable('organisation.unit')
    .set({ name, short_name: shortName, kind, address, phone, email, npsn, channel, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
  await tables(tx).updateTable('organisation.unit').set({ parent_id: parentId }).where('id', '=', id).where('parent_id', 'is distinct from', parentId).execute()
}

/** An address nobody in the government has yet; a number is added when it is taken. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const wish = slugFrom(name).slice(0, 70).replace(/-+$/, '').padEnd(2, 'x')
  const rows = await tables(tx).selectFrom('organisation.unit').select('slug').where('slug', 'like', `${wish}%`).execute()
  const taken = new Set(rows.map(row => row.slug))
  if (!taken.has(wish)) return wish
  for (let n = 2; ; n++) if (!taken.has(`${wish}-${n}`)) return `${wish}-${n}`
}
