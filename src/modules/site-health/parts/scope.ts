import { covers, type Reach } from '#platform/access/who.ts'
import type { Context } from '#platform/web/page.ts'
import { unitDirectory, type Unit, type UnitKind, type UnitTree } from '#modules/organisation/contract.ts'
import { siteDirectory, type Site } from '#modules/sites/contract.ts'
import type { SiteKind } from '../requirement.ts'
import type { Scope } from '../store.ts'

/** Kinds of units that should have a site, and what their site is judged as. */
const kindOfUnit: Partial<Record<UnitKind, SiteKind>> = { secretariat: 'agency', agency: 'agency', office: 'agency', hospital: 'agency', subdistrict: 'subdistrict', village: 'village', school: 'school' }

export const kindFor = (kind: UnitKind): SiteKind => kindOfUnit[kind] ?? 'agency'

/** Sites and units a person may see, with what lists are about. */
export interface Sight {
  units: UnitTree
  sites: Map<string, Site>
  scope: Scope
  /** Units that should have a site and show none. */
  without: readonly Unit[]
}

/** Reads what the person may see of the sites of a government. */
export async function sightOf({ ask, government }: Pick<Context, 'ask' | 'government'>, reach: Reach | null, { outside = false, kind }: { outside?: boolean; kind?: SiteKind } = {}): Promise<Sight> {
  const [units, list] = await Promise.all([ask(unitDirectory).of(government.id), ask(siteDirectory).of(government.id)])
  const shown = list.all.filter(site => site.published)
  const sites = new Map(shown.map(site => [site.unitId, site]))
  const without = units.all.filter(unit => unit.channel && kindOfUnit[unit.kind] && (!kind || kindOfUnit[unit.kind] === kind) && !sites.has(unit.id) && covers(reach, { unitId: unit.id }))
  return { units, sites, scope: { reach, outside, shown: [...sites.keys()] }, without }
}

/** Every site of the government, for numbers that leave it. */
export const everything: Reach = { accountId: '', government: true, governmentsBelow: false, units: new Set(), own: false }
