import { covers, type Permission, type Who } from '#platform/access/who.ts'
import type { Access, Level } from './contract.ts'
import { answerEvents, requestAfter, type RequestEvent } from './request.ts'
import type { Request } from './store.ts'

type About = Pick<Request, 'state' | 'level' | 'asker' | 'unitId' | 'accountId' | 'holderUnitId' | 'extended' | 'dueOn'>

/** Whose turn it is after the holder's silence, step by step. */
const turns: Record<Exclude<Level, 0>, Permission> = { 1: 'data-requests.urge', 2: 'data-requests.settle', 3: 'data-requests.instruct' }

const holds = (who: Who, permission: Permission, unitId: string | null) => unitId !== null && covers(who.reach(permission), { unitId })

/** Whether the person sees the request: as the one asked, the one asking, or one who watches over both. */
export const mayRead = (who: Who, request: Pick<Request, 'unitId' | 'holderUnitId'>): boolean =>
  holds(who, 'data-requests.read', request.holderUnitId) || holds(who, 'data-requests.read', request.unitId)

/** Whether silence brought the request before this person: then they may urge, and answer in the holder's stead. */
export const isBefore = (who: Who, { level, holderUnitId }: Pick<Request, 'level' | 'holderUnitId'>): boolean =>
  ([1, 2, 3] as const).some(step => level >= step && holds(who, turns[step], holderUnitId))

/** Whether the person answers for the agency that was asked. Nobody answers what they asked themselves. */
export const isHolder = (who: Who, { holderUnitId, accountId }: Pick<Request, 'holderUnitId' | 'accountId'>): boolean =>
  holds(who, 'data-requests.answer', holderUnitId) && (accountId === null || accountId !== who.account?.id)

/** Whether the person may do this to the request today. Buttons and actions ask the same. */
export function mayRequest(who: Who, event: RequestEvent, request: About, today: string): boolean {
  if (requestAfter(request.state, event) === null) return false
  const own = request.accountId !== null && request.accountId === who.account?.id
  if (event === 'extend') return isHolder(who, request) && request.level === 0 && !request.extended && request.dueOn !== null && today <= request.dueOn
  if (event === 'uphold') return !own && holds(who, 'data-requests.settle', request.holderUnitId)
  if ((answerEvents as readonly RequestEvent[]).includes(event)) return isHolder(who, request) || (!own && isBefore(who, request))
  if (event === 'urge') return !own && isBefore(who, request)
  if (event === 'redirect') return isHolder(who, request) || (!own && holds(who, 'data-requests.urge', request.holderUnitId))
  if (event === 'withdraw' || event === 'contest') return request.asker === 'unit' && holds(who, 'data-requests.ask', request.unitId)
  // Confirming and lapsing follow from a letter, moving on from the calendar.
  return false
}

/** Whether what was given stands on a day. */
export const stands = ({ from, until, revokedOn }: Pick<Access, 'from' | 'until' | 'revokedOn'>, today: string): boolean =>
  revokedOn === null && from <= today && today <= until

/** Whether the person may use what was given to their agency today. */
export const mayUse = (who: Who, access: Access, today: string): boolean => stands(access, today) && holds(who, 'data-requests.use', access.unitId)

/** Whether the person reads the ledger: for the agency that gave, and for those who watch. */
export const mayReadLedger = (who: Who, access: Pick<Access, 'holderUnitId'>): boolean => holds(who, 'data-requests.read', access.holderUnitId)

/** Whether the person may take back what their agency gave. */
export const mayRevoke = (who: Who, access: Access, today: string): boolean => stands(access, today) && holds(who, 'data-requests.answer', access.holderUnitId)
