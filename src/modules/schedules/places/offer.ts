import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import type { Places, ValidPlace } from '../contract.ts'
import { offeredOn, placesIn, type Place } from './store.ts'

const validOf = ({ id, name, unitId, area }: Place): ValidPlace => ({ id, name, unitId, area })

/** Places listed to choose from. */
const mostPlaces = 1000

/** Where people may work on a day: in three queries at most, however many they are. */
export const makePlaces = ({ ask }: Pick<Services, 'ask'>): Places => ({
  async of(db, whose, day) {
    const people = 'people' in whose ? whose.people : [...(await ask(employees).byId(db, whose.employeeIds)).values()]
    const units = await ask(unitDirectory).of((await ask(governmentDirectory).of(db)).id)
    const chains = new Map([...new Set(people.map(({ unitId }) => unitId))].map(unitId => [unitId, units.ancestors(unitId).map(({ id }) => id)]))
    const offered = await offeredOn(db, [...new Set([...chains.values()].flat())], people.map(({ id }) => id), day)
    const ofUnit = Map.groupBy(offered.filter(one => one.unitId !== null), one => one.unitId!)
    const ofPerson = Map.groupBy(offered.filter(one => one.employeeId !== null), one => one.employeeId!)
    const found = new Map<string, readonly ValidPlace[]>()
    const shared = new Map<string, readonly ValidPlace[]>()
    for (const { id, unitId } of people) {
      let common = shared.get(unitId)
      // The own unit first, then those above.
      if (!common) shared.set(unitId, (common = once((chains.get(unitId) ?? []).toReversed().flatMap(above => (ofUnit.get(above) ?? []).map(({ place }) => validOf(place))))))
      const own = ofPerson.get(id)
      const all = own ? once([...own.map(({ place }) => validOf(place)), ...common]) : common
      if (all.length > 0) found.set(id, all)
    }
    return found
  },
  in: async (db, unitIds, day) => (await placesIn(db, unitIds, day, mostPlaces)).map(validOf),
})

const once = (places: readonly ValidPlace[]): ValidPlace[] => [...new Map(places.map(place => [place.id, place])).values()]
