import type { Services } from '#platform/web/services.ts'
import { handsOf } from '#modules/pages/testing.ts'
import { siteDirectory, sitesPort, type Template } from './contract.ts'

/** Makes and publishes the site of a unit; answers its slug once every reader of it knows. */
export async function aSite(services: Services, place: { id: string; units: Record<string, string> }, unit = 'kalisapu', template?: Template): Promise<string> {
  const hands = handsOf(services, place.id)
  await services.database.transaction(place.id, async tx => {
    const id = await services.ask(sitesPort).ensure(tx, hands, { unitId: place.units[unit]!, template, by: null })
    await services.ask(sitesPort).publish(tx, hands, id, null)
  })
  for (;;) {
    const site = (await services.ask(siteDirectory).of(place.id)).byUnit(place.units[unit]!)
    if (site?.published) return site.slug
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
