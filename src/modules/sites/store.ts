import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Site, Template } from './contract.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

const selected = (db: Db | Tx) =>
  tables(db)
    .selectFrom('sites.site as s')
    .select(['s.id', 's.unit_id', 's.slug', 's.name', 's.tagline', 's.template', 's.accent', 's.logo', 's.latitude', 's.longitude', 's.published', 's.version'])
    .select(eb => eb.selectFrom('sites.domain as d').select('d.host').whereRef('d.site_id', '=', 's.id').where('d.verified_at', 'is not', null).orderBy('d.verified_at').limit(1).as('domain'))

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const siteOf = (row: Row): Site & { version: number } => ({
  id: row.id,
  unitId: row.unit_id,
  slug: row.slug,
  name: row.name,
  tagline: row.tagline,
  template: row.template as Template,
  accent: row.accent,
  logo: row.logo as Site['logo'],
  latitude: row.latitude,
  longitude: row.longitude,
  published: row.published,
  domain: row.domain,
  version: row.version,
})

/** Every site of the government the connection speaks for, by name. */
export const allSites = async (db: Db | Tx): Promise<Site[]> => (await selected(db).orderBy('s.name').orderBy('s.id').execute()).map(siteOf)

/** A unit's site as stored; with `lock` nobody else changes it until the transaction ends. */
export async function siteOfUnit(db: Db | Tx, unitId: string, lock = false): Promise<(Site & { version: number }) | null> {
  const query = selected(db).where('s.unit_id', '=', unitId)
  const row = await (lock ? query.forUpdate('s') : query).executeTakeFirst()
  return row ? siteOf(row) : null
}

export async function siteById(db: Db | Tx, id: string, lock = false): Promise<(Site & { version: number }) | null> {
  const query = selected(db).where('s.id', '=', id)
  const row = await (lock ? query.forUpdate('s') : query).executeTakeFirst()
  return row ? siteOf(row) : null
}

export type NewSite = Pick<Site, 'unitId' | 'slug' | 'name' | 'tagline' | 'template' | 'latitude' | 'longitude'> & { by: string | null }

/** Adds a site; answers its id. */
export async function insertSite(tx: Tx, site: NewSite): Promise<string> {
  const { id } = await tables(tx)
    .insertInto('sites.site')
    .values({ unit_id: site.unitId, slug: site.slug, name: site.name, tagline: site.tagline, template: site.template, latitude: site.latitude, longitude: site.longitude, created_by: site.by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes columns of a site. */
export async function updateSite(tx: Tx, id: string, set: Partial<{ slug: string; name: string; tagline: string | null; template: Template; accent: string | null; logo: Site['logo']; latitude: number | null; longitude: number | null; published: boolean; published_at: Date }>): Promise<void> {
  const { logo, ...rest } = set
  await tables(tx)
    .updateTable('sites.site')
    .set({ ...rest, ...(logo === undefined ? {} : { logo: logo && JSON.stringify(logo) }), version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Whether another site of the government has, or had, this slug. */
export async function slugTaken(tx: Tx, slug: string, ownId: string | null): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('sites.slug'))`.execute(tx)
  const site = await tables(tx).selectFrom('sites.site').select('id').where('slug', '=', slug).executeTakeFirst()
  const former = await tables(tx).selectFrom('sites.former_slug').select('site_id as id').where('slug', '=', slug).executeTakeFirst()
  return [site, former].some(found => found && found.id !== ownId)
}

/** Remembers a slug a site had. */
export async function keepFormerSlug(tx: Tx, slug: string, siteId: string): Promise<void> {
  await tables(tx).insertInto('sites.former_slug').values({ slug, site_id: siteId }).onConflict(oc => oc.columns(['government_id', 'slug']).doUpdateSet({ site_id: siteId })).execute()
}

/** The present slug of a site that used to have this one. */
export async function slugAfter(db: Db, slug: string): Promise<string | null> {
  const row = await tables(db).selectFrom('sites.former_slug as f').innerJoin('sites.site as s', 's.id', 'f.site_id').select('s.slug').where('f.slug', '=', slug).where('s.published', '=', true).executeTakeFirst()
  return row?.slug ?? null
}
