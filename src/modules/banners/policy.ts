import { covers, type Who } from '#platform/access/who.ts'
import { after, type Event, type State } from './banner.ts'

/** Whether the person may show banners: they cover the whole government, and so must the reach. */
export const mayPublish = (who: Who): boolean => covers(who.reach('banners.publish'), { unitId: null })

/** Whether the person may do this to a banner now. Buttons and actions ask the same. */
export const may = (who: Who, event: Event, state: State): boolean => after(state, event) !== null && mayPublish(who)
