import type { Tx } from '#platform/db/database.ts'
import type { Heard } from '#platform/events/events.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { letters, type Attachment, type Letter } from '#modules/correspondence/contract.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { posts } from '#modules/organisation/contract.ts'
import { accepting, answering, applied, isOpen, isSettled, recalling, receivedBy, reporting, sendingBack, type Chain, type Disposition, type Outcome, type Recipient, type Report } from './disposition.ts'
import { again, taskFacts } from './give.ts'
import { isSecret, maySendBack } from './policy.ts'
import { chainOf, insertReport, judgeReport, writeOutcome } from './store.ts'

type Means = Pick<Context, 'who' | 'government' | 'now' | 'ask'>

/** A disposition and one of those it is for. */
interface Place {
  letter: Letter
  chain: Chain
  given: Disposition
  recipient: Recipient
}

const matterOf = ({ id }: Letter) => ({ kind: 'letter' as const, id })

const outcomes = { reported: 'reported', answered: 'answered', recalled: 'recalled', closed: 'closed' } as const

/** Ends the tasks of recipients that something was the end of. */
async function endTasks(tx: Tx, ask: Means['ask'], letter: Letter, { states }: Outcome, by: string | null): Promise<void> {
  for (const { id, state } of states) if (state in outcomes) await ask(tasks).end(tx, { matter: matterOf(letter), kinds: ['disposition'], refId: id }, by, outcomes[state as keyof typeof outcomes])
}

/** Tells whoever is in charge of a position today. */
async function tellPost(tx: Tx, { ask, now, government }: Pick<Means, 'ask' | 'now' | 'government'>, postId: string, note: Parameters<typeof notify>[2]): Promise<void> {
  const account = (await ask(posts).inCharge(tx, [postId], dayIn(now, government.zone))).get(postId)?.accountId
  if (account) await notify(tx, [account], note)
}

/** How notifications call a letter. */
const called = (letter: Letter): string => taskFacts(letter).title

/**
 * The recipient has done with it. Whoever passed it on to them has it on the desk again, to report in turn; at the
 * beginning of the chain the letter is done for that office.
 */
export async function report(tx: Tx, means: Means, { letter, chain, given, recipient }: Place, said: { text: string; files: readonly Attachment[] }): Promise<void> {
  const by = means.who.account!.id
  const outcome = reporting(chain, recipient.id)
  await writeOutcome(tx, outcome, by)
  await insertReport(tx, { recipientId: recipient.id, ...said, by })
  await endTasks(tx, means.ask, letter, outcome, by)
  await settleUp(tx, means, letter, chain, outcome, given, recipient, by)
}

/** Whoever gave hears of it; at the beginning of the chain the letter may be done with it. */
async function settleUp(tx: Tx, means: Means, letter: Letter, chain: Chain, outcome: Outcome, given: Disposition, recipient: Recipient, by: string): Promise<void> {
  const { ask } = means
  const note = { text: '{who} melapor selesai: {title}', values: { who: recipient.title, title: called(letter) }, href: `/kerja/surat/${letter.id}` }
  const own = receivedBy(chain, given)
  if (recipient.responsible && own && isOpen(own)) {
    const theirs = await ask(tasks).of(tx, { matter: matterOf(letter), kinds: ['disposition'], refId: own.id })
    const last = theirs.at(-1)
    if (last && theirs.every(({ doneAt }) => doneAt !== null)) return void (await ask(tasks).put(tx, [again(letter, last, note)]))
  }
  await tellPost(tx, means, given.postId, note)
  if (given.parentId !== null || !recipient.responsible || !isSettled(applied(chain, outcome, means.now), given.officeId)) return
  await ask(letters).close(tx, letter.id, given.officeId, 'done', by)
  if (!isSecret(letter)) await ask(letters).step(tx, letter.id, { event: 'Disposisi selesai', by, postId: recipient.postId })
}

/** The giver accepts a report; when it is that of the responsible one, nobody below has anything left to do. */
export async function accept(tx: Tx, means: Means, { letter, chain, recipient }: Place, latest: Report, remarks: string | null): Promise<void> {
  const by = means.who.account!.id
  const outcome = accepting(chain, recipient.id)
  await writeOutcome(tx, outcome, by)
  await judgeReport(tx, latest.id, 'accepted', by, remarks)
  await endTasks(tx, means.ask, letter, outcome, by)
  await tellPost(tx, means, recipient.postId, { text: 'Laporan disposisi Anda diterima: {title}', values: { title: called(letter) }, href: `/kerja/surat/${letter.id}` })
}

