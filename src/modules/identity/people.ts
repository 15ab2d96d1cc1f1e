import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import type { People } from './contract.ts'
import { addressesOf, dayIn, governmentOf, holdersOf, namesOf } from './store.ts'

/** Names people for other modules. */
export const makePeople = (services: Services): People => ({
  named: namesOf,
  addresses: addressesOf,
  async holding(db, permission, unitId) {
    const governmentId = await governmentOf(db)
    const [units, government] = await Promise.all([services.ask(unitDirectory).of(governmentId), services.ask(governmentDirectory).byId(governmentId)])
    return holdersOf(db, permission, unitId, units.ancestors(unitId).map(unit => unit.id), dayIn({ zone: government?.zone ?? 'Asia/Jakarta' }, new Date()))
  },
})
