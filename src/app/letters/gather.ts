import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { archiveActions } from '#modules/archives/filing/letter-actions.ts'
import { meetingActions } from '#modules/calendar/event/actions.ts'
import { closable } from '#modules/correspondence/close/close.page.tsx'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { kindsOn } from '#modules/correspondence/parts/lists.ts'
import { officeOf } from '#modules/correspondence/parts/office.ts'
import { maySend } from '#modules/correspondence/send/send.page.tsx'
import { dispositionParts, opened } from '#modules/dispositions/letter/parts.tsx'
import { draftActions } from '#modules/drafting/actions.ts'
import { drafts } from '#modules/drafting/contract.ts'
import { draftParts } from '#modules/drafting/parts.tsx'
import { maySeeMaking } from '#modules/drafting/policy.ts'
import { draftOf } from '#modules/drafting/store.ts'
import { seats, tasks } from '#modules/inbox/contract.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { revokerOf } from '#modules/signatures/revoke/revoke.page.tsx'
import { signatureParts } from '#modules/signatures/parts/letter.tsx'

/** A step somebody can take; `label` is source text. */
export interface Action {
  label: string
  href: string
  main?: boolean
}

/** Marks what waits for the person as read: they have opened the letter. */
async function markRead(context: Context, letter: Letter): Promise<void> {
  const { db, ask, who } = context
  const account = who.account!.id
  const desks = [{ accountId: account }, ...(await ask(seats).of(context)).map(({ postId }) => ({ postId }))]
  await opened(context, letter)
  await db.transaction().execute(tx => ask(tasks).read(tx, { kind: 'letter', id: letter.id }, desks, account))
}

/** How the letter is made, for those who make it. */
async function making(context: Context, letter: Letter) {
  const { db, ask, who } = context
  const draft = await draftOf(db, letter.id)
  if (!draft) return { chain: null, actions: [] }
  const of = { letter, draft, seats: await ask(seats).of(context) }
  return maySeeMaking(who, of) ? { chain: await draftParts(context, letter), actions: draftActions(who, of) } : { chain: null, actions: [] }
}

/** The letter this one answers, if the person may know of it. */
async function answered(context: Context, { answersId }: Letter): Promise<Letter | null> {
  const { db, ask } = context
  return answersId && (await ask(letters).visible(context, [answersId])).has(answersId) ? ask(letters).byId(db, answersId) : null
}

/** Titles of the positions a letter from outside was passed to when it was recorded. */
async function passedTo({ db, ask }: Context, { id, origin }: Letter): Promise<string[]> {
  if (origin === 'made') return []
  const desks = (await ask(letters).parties(db, id)).flatMap(({ role, desk }) => (role === 'to' && desk && 'postId' in desk ? [desk.postId] : []))
  return (await Promise.all(desks.map(postId => ask(posts).byId(db, postId)))).flatMap(post => post?.title ?? [])
}

/** Everything the page of a letter shows, from all who have to do with letters. */
export async function gather(context: Context) {
  const { db, ask, government, params, who, now } = context
  const port = ask(letters)
  const letter = await port.readable(context, params.id!)
  await markRead(context, letter)
  const units = await ask(unitDirectory).of(government.id)
  const [kinds, addressees, receipts, steps, content, answers, made, signature, disposition, open, revoker, filing, passed] = await Promise.all([
    kindsOn(db, dayIn(now, government.zone)), port.addressees(db, letter.id), port.receipts(db, letter.id), port.steps(db, letter.id), ask(drafts).content(db, letter.id),
    answered(context, letter), making(context, letter), signatureParts(context, letter), dispositionParts(context, letter), closable(context, db, letter.id), revokerOf(context, letter), archiveActions(context, letter), passedTo(context, letter),
  ])
  const actions: Action[] = [
    ...made.actions,
    ...(maySend(who, letter, officeOf(units, letter.unitId)) ? [{ label: 'Kirim surat cetak', href: `/kerja/surat/${letter.id}/kirim`, main: true }] : []),
    ...disposition.actions,
    ...meetingActions(context, letter),
    ...filing,
    ...(revoker ? [{ label: 'Cabut surat', href: `/kerja/surat/${letter.id}/cabut` }] : []),
    ...(open.length > 0 ? [{ label: 'Selesaikan', href: `/kerja/surat/${letter.id}/selesai` }] : []),
  ]
  // How a letter came about is for those who made it: others see what happened since it was signed.
  const { signedAt } = letter
  const history = letter.origin === 'made' && !made.chain ? steps.filter(({ at }) => signedAt !== null && at >= signedAt) : steps
  return { letter, units, kind: kinds.get(letter.kind) ?? letter.kind, addressees, passed, receipts, history, content, answers, chain: made.chain, signature, disposition, actions }
}

export type Gathered = Awaited<ReturnType<typeof gather>>
