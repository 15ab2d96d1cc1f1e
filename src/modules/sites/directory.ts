import type { Services } from '#platform/web/services.ts'
import type { Showing } from '#modules/pages/contract.ts'
import { type Site, type SiteDirectory, type SiteList } from './contract.ts'
import { allSites } from './store.ts'

function listOf(all: readonly Site[]): SiteList {
  const bySlug = new Map(all.map(site => [site.slug, site]))
  const byUnit = new Map(all.map(site => [site.unitId, site]))
  return { all, bySlug: slug => bySlug.get(slug), byUnit: unitId => byUnit.get(unitId) }
}

/** Sites in memory, read once and again after a change. */
export function makeSiteDirectory({ database, changes }: Services): SiteDirectory {
  const lists = new Map<string, Promise<SiteList>>()
  const prefix = 'sites:'
  changes.on(topic => {
    if (topic === null) lists.clear()
    else if (topic.startsWith(prefix)) lists.delete(topic.slice(prefix.length))
  })
  return {
    of(governmentId) {
      let list = lists.get(governmentId)
      if (!list) {
        list = allSites(database.of(governmentId)).then(listOf)
        list.catch(() => lists.delete(governmentId))
        lists.set(governmentId, list)
      }
      return list
    },
  }
}

/** Address of a published site on the portal. */
export const baseOf = ({ slug }: Pick<Site, 'slug'>): string => `/situs/${slug}`

/** Where pages of units are shown: on their published sites. */
export const makeShowing = (directory: SiteDirectory): Showing => ({
  async baseOf(governmentId, unitId) {
    const site = (await directory.of(governmentId)).byUnit(unitId)
    return site?.published ? baseOf(site) : null
  },
  async all(governmentId) {
    const shown = (await directory.of(governmentId)).all.filter(site => site.published)
    return new Map(shown.map(site => [site.unitId, { base: baseOf(site), point: site.latitude !== null && site.longitude !== null ? { latitude: site.latitude, longitude: site.longitude } : null }]))
  },
})