/** The giver sends a report back: the recipient has it on the desk again. */
export async function sendBack(tx: Tx, means: Means, { letter, chain, given, recipient }: Place, latest: Report, remarks: string): Promise<void> {
  const by = means.who.account!.id
  if (!maySendBack(chain, given)) throw new Problem('', 'Disposisi kepada Anda sendiri sudah selesai, jadi laporan ini tidak dapat dikembalikan.')
  await writeOutcome(tx, sendingBack(chain, recipient.id), by)
  await judgeReport(tx, latest.id, 'returned', by, remarks)
  if (given.parentId === null && recipient.responsible) await means.ask(letters).reopen(tx, letter.id, given.officeId)
  await means.ask(tasks).put(tx, [{
    ...taskFacts(letter), kind: 'disposition', desk: { postId: recipient.postId }, unitId: recipient.unitId, refId: recipient.id, from: given.title, dueOn: given.dueOn,
    note: { text: 'Laporan disposisi dikembalikan: {title}', values: { title: called(letter) } },
  }])
}

/**
 * Takes a recipient out who has not read it. A giver who is left with nobody has the letter on the desk again.
 * @throws Problem when the recipient was faster
 */
export async function recall(tx: Tx, means: Means, { letter, chain, given, recipient }: Place, { reason, heirId }: { reason: string; heirId: string | null }): Promise<void> {
  const { ask } = means
  const by = means.who.account!.id
  const outcome = recalling(chain, recipient.id, heirId)
  await writeOutcome(tx, outcome, by, reason)
  await endTasks(tx, ask, letter, outcome, by)
  await tellPost(tx, means, recipient.postId, { text: 'Disposisi ditarik kembali: {title}', values: { title: called(letter) }, href: '/kerja' })
  const heir = outcome.responsible && chain.recipients.find(({ id }) => id === outcome.responsible)
  if (heir) await tellPost(tx, means, heir.postId, { text: 'Anda kini penanggung jawab disposisi: {title}', values: { title: called(letter) }, href: `/kerja/surat/${letter.id}` })
  const left = applied(chain, outcome, means.now)
  // Nothing was read, so there is nothing left to see, unless the position has the letter by another way as well.
  if (!left.recipients.some(one => one.postId === recipient.postId && one.state !== 'recalled')) await ask(letters).leave(tx, letter.id, [{ unitId: recipient.unitId, role: 'disposition', desk: { postId: recipient.postId } }])
  const own = receivedBy(left, given)
  const mine = own ? own.state === 'read' && outcome.states.some(({ id }) => id === own.id) : left.recipients.every(one => one.state === 'recalled' || left.dispositions.find(({ id }) => id === one.dispositionId)?.postId !== given.postId)
  if (!mine) return
  const task = (await ask(tasks).of(tx, own ? { matter: matterOf(letter), kinds: ['disposition'], refId: own.id } : { matter: matterOf(letter), kinds: ['incoming'], desk: { postId: given.postId } })).at(-1)
  if (task && task.doneAt !== null) await ask(tasks).put(tx, [again(letter, task)])
}

/** An answer to a letter was signed: the dispositions it answers are done. */
export async function answered({ tx, services, payload }: Pick<Heard<{ letterId: string }>, 'tx' | 'services' | 'payload'>): Promise<void> {
  const { ask } = services
  const answer = await ask(letters).byId(tx, payload.letterId)
  const letter = answer?.answersId && answer.signerPostId ? await ask(letters).take(tx, answer.answersId) : null
  if (!answer?.signerPostId || !letter) return
  const chain = await chainOf(tx, letter.id, true)
  const outcome = answering(chain, answer.signerPostId)
  await writeOutcome(tx, outcome, null)
  await endTasks(tx, ask, letter, outcome, null)
  const left = applied(chain, outcome, new Date())
  const offices = new Set(left.dispositions.filter(one => one.parentId === null && outcome.done.includes(one.id)).map(({ officeId }) => officeId))
  for (const officeId of offices) if (isSettled(left, officeId)) await ask(letters).close(tx, letter.id, officeId, 'answered', null)
}
