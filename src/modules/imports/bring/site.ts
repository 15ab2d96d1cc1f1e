import type { Tx } from '#platform/db/database.ts'
import type { Hands } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { siteDirectory, sitesPort } from '#modules/sites/contract.ts'
import { holdsPages, type Source } from '../source.ts'

type Ask = Pick<Services, 'ask'>

/** Whether the public sees a site of the unit. */
export const hasSite = async ({ ask }: Ask, governmentId: string, unitId: string): Promise<boolean> => (await ask(siteDirectory).of(governmentId)).byUnit(unitId)?.published ?? false

/** Whether a source brings pages to a unit without a site. */
export const wantsSite = async (services: Ask, governmentId: string, unitId: string, source: Source): Promise<boolean> => holdsPages(source) && !(await hasSite(services, governmentId, unitId))

/** Address of a unit's site on the portal; of one that is yet to be made, the one it will get unless another had it before. */
export async function siteBase({ ask }: Ask, governmentId: string, unitId: string): Promise<string> {
  const site = (await ask(siteDirectory).of(governmentId)).byUnit(unitId)
  return `/situs/${site?.slug ?? (await ask(unitDirectory).of(governmentId)).byId(unitId)!.slug}`
}

/** Makes the unit's site when there is none and shows it. One that is public already is left alone: its drafts are people's. */
export async function openSite(services: Ask, tx: Tx, hands: Hands, unitId: string, by: string | null): Promise<void> {
  if (await hasSite(services, hands.governmentId, unitId)) return
  const sites = services.ask(sitesPort)
  await sites.publish(tx, hands, await sites.ensure(tx, hands, { unitId, by }), by)
}
