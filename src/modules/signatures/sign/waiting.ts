import type { Db } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { papers } from '#modules/drafting/contract.ts'
import { seats, tasks } from '#modules/inbox/contract.ts'
import { attemptsOf, type Attempt } from '../store.ts'

/** A letter that waits for this person's signature. */
export interface Waiting {
  letter: Letter
  attempt: Attempt | null
}

/** Letters at the person's desks that they may sign today, oldest first; a hundred at most. */
export async function waitingHere(context: Pick<Context, 'db' | 'who' | 'government' | 'now' | 'ask'>): Promise<Waiting[]> {
  const { db, ask } = context
  const posts = (await ask(seats).of(context)).filter(({ inCharge }) => inCharge).map(({ postId }) => postId)
  const ids = (await ask(tasks).open(db, posts.map(postId => ({ postId })), ['sign'], 100)).map(({ matter }) => matter.id)
  const [found, attempts, open] = await Promise.all([ask(letters).byIds(db, ids), attemptsOf(db, ids), ask(letters).visible(context, ids)])
  return ids.flatMap(id => {
    const letter = found.get(id)
    return letter && open.has(id) && (letter.state === 'approved' || letter.state === 'numbered') ? [{ letter, attempt: attempts.get(id) ?? null }] : []
  })
}

/** Whether the person signs this letter today; buttons ask it. */
export async function maySign(context: Pick<Context, 'db' | 'who' | 'government' | 'now' | 'ask'> & { db: Db }, letter: Letter): Promise<boolean> {
  if (letter.origin !== 'made' || (letter.state !== 'approved' && letter.state !== 'numbered')) return false
  const signatory = await context.ask(papers).signatory(context.db, letter, dayIn(context.now, context.government.zone)).catch(() => null)
  return signatory?.accountId === context.who.account?.id
}
