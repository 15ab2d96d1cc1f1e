import type { Tx } from '#platform/db/database.ts'
import type { Message } from '#platform/forms/fields.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { letters, type Letter, type LetterChange } from '#modules/correspondence/contract.ts'
import { tasks, type NewTask, type Seat } from '#modules/inbox/contract.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { usualChain, type Link } from './chain.ts'
import type { Actor, DraftContent, NewDraft } from './contract.ts'
import { officialName } from './correspondents.ts'
import { after, turnOf, type Event } from './flow.ts'
import { draftOf, insertDraft, insertParaf, insertVersion, remarkReturn, replaceChain, signParaf, writeCourse, type Draft } from './store.ts'
import { missingIn } from './text.ts'

/** What every change of a draft needs around it, in a request as elsewhere. */
export type Means = Pick<Context, 'government' | 'now' | 'ask'> & { tx: Tx }

/** A letter taken for changing it, with its draft. */
export interface Taken {
  letter: Letter
  draft: Draft
}

export const dayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

const matterOf = (id: string) => ({ kind: 'letter', id }) as const

/** What inboxes may say of a letter: of a secret one only that there is one. */
const titleOf = ({ secrecy, subject }: Pick<Letter, 'secrecy' | 'subject'>): string => (secrecy === 'SR' ? 'Surat sangat rahasia' : secrecy === 'R' ? 'Surat rahasia' : subject)

/** The letter and its draft, and nobody else changes them until the transaction ends. */
export async function take({ tx, ask }: Pick<Means, 'tx' | 'ask'>, letterId: string): Promise<Taken> {
  const letter = await ask(letters).take(tx, letterId)
  const draft = letter && (await draftOf(tx, letterId))
  if (!draft) throw new NotFound()
  return { letter, draft }
}

/** What the record of the letter repeats of its text. */
async function recordOf({ tx, ask, government }: Pick<Means, 'tx' | 'ask' | 'government'>, content: DraftContent): Promise<LetterChange & Pick<Letter, 'kind' | 'secrecy' | 'urgency' | 'subject' | 'sender'>> {
  const { kind, subject, secrecy, urgency, classification, signer, files, meeting, replyBy, answersId } = content
  const speaks = await ask(posts).byId(tx, signer.onBehalfOf ?? signer.postId)
  const unit = speaks ? (await ask(unitDirectory).of(government.id)).byId(speaks.unitId) : undefined
  return { kind, subject, secrecy, urgency, classification, signerPostId: signer.postId, attachments: [...files], meeting, replyBy, answersId, sender: speaks ? officialName(speaks.title, unit, government) : '' }
}

/** Begins a letter; answers its record in state `draft`. */
export async function begin(means: Means, { unitId, accountId, content }: NewDraft): Promise<Letter> {
  const { tx, ask } = means
  const held = await ask(posts).heldBy(tx, { accountId }, dayOf(means))
  const postId = (held.find(one => one.unitId === unitId) ?? held[0])?.postId ?? null
  const letter = await ask(letters).create(tx, { ...(await recordOf(means, content)), origin: 'made', unitId, state: 'draft', createdBy: accountId }, [{ unitId, role: 'maker', desk: { accountId } }])
  await ask(letters).address(tx, letter.id, content.addressees)
  await insertDraft(tx, { letterId: letter.id, unitId, drafterId: accountId, postId, content })
  await ask(letters).step(tx, letter.id, { event: 'Konsep ditulis', by: accountId, postId })
  return letter
}

/** Moves a draft on, and the record of the letter with it. */
async function move({ tx, ask }: Means, { letter, draft }: Taken, event: Event, change: LetterChange = {}): Promise<Taken> {
  const next = after(letter.state, draft, event)
  if (!next) throw new Problem('', 'Surat ini sudah berada pada langkah lain. Muat ulang halaman untuk melihat keadaannya sekarang.')
  await writeCourse(tx, letter.id, next.course)
  const moved = next.state === letter.state && Object.keys(change).length === 0 ? letter : await ask(letters).change(tx, letter.id, { ...change, state: next.state })
  return { letter: moved, draft: (await draftOf(tx, letter.id))! }
}

