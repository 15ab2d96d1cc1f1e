import type { Services } from '#platform/web/services.ts'
import type { Drafts } from './contract.ts'
import { begin, circulate, giveBack, refuseUnfinished, take, usualWay } from './lifecycle.ts'
import { draftOf } from './store.ts'

/** Drafts, for other modules. */
export const makeDrafts = (services: Pick<Services, 'ask'>): Drafts => ({
  content: async (db, letterId) => (await draftOf(db, letterId))?.content ?? null,
  begin: (context, draft) => begin(context, draft),
  async circulate(context, letterId, by) {
    const taken = await take(context, letterId)
    refuseUnfinished(taken.draft, false)
    await circulate(context, taken, by, { chain: await usualWay(context, taken) })
  },
  giveBack: (tx, letterId, by, remarks) => giveBack({ tx, ask: port => services.ask(port) }, letterId, by, remarks),
})
