import { covers, type Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import { seats, tasks, type Seat, type Task } from '#modules/inbox/contract.ts'
import { isOpen, passedOn, receivedBy, recipientsOf, rootOf, type Chain, type Disposition, type Recipient, type Report } from './disposition.ts'

export type Asking = Pick<Context, 'who' | 'government' | 'now' | 'ask'> & { db: Db | Tx }

/** Secret letters are seen by those who have to do with them and by nobody else. */
export const isSecret = ({ secrecy }: Pick<Letter, 'secrecy'>): boolean => secrecy === 'R' || secrecy === 'SR'

/** A position the person acts for on a letter: the letter came to it, or a disposition did. */
export interface Standing {
  /** Names it in forms. */
  key: string
  seat: Seat
  /** What it received; null when the letter itself came to it. */
  received: Recipient | null
  /** Deadline it has itself. */
  dueOn: string | null
  officeId: string
  /** The letter as it came to this desk. */
  task: Task
}

const at = (task: Task, postId: string): boolean => 'postId' in task.desk && task.desk.postId === postId

/** Positions for which the person may dispose of a letter: in charge today, with the letter on the desk now or before. */
export async function standingsOf({ db, who, government, now, ask }: Asking, letterId: string, chain: Chain): Promise<Standing[]> {
  const acting = (await ask(seats).of({ db, who, government, now })).filter(seat => seat.inCharge)
  if (acting.length === 0) return []
  const desks = await ask(tasks).of(db, { matter: { kind: 'letter', id: letterId }, kinds: ['incoming', 'disposition'] })
  return acting.flatMap(seat => {
    const mine = desks.filter(task => at(task, seat.postId))
    const received = chain.recipients.filter(one => one.postId === seat.postId && isOpen(one)).flatMap((one): Standing[] => {
      const given = chain.dispositions.find(({ id }) => id === one.dispositionId)
      const task = mine.findLast(({ refId }) => refId === one.id)
      return given && task ? [{ key: one.id, seat, received: one, dueOn: given.dueOn, officeId: given.officeId, task }] : []
    })
    const incoming = mine.findLast(({ kind }) => kind === 'incoming')
    return incoming ? [...received, { key: seat.postId, seat, received: null, dueOn: incoming.dueOn, officeId: incoming.unitId, task: incoming }] : received
  })
}

/** Positions that have to do with a disposition and all that was passed on from it; one that was recalled has not. */
function postsIn(chain: Chain, given: Disposition): string[] {
  const received = recipientsOf(chain, given.id).filter(one => one.state !== 'recalled')
  return [given.postId, ...received.flatMap(one => [one.postId, ...passedOn(chain, one).flatMap(below => postsIn(chain, below))])]
}

/**
 * The part of a chain a person may see: all of what begins with a disposition as soon as they sit anywhere in it. Of
 * letters that are not secret also those who keep or read the letters of that office; senders do not see what
 * others make of their letter.
 */
export function seenOf(chain: Chain, letter: Pick<Letter, 'secrecy'>, who: Who, seated: readonly Pick<Seat, 'postId'>[]): Chain {
  const sits = new Set(seated.map(({ postId }) => postId))
  const reads = (unitId: string) =>
    !isSecret(letter) && (covers(who.reach('correspondence.office'), { unitId }) || (letter.secrecy === 'B' && covers(who.reach('correspondence.read'), { unitId })))
  const roots = new Set(chain.dispositions.filter(one => one.parentId === null && (reads(one.officeId) || postsIn(chain, one).some(id => sits.has(id)))))
  const dispositions = chain.dispositions.filter(one => roots.has(rootOf(chain, one)))
  const ids = new Set(dispositions.map(({ id }) => id))
  return { dispositions, recipients: chain.recipients.filter(one => ids.has(one.dispositionId)) }
}

/** Whether one of these seats is in charge of the position. */
const acts = (seated: readonly Seat[], postId: string): boolean => seated.some(seat => seat.inCharge && seat.postId === postId)

/** Whether the person may report on this: they act for the position, and it is open. */
export const mayReport = (seated: readonly Seat[], recipient: Recipient): boolean => isOpen(recipient) && acts(seated, recipient.postId)

/** Whether the person gave it, so to speak: they act for the position that did. */
export const isGiver = (seated: readonly Seat[], given: Disposition): boolean => acts(seated, given.postId)

/** Whether the giver may take the recipient out. */
export const mayRecall = (seated: readonly Seat[], given: Disposition, recipient: Recipient): boolean => recipient.state === 'unread' && isGiver(seated, given)

/** Whether the giver has still to say something to this report. */
export const mayJudge = (seated: readonly Seat[], given: Disposition, recipient: Recipient, latest: Report | undefined): boolean =>
  recipient.state === 'reported' && latest?.verdict === null && isGiver(seated, given)

/** Whether a report may be sent back: whoever passed it on must still have it open. */
export function maySendBack(chain: Chain, given: Disposition): boolean {
  const own = receivedBy(chain, given)
  return own === null || isOpen(own)
}