/** Writes a new version: all the letter says from now on. */
export async function save(means: Means, taken: Taken, content: DraftContent, by: Actor, broughtBack: number | null = null): Promise<Taken> {
  const { tx, ask } = means
  const { letter, draft } = taken
  const number = draft.version + 1
  await insertVersion(tx, letter.id, { number, content, madeBy: by.accountId, postId: by.postId, broughtBack })
  const moved = await move(means, taken, { type: 'save' }, await recordOf(means, content))
  await ask(letters).address(tx, letter.id, content.addressees)
  await ask(letters).step(tx, letter.id, { event: broughtBack === null ? 'Naskah diubah' : 'Versi lama dikembalikan', by: by.accountId, postId: by.postId })
  if (letter.state === 'circulating') await tellEarlier(tx, moved, by)
  // Tasks that wait say what the letter says now.
  if (letter.state === 'circulating' && (titleOf(letter) !== titleOf(moved.letter) || letter.secrecy !== moved.letter.secrecy)) {
    await ask(tasks).end(tx, { matter: matterOf(letter.id), kinds: ['paraf'] }, by.accountId, 'changed')
    await wake(means, moved, true)
  }
  return moved
}

/** Tells those whose paraf holds for a text they have not read. */
async function tellEarlier(tx: Tx, { letter, draft }: Taken, by: Actor): Promise<void> {
  const earlier = draft.steps.flatMap(({ by: giver, version, holds }) => (giver && giver !== by.accountId && version !== holds ? [giver] : []))
  await notify(tx, earlier, { text: 'Naskah yang sudah Anda paraf diubah: {title}', values: { title: titleOf(letter) }, href: `/kerja/surat/${letter.id}/versi` })
}

/** Names the people who can do the next thing, and lets them see the letter. */
async function wake(means: Means, { letter, draft }: Taken, quiet = false): Promise<void> {
  const { tx, ask } = means
  const turn = turnOf(draft)
  const postId = letter.state === 'approved' ? draft.content.signer.postId : turn?.postId
  if (!postId) return
  const post = await ask(posts).byId(tx, postId)
  const names = await ask(people).named(tx, [draft.drafterId])
  if (!post) throw new NotFound()
  const kind = letter.state === 'approved' ? 'sign' : 'paraf'
  await ask(letters).join(tx, letter.id, [{ unitId: post.unitId, role: kind === 'sign' ? 'signer' : 'paraf', desk: { postId } }])
  await ask(tasks).put(tx, [taskOf(letter, { kind, desk: { postId }, unitId: post.unitId, refId: kind === 'paraf' ? turn!.id : null, from: names.get(draft.drafterId)?.name ?? '', href: `/kerja/surat/${letter.id}${kind === 'paraf' ? '/paraf' : ''}`, quiet })])
}

const taskOf = (letter: Letter, task: Pick<NewTask, 'kind' | 'desk' | 'unitId' | 'from' | 'href' | 'quiet' | 'refId'>): NewTask => ({
  ...task, matter: matterOf(letter.id), confidential: letter.secrecy === 'R' || letter.secrecy === 'SR', title: titleOf(letter), number: letter.number, urgency: letter.urgency, dueOn: letter.replyBy,
})

/** All that keeps a letter from going its way: parts that are still to be written, no classification, and nobody it is for. */
export function unfinished({ content }: Pick<Draft, 'content'>, addressed: boolean): Message[] {
  const missing = missingIn(content)
  return [
    ...(missing.length > 0 ? [{ text: 'Masih ada yang belum diisi: {missing}. Lengkapi naskahnya dahulu.', values: { missing: missing.slice(0, 12).join(' ') } }] : []),
    ...(content.classification ? [] : [{ text: 'Kode klasifikasi belum dipilih, padahal menjadi bagian nomor surat. Lengkapi dahulu.' }]),
    ...(addressed && !content.addressees.some(({ role }) => role === 'to') ? [{ text: 'Belum ada yang dituju. Isi penerima surat dahulu.' }] : []),
  ]
}

/** @throws Problem with all that is unfinished */
export function refuseUnfinished(draft: Pick<Draft, 'content'>, addressed: boolean): void {
  const found = unfinished(draft, addressed)
  if (found.length > 0) throw Problem.all(found.map(message => ({ name: '', message })))
}

/** Sends it on its way, through a chain given or the usual one; or onwards from where it was returned. */
export async function circulate(means: Means, taken: Taken, by: Actor, way: { chain: readonly Link[] } | { onwards: true }): Promise<Taken> {
  const { tx, ask } = means
  const { letter } = taken
  const onwards = 'onwards' in way
  if (!onwards) await replaceChain(tx, letter.id, way.chain)
  const moved = await move(means, onwards ? taken : await take(means, letter.id), { type: 'circulate', onwards })
  await ask(tasks).end(tx, { matter: matterOf(letter.id), kinds: ['revise'] }, by.accountId, 'circulated')
  await ask(letters).step(tx, letter.id, { event: onwards ? 'Diedarkan lanjut kepada yang mengembalikan' : moved.letter.state === 'approved' ? 'Diajukan untuk ditandatangani' : 'Diedarkan untuk paraf', by: by.accountId, postId: by.postId })
  await tellEarlier(tx, moved, by)
  await wake(means, moved)
  return moved
}

