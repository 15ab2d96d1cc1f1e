import type { Tx } from '#platform/db/database.ts'
import { todayOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { mayRead, mayRequest } from '../policy.ts'
import type { RequestEvent } from '../request.ts'
import { requestById, type Request } from '../store.ts'

/** The request of an address, for whoever may see it. @throws NotFound */
export async function requestHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>): Promise<Request> {
  const request = await requestById(db, params.id!)
  if (!request || request.state === 'unconfirmed' || request.state === 'lapsed' || !mayRead(who, request)) throw new NotFound()
  return request
}

/** Takes a request for a step: locked and permitted. @throws NotFound, Refused */
export async function takeRequest(tx: Tx, context: Pick<Context, 'who' | 'params' | 'now' | 'government'>, event: RequestEvent): Promise<Request> {
  const request = await requestById(tx, context.params.id!, true)
  if (!request || !mayRead(context.who, request)) throw new NotFound()
  if (!mayRequest(context.who, event, request, todayOf(context))) throw new Refused('Langkah ini tidak dapat Anda lakukan sekarang.')
  return request
}
