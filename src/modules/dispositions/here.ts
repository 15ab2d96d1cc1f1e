import type { Context } from '#platform/web/page.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { seats, tasks, type Seat } from '#modules/inbox/contract.ts'
import type { Chain } from './disposition.ts'
import { seenOf } from './policy.ts'
import { chainOf, markRead } from './store.ts'

/** What pages of dispositions begin with. */
export interface Here {
  letter: Letter
  seated: Seat[]
  /** All dispositions of the letter: rules look at these. */
  chain: Chain
  /** As much as the person may see: screens show these. */
  seen: Chain
}

/** Marks dispositions that wait unread at a seat of this person as read: they have opened the letter. */
export async function opened({ db, ask, who, government, now }: Pick<Context, 'db' | 'ask' | 'who' | 'government' | 'now'>, { id }: Pick<Letter, 'id'>): Promise<void> {
  const seated = await ask(seats).of({ db, who, government, now })
  const chain = await chainOf(db, id)
  const postIds = seated.map(({ postId }) => postId)
  if (!chain.recipients.some(one => one.state === 'unread' && postIds.includes(one.postId))) return
  const by = who.account!.id
  await db.transaction().execute(async tx => {
    await markRead(tx, id, postIds, by)
    await ask(tasks).read(tx, { kind: 'letter', id }, postIds.map(postId => ({ postId })), by)
  })
}

/**
 * The letter of this address with its dispositions; whoever looks at these has read their own.
 * @throws NotFound to a stranger
 */
export async function here(context: Context): Promise<Here> {
  const { db, ask, who, params } = context
  const letter = await ask(letters).readable(context, params.id!)
  await opened(context, letter)
  const [seated, chain] = [await ask(seats).of(context), await chainOf(db, letter.id)]
  return { letter, seated, chain, seen: seenOf(chain, letter, who, seated) }
}