/** The chain a draft takes when nobody says otherwise. */
export const usualWay = (means: Means, { draft }: Taken): Promise<Link[]> =>
  usualChain({ db: means.tx, ask: means.ask }, { accountId: draft.drafterId, postId: draft.postId }, draft.content.signer.postId, dayOf(means))

/** Gives the paraf whose turn it is; the letter goes to the next one, or to the signer. */
export async function giveParaf(means: Means, taken: Taken, seat: Pick<Seat, 'postId' | 'kind'>, person: { id: string; name: string }, remarks: string | null = null): Promise<Taken> {
  const { tx, ask } = means
  const { letter, draft } = taken
  const turn = turnOf(draft)
  if (!turn || turn.postId !== seat.postId) throw new Problem('', 'Paraf ini bukan giliran Anda lagi. Muat ulang halaman untuk melihat keadaannya sekarang.')
  const moved = await move(means, taken, { type: 'paraf', step: turn.id })
  await signParaf(tx, turn.id, { by: person.id, asKind: seat.kind, name: person.name, remarks })
  await ask(tasks).end(tx, { matter: matterOf(letter.id), kinds: ['paraf'], refId: turn.id }, person.id, 'paraf')
  await ask(letters).step(tx, letter.id, { event: 'Diparaf', by: person.id, postId: seat.postId, remarks })
  await wake(means, moved)
  return moved
}

/** Puts one more into the chain, right after the one whose turn it is. */
export async function insert(means: Means, taken: Taken, link: Link, by: Actor & { accountId: string }): Promise<void> {
  const { draft } = taken
  if (draft.steps.some(({ postId, version }) => postId === link.postId && version === null)) throw new Problem('post', 'Jabatan ini sudah ada di antara yang akan memaraf.')
  const id = await insertParaf(means.tx, draft.letterId, { ...link, position: draft.steps.length, addedBy: by.accountId })
  await move(means, taken, { type: 'insert', step: { id, ...link, version: null, holds: null } })
  await means.ask(letters).step(means.tx, draft.letterId, { event: 'Paraf ditambahkan', by: by.accountId, postId: by.postId })
}

/** Back to the drafter, who finds it as a task. */
export async function giveBack(means: Pick<Means, 'tx' | 'ask'>, letterId: string, by: Actor, remarks: string): Promise<void> {
  const { tx, ask } = means
  if (remarks.trim().length < 3) throw new Problem('remarks', 'Tulis apa yang perlu diperbaiki, paling sedikit 3 huruf.')
  const { letter, draft } = await take(means, letterId)
  const next = after(letter.state, draft, { type: 'return', step: letter.state === 'approved' ? null : (turnOf(draft)?.id ?? null) })
  if (!next) throw new Problem('', 'Surat ini tidak dapat dikembalikan lagi pada langkahnya sekarang.')
  await writeCourse(tx, letterId, next.course)
  if (next.course.returnedParaf) await remarkReturn(tx, next.course.returnedParaf, remarks.trim())
  const returned = await ask(letters).change(tx, letterId, { state: next.state })
  await ask(letters).step(tx, letterId, { event: 'Dikembalikan untuk diperbaiki', by: by.accountId, postId: by.postId, remarks: remarks.trim() })
  await ask(tasks).end(tx, { matter: matterOf(letterId), kinds: ['paraf', 'sign'] }, by.accountId, 'returned')
  const post = by.postId ? await ask(posts).byId(tx, by.postId) : null
  await ask(tasks).put(tx, [taskOf(returned, { kind: 'revise', desk: { accountId: draft.drafterId }, unitId: draft.unitId, from: post?.title ?? '', href: `/kerja/surat/${letterId}` })])
}

/** Takes it back from those who have it, until somebody signs. */
export async function withdraw(means: Means, taken: Taken, by: Actor): Promise<void> {
  const { letter } = await move(means, taken, { type: 'withdraw' })
  await means.ask(tasks).end(means.tx, { matter: matterOf(letter.id), kinds: ['paraf', 'sign'] }, by.accountId, 'withdrawn')
  await means.ask(letters).step(means.tx, letter.id, { event: 'Ditarik kembali', by: by.accountId, postId: by.postId })
}

/** Gives a draft up, for a reason that stays. */
export async function cancel(means: Means, taken: Taken, by: Actor, reason: string): Promise<void> {
  const { letter } = await move(means, taken, { type: 'cancel' })
  await means.ask(tasks).end(means.tx, { matter: matterOf(letter.id), kinds: ['revise'] }, by.accountId, 'cancelled')
  await means.ask(letters).step(means.tx, letter.id, { event: 'Konsep dibatalkan', by: by.accountId, postId: by.postId, remarks: reason })
}
