import type { Services } from '#platform/web/services.ts'
import { posts, type Appointment } from './contract.ts'
import { insertPosition, plainPosition, type PositionFacts } from './positions/store.ts'

/** What these builders need of an installation and a government of `#app/testing`. */
interface Opened {
  services: Services
}
interface Place {
  id: string
  units: Record<string, string>
}

/** Makes a position in the unit of that slug, on top unless said otherwise; answers its id. */
export const aPost = ({ services }: Opened, place: Place, unit: string, title: string, facts: Partial<PositionFacts> = {}): Promise<string> =>
  services.database.transaction(place.id, tx => insertPosition(tx, place.units[unit]!, { ...plainPosition, rank: 1, title, ...facts }))

/** Puts somebody into a position through the port; answers the id of the holding. */
export const appointed = ({ services }: Opened, place: Place, postId: string, holding: Partial<Appointment> & Pick<Appointment, 'from'>): Promise<string> =>
  services.database.transaction(place.id, tx =>
    services.ask(posts).appoint(tx, { postId, kind: 'definitif', name: 'Ir. Haryo Suksmono, M.T.', nip: null, accountId: null, employeeId: null, to: null, decree: { number: null, on: null, fileId: null }, reason: null, ...holding }))
