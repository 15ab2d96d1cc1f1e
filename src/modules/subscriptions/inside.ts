import { makePush, type Push } from '#platform/push/push.ts'
import { port } from '#platform/web/port.ts'
import type { Services } from '#platform/web/services.ts'

/** What this module's own pages and jobs need besides the request. */
export interface Inside {
  push: Push
}

/** Asked for by this module only. */
export const inside = port<Inside>('subscriptions.inside')

export const makeInside = ({ config }: Services): Inside => ({ push: makePush(config) })
