import { covers, type Who } from '#platform/access/who.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'

/** Whether the person may bring things into a unit: what comes in may be public at once, so publishing is needed too. */
export const mayImport = (who: Who, unitId: string): boolean => covers(who.reach('imports.run'), { unitId }) && covers(who.reach('publications.publish'), { unitId })

/** Whether pages may come along: they, too, may be public at once. */
export const mayBringPages = (who: Who, unitId: string): boolean => covers(who.reach('pages.publish'), { unitId })

/** Whether the person may make and show the unit's site in the same run. */
export const mayOpenSite = (who: Who, unitId: string): boolean => mayBringPages(who, unitId) && covers(who.reach('sites.manage'), { unitId })

/** Channels the person may bring things into, the own one first. */
export const importable = (who: Who, units: UnitTree): Unit[] =>
  units.all.filter(unit => unit.channel && mayImport(who, unit.id)).toSorted((a, b) => Number(b.id === who.account?.unitId) - Number(a.id === who.account?.unitId))
