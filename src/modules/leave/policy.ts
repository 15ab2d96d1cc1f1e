import { covers, type Reach } from '#platform/access/who.ts'
import type { Seat } from '#modules/inbox/contract.ts'
import { after, deskOf, isDecisive, type Event, type Kind, type Request, type Verdict } from './leave.ts'

/** Who looks at leave today: as a person, from positions, as a personnel officer. */
export interface Viewer {
  employeeId: string | null
  seats: readonly Seat[]
  /** Reach of `leave.manage`. */
  officer: Reach | null
}

/** The position in whose name somebody acts; null for a personnel officer, undefined for nobody. */
type Acts = Seat | null | undefined

const inChargeOf = ({ seats }: Viewer, postId: string | null): Seat | undefined => seats.find(seat => seat.inCharge && seat.postId === postId)

/** Whose leave it is; nobody decides about their own. */
export const isOwn = ({ employeeId }: Viewer, request: Pick<Request, 'employeeId'>): boolean => employeeId !== null && request.employeeId === employeeId

const officerOf = ({ officer }: Viewer, { unitId }: Pick<Request, 'unitId'>): boolean => covers(officer, { unitId })

/** In what capacity somebody may advise or decide now. */
export function decidesAs(viewer: Viewer, request: Request): Acts {
  const desk = deskOf(request)
  if (desk === undefined || isOwn(viewer, request)) return undefined
  return desk === null ? (officerOf(viewer, request) ? null : undefined) : inChargeOf(viewer, desk)
}

/** What whoever has the request now may tick: superiors advise anything, decisions follow what the kind allows. */
export const verdictsFor = (request: Request, kind: Kind | undefined): Verdict[] => ['agree', 'change', ...(!isDecisive(request) || kind?.deferrable ? (['defer'] as const) : []), 'refuse']

/** In what capacity somebody may call a person back, or give up leave in their stead. */
export function overseesAs(viewer: Viewer, request: Request, event: Event & ('recall' | 'cancel')): Acts {
  if (after(request.state, event) === null || isOwn(viewer, request)) return undefined
  return inChargeOf(viewer, request.officialPost) ?? inChargeOf(viewer, request.superiorPost) ?? (officerOf(viewer, request) ? null : undefined)
}

/** What people may do with their own. */
export const mayOwn = (request: Request, act: 'submit' | 'withdraw' | 'cancel'): boolean => after(request.state, act) !== null
