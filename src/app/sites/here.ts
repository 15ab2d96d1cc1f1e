import type { Context, Place } from '#platform/web/page.ts'
import { Elsewhere, NotFound } from '#platform/web/problems.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import type { Around } from '#modules/pages/blocks/block.ts'
import { siteDirectory, type Site } from '#modules/sites/contract.ts'
import { slugAfter } from '#modules/sites/store.ts'

/** The published site an address names. A name it had before leads on, and a unit without a site is found by its channel. */
export async function publishedSite({ ask, db, government, params, place }: Context): Promise<{ site: Site; unit: Unit; units: UnitTree }> {
  const [units, sites] = await Promise.all([ask(unitDirectory).of(government.id), ask(siteDirectory).of(government.id)])
  const slug = params.site!
  // Spelt in capitals or escapes, the address is not the site's.
  if (place.site !== slug) throw new NotFound()
  const site = sites.bySlug(slug)
  const unit = site && units.byId(site.unitId)
  if (site?.published && unit) return { site, unit, units }
  const renamed = await slugAfter(db, slug)
  if (renamed) throw new Elsewhere(`${place.portal}/situs/${renamed}${place.path === '/' ? '' : place.path}`, 'for-good')
  const channel = units.bySlug(slug)
  if (place.path === '/' && channel?.channel) throw new Elsewhere(`${place.portal}/kanal/${channel.slug}`)
  throw new NotFound()
}

/** Where blocks of a unit's page stand, for their links. */
export const aroundOf = (place: Pick<Place, 'base' | 'portal'>, unit: Unit, units: UnitTree, site: { home: string; slugs: ReadonlySet<string> }, file: Around['file'] = address => address): Around => ({
  unit,
  units,
  href: path => place.base + path,
  portal: path => place.portal + path,
  file,
  ...site,
})
