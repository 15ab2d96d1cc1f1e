import type { Government } from '#platform/access/government.ts'
import { port } from '#platform/web/port.ts'
import type { Services } from '#platform/web/services.ts'
import { makeAuths, type Auth } from './auth.ts'

/** What this module's own pages need besides the request: the process's services and the sign-in library. */
export interface Inside {
  services: Services
  authOf(government: Government, origin: string): Auth
}

/** Asked for by this module only. */
export const inside = port<Inside>('identity.inside')

export const makeInside = (services: Services): Inside => ({ services, authOf: makeAuths(services) })
