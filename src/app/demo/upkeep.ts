import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { people } from '#modules/identity/contract.ts'
import { publicationsPort, reviewing } from '#modules/publications/contract.ts'
import { updatePublication } from '#modules/publications/store.ts'
import { checkRound } from '#modules/upkeep/check/round.ts'
import type { Place } from './units.ts'

const oneDay = 86_400_000
const everywhere = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }

/** Gives public pages an owner near them, some a day of review around today, and checks their links once. */
export async function addUpkeep(services: Services, place: Place): Promise<void> {
  const db = services.database.of(place.governmentId)
  const texts = await services.ask(publicationsPort).texts(db, null, 1000)
  const writers = new Map<string, string | undefined>()
  for (const unitId of new Set(texts.map(text => text.unitId))) {
    const near = new Set(place.units.below(unitId))
    writers.set(unitId, (await services.ask(people).holding(db, 'publications.write', unitId)).find(person => near.has(person.unitId))?.id)
  }
  await services.database.transaction(place.governmentId, async tx => {
    for (const [i, { id, unitId }] of texts.entries()) {
      const owner = writers.get(unitId)
      if (owner) await updatePublication(tx, id, { page_owner: owner })
      if (i % 6 === 0) await services.ask(reviewing).setReview(tx, everywhere, id, dayIn(new Date(Date.now() + ((i / 6) % 8 - 3) * 9 * oneDay), place.zone))
    }
  })
  await checkRound(services, place.governmentId)
}
