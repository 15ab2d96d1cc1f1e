import { covers } from '#platform/access/who.ts'
import type { Viewer } from '#modules/attendance/contract.ts'
import type { Desks, Request } from './store.ts'

/** Requests seen by everyone who holds the position they wait at, and by officers within reach. */
export const desksOf = ({ seats: held, officer }: Pick<Viewer, 'seats' | 'officer'>): Desks => ({ posts: held.map(seat => seat.postId), officer })

/** What only those in charge act upon. */
export const chargeOf = ({ seats: held, officer }: Pick<Viewer, 'seats' | 'officer'>): Desks => ({ posts: held.filter(seat => seat.inCharge).map(seat => seat.postId), officer })

/** In what capacity somebody may decide now: `Plh. Camat Slawi`, or null as a personnel officer; undefined for nobody, and for oneself. */
export function decidesAs({ employeeId, seats: held, officer }: Viewer, request: Request): string | null | undefined {
  if (request.state !== 'proposed' || request.employeeId === employeeId) return undefined
  const seat = held.find(one => one.inCharge && one.postId === request.superiorPost)
  if (seat) return seat.kind === 'definitif' ? seat.title : `${seat.kind === 'plt' ? 'Plt.' : 'Plh.'} ${seat.title}`
  return request.superiorPost === null && covers(officer, { unitId: request.closedUnit ?? request.unitId }) ? null : undefined
}
