import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { posts, type InCharge, type Post } from '#modules/organisation/contract.ts'
import type { ParafKind } from './flow.ts'

/** One who is to give paraf. */
export interface Link {
  postId: string
  kind: ParafKind
}

/**
 * Positions between the drafter and the signer, the next one first. For a signer who does not stand above the drafter it
 * is everybody up to where the two lines meet.
 * @param above the drafter's line, and the signer's
 */
export function between(above: readonly string[], signer: string, signerAbove: readonly string[]): string[] {
  const at = above.indexOf(signer)
  if (at >= 0) return above.slice(0, at)
  const meeting = above.findIndex(post => signerAbove.includes(post))
  return meeting >= 0 ? above.slice(0, meeting) : [...above]
}

/** Parafs of other units come before the last one of the own line, who sees what they agreed to. */
export function arranged(chain: readonly Link[]): Link[] {
  const last = chain.findLast(({ kind }) => kind === 'hierarchy')
  return last ? [...chain.filter(link => link !== last), last] : [...chain]
}

/** A position of the drafter's line, and who is in charge of it. */
export interface Superior extends Post {
  inCharge: InCharge | null
}

type Asking = Pick<Context, 'ask'> & { db: Db | Tx }

/** The line above a position with who is in charge on a day, the next one first. */
export async function lineAbove({ db, ask }: Asking, postId: string, day: string): Promise<Superior[]> {
  const above = await ask(posts).above(db, postId)
  const charge = await ask(posts).inCharge(db, above.map(({ id }) => id), day)
  return above.map(post => ({ ...post, inCharge: charge.get(post.id) ?? null }))
}

/** The chain a letter takes as a rule: the own line up to the signer, without vacant positions and those the drafter stands in for. */
export async function usualChain(asking: Asking, drafter: { accountId: string; postId: string | null }, signer: string, day: string): Promise<Link[]> {
  const { accountId, postId: drafterPost } = drafter
  if (!drafterPost || drafterPost === signer) return []
  const line = await lineAbove(asking, drafterPost, day)
  const way = between(line.map(({ id }) => id), signer, (await asking.ask(posts).above(asking.db, signer)).map(({ id }) => id))
  return line.filter(({ id, inCharge }) => way.includes(id) && inCharge !== null && inCharge.accountId !== accountId).map(({ id }) => ({ postId: id, kind: 'hierarchy' }))
}
