import { on } from '#platform/events/events.ts'
import { letterClosed, letterSigned } from '#modules/correspondence/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { wait } from '../lifecycle.ts'
import { officeOf } from '../parts/office.ts'

/** A letter that was signed waits to be filed by the office that made it. */
export const signedWaits = on(letterSigned, 'archives.signed-waits', async ({ tx, services, governmentId, payload: { letterId, unitId } }) =>
  wait(tx, [officeOf(await services.ask(unitDirectory).of(governmentId), unitId)], letterId))

/** A letter an office has done with waits to be filed there. */
export const closedWaits = on(letterClosed, 'archives.closed-waits', ({ tx, payload: { letterId, unitId } }) => wait(tx, [unitId], letterId))
