import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'
import { changed } from '#platform/db/changes.ts'
import type { Vocabulary } from '#platform/i18n/locale.ts'
import { governmentsTopic, unitsTopic } from '../directory.ts'
import { addUnit } from '../store.ts'
import type { Tables } from '../tables.ts'
import { hostName } from './hosts.ts'
import { territoryOf, type Territory } from './region.ts'
import { slugFrom } from './slug.ts'

/** What `pendopo setup` asks for beyond the region code; everything else follows from the territory. */
export interface NewGovernment {
  regionCode: string
  slug?: string
  hosts?: string[]
  accent?: string
  address?: string
  email?: string
  phone?: string
}

/** `Kabupaten Tegal` → `tegalkab`, `Kota Bukittinggi` → `bukittinggikota`, as in `*.go.id`. */
export function governmentSlug({ name, level }: Pick<Territory, 'name' | 'level'>): string {
  const [, ...words] = name.split(' ')
  const base = slugFrom(words.join('')).replaceAll('-', '')
  return base + { province: 'prov', regency: 'kab', city: 'kota' }[level]
}

/**
 * Prepares a government with its subdistricts and villages as units. Runs as the migrating role, because the
 * serving role cannot create governments.
 * @returns the government's id; calling it again for the same region changes nothing
 */
export async function prepareGovernment(database: Database, wanted: NewGovernment): Promise<string> {
  const shared = database.shared.withTables<Tables>()
  const existing = await shared.selectFrom('organisation.government').select('id').where('region_code', '=', wanted.regionCode).executeTakeFirst()
  if (existing) return existing.id
  const territory = await territoryOf(wanted.regionCode)
  const slug = wanted.slug ?? governmentSlug(territory)
  const { id } = await shared
    .selectNoFrom(sql<string>`uuidv7()`.as('id'))
    .executeTakeFirstOrThrow()
  // One transaction for government and units: a failure leaves nothing half.
  await database.transaction(id, async tx => {
    const { n } = await tx.withTables<Tables>().selectFrom('organisation.government').select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    await tx
      .withTables<Tables>()
      .insertInto('organisation.government')
      .values({
        id,
        slug,
        name: territory.name,
        level: territory.level,
        region_code: territory.code,
        accent: wanted.accent ?? '#0b5a55',
        pattern: territory.pattern,
        zone: territory.zone,
        vocabulary: JSON.stringify(territory.vocabulary),
        address: wanted.address ?? null,
        email: wanted.email ?? null,
        phone: wanted.phone ?? null,
        position: Number(n),
      })
      .execute()
    await placeUnderProvince(tx, id, territory)
    for (const host of new Set([`${slug}.localhost`, ...(wanted.hosts ?? []).map(hostName)])) await tx.withTables<Tables>().insertInto('organisation.government_host').values({ host, government_id: id }).execute()
    await addTerritory(tx, territory)
    await changed(tx, governmentsTopic, unitsTopic(id))
  })
  return id
}

/** A regency stands under its province, whichever of them was prepared first. */
async function placeUnderProvince(tx: Tx, id: string, territory: Territory): Promise<void> {
  const governments = tx.withTables<Tables>()
  if (territory.level === 'province') await governments.updateTable('organisation.government').set({ parent_id: id }).where('region_code', 'like', `${territory.code}.%`).execute()
  else await governments.updateTable('organisation.government').set({ parent_id: eb => eb.selectFrom('organisation.government as p').select('p.id').where('p.region_code', '=', territory.code.slice(0, 2)) }).where('id', '=', id).execute()
}

const blank = { address: null, phone: null, email: null, npsn: null }

async function addTerritory(tx: Tx, territory: Territory): Promise<void> {
  const own: Vocabulary = { Desa: 'Desa', Kecamatan: 'Kecamatan', ...territory.vocabulary }
  const root = await addUnit(tx, { ...blank, slug: 'pemerintah', name: territory.name, shortName: territory.name, kind: 'government', parentId: null, regionCode: territory.code, channel: false })
  const taken = new Set<string>()
  // Villages of the same name exist in several subdistricts; the second one carries its subdistrict in the address.
  const free = (wish: string, other: string) => {
    const slug = taken.has(wish) ? other : wish
    taken.add(slug)
    return slug
  }
  for (const [i, district] of territory.districts.entries()) {
    const name = `${own.Kecamatan} ${district.name}`
    const unit = await addUnit(tx, { ...blank, slug: free(slugFrom(name), slugFrom(`${name}-${district.code}`)), name, shortName: name, kind: 'subdistrict', parentId: root, regionCode: district.code, position: 1000 + i })
    for (const [j, village] of district.villages.entries()) {
      const villageName = `${village.urban ? 'Kelurahan' : own.Desa} ${village.name}`
      await addUnit(tx, { ...blank, slug: free(slugFrom(villageName), slugFrom(`${villageName}-${district.name}`)), name: villageName, shortName: villageName, kind: 'village', parentId: unit, regionCode: village.code, position: 2000 + j })
    }
  }
}
