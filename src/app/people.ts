import type { Government } from '#platform/access/government.ts'
import type { Who } from '#platform/access/who.ts'
import { unreadOf } from '#platform/notifications/notifications.ts'
import type { Frame } from '#platform/web/frame.ts'
import type { Context } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { identification, type Identification } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'

/** Finds the person behind a request. */
export const identify = (services: Services, request: { headers: Headers; government: Government; now: Date }): Promise<Who> => services.ask(identification).identify(request)

/** Somebody by their account, for what a device of theirs signed. */
export const acting = (services: Services, ...asked: Parameters<Identification['acting']>): Promise<Who | null> => services.ask(identification).acting(...asked)

/** Of accounts whose devices signed something, those that may sign in. */
export const active = (services: Services, ...asked: Parameters<Identification['active']>): Promise<ReadonlySet<string>> => services.ask(identification).active(...asked)

/** Name, unit and unread notifications for the officers' layout. */
export async function personOf({ who, ask, db, government }: Context): Promise<Frame['person']> {
  if (!who.account) return null
  const { id, name, unitId, title } = who.account
  const [units, unread] = await Promise.all([ask(unitDirectory).of(government.id), unreadOf(db, id)])
  const unit = units.byId(unitId)
  return { name, title, unread, unit: unit?.name ?? government.name, shortUnit: unit?.shortName ?? government.name }
}
