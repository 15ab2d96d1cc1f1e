import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { posts } from '#modules/organisation/contract.ts'
import { ownDesks } from './desks.ts'
import { countOpen } from './store.ts'

/** How much waits for the person of a request; every page of an officer asks, so it takes two queries and no more. */
export async function countOwn({ db, who, ask, now, government }: Context): Promise<number> {
  const accountId = who.account!.id
  return countOpen(db, ownDesks(accountId, await ask(posts).heldBy(db, { accountId }, dayIn(now, government.zone))))
}
