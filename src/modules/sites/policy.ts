import { covers, type Who } from '#platform/access/who.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'
import type { SiteList } from './contract.ts'

/** Whether the person may make and change the site of a unit. */
export const mayManage = (who: Who, unitId: string): boolean => covers(who.reach('sites.manage'), { unitId })

/** Whether the person may see the site of a unit before it is public. */
export const maySee = (who: Who, unitId: string): boolean => covers(who.reach('pages.read'), { unitId })

/** Units that may have a site but have none, as far as the person may make one; the own one first. */
export const withoutSite = (who: Who, units: UnitTree, sites: SiteList): readonly Unit[] =>
  units.all
    .filter(unit => unit.channel && !sites.byUnit(unit.id) && mayManage(who, unit.id))
    .toSorted((a, b) => Number(b.id === who.account?.unitId) - Number(a.id === who.account?.unitId))
