import { sql } from 'kysely'
import type { Government, Pattern } from '#platform/access/government.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Vocabulary } from '#platform/i18n/locale.ts'
import type { Appointment, Unit, UnitKind } from './contract.ts'
import { insertHolding, insertPosition, plainPosition, type PositionFacts } from './positions/store.ts'
import type { Tables } from './tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

/** Every government with its hosts, in the order of the installation. */
export async function governmentsOf(db: Db): Promise<{ all: Government[]; hosts: Map<string, Government> }> {
  const rows = await tables(db).selectFrom('organisation.government').selectAll().orderBy('position').orderBy('id').execute()
  const all = rows.map((row): Government => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    level: row.level as Government['level'],
    regionCode: row.region_code,
    accent: row.accent,
    pattern: row.pattern as Pattern,
    zone: row.zone,
    vocabulary: row.vocabulary as Vocabulary,
    address: row.address,
    email: row.email,
    phone: row.phone,
    crestFileId: row.crest_file_id,
    parentId: row.parent_id,
  }))
  const byId = new Map(all.map(government => [government.id, government]))
  const hosts = await tables(db).selectFrom('organisation.government_host').select(['host', 'government_id']).execute()
  return { all, hosts: new Map(hosts.map(row => [row.host, byId.get(row.government_id)!])) }
}

/** Active units of the government the connection speaks for, parents before children. */
export async function unitsOf(db: Db): Promise<Unit[]> {
  const rows = await tables(db)
    .selectFrom('organisation.unit')
    .select(['id', 'slug', 'name', 'short_name', 'kind', 'parent_id', 'region_code', 'address', 'phone', 'email', 'npsn', 'channel'])
    .where('active', '=', true)
    .orderBy(sql`nlevel(path)`)
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(row => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as UnitKind,
    parentId: row.parent_id,
    regionCode: row.region_code,
    address: row.address,
    phone: row.phone,
    email: row.email,
    npsn: row.npsn,
    channel: row.channel,
  }))
}

/** What is needed to add a unit; `parentId` null for the root. */
export type NewUnit = Omit<Unit, 'id' | 'channel'> & { channel?: boolean; position?: number }

/** Adds units in the order given, parents first, and returns their ids in the same order. */
export async function addUnit(tx: Tx, unit: NewUnit): Promise<string> {
  const row = await tables(tx)
    .insertInto('organisation.unit')
    .values({
      parent_id: unit.parentId,
      path: '',
      slug: unit.slug,
      name: unit.name,
      short_name: unit.shortName,
      kind: unit.kind,
      region_code: unit.regionCode,
      npsn: unit.npsn,
      address: unit.address,
      phone: unit.phone,
      email: unit.email,
      channel: unit.channel ?? true,
      position: unit.position ?? 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** What is needed to put a person into a position that may have to be made. */
export type NewHolding = Pick<Appointment, 'name' | 'nip' | 'accountId' | 'kind' | 'from'> & Partial<Pick<Appointment, 'to' | 'decree' | 'reason'>> & { unitId: string; title: string; rank: number; post?: Partial<PositionFacts> }

/** Puts a person into a position, which is made when the unit has none of that title. */
export async function addHolding(tx: Tx, { unitId, title, rank, post, ...holding }: NewHolding): Promise<void> {
  const known = await tables(tx).selectFrom('organisation.position').select('id').where('unit_id', '=', unitId).where('title', '=', title).executeTakeFirst()
  const postId = known?.id ?? (await insertPosition(tx, unitId, { ...plainPosition, ...post, title, rank }))
  await insertHolding(tx, { employeeId: null, to: null, decree: { number: null, on: null, fileId: null }, reason: null, ...holding, postId })
}
