import type { Permission } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { seats, type Seat } from '#modules/inbox/contract.ts'
import { unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import type { Crumb } from '#ui/index.ts'
import type { Actor } from './contract.ts'
import { take, type Means, type Taken } from './lifecycle.ts'
import { may, maySeeMaking, seatOnTurn, unitsToWriteFor, type Deed } from './policy.ts'
import { draftOf, type Draft } from './store.ts'

/** A letter in the making as the person of a request meets it. */
export interface Here {
  letter: Letter
  draft: Draft
  seats: readonly Seat[]
}

const refusal = 'Surat ini tidak dapat Anda ubah pada langkahnya sekarang.'

/** The draft a page is about, as far as the person may see how it is made, and may do something with it when `deed` says what. */
export async function draftHere(context: Context, deed?: Deed): Promise<Here> {
  const { ask, db, who, params } = context
  const letter = await ask(letters).readable(context, params.id!)
  const draft = await draftOf(db, letter.id)
  if (!draft) throw new NotFound()
  const here = { letter, draft, seats: await ask(seats).of(context) }
  if (!maySeeMaking(who, here)) throw new NotFound()
  if (deed && !may(who, deed, here)) throw new Refused(refusal)
  return here
}

/** Takes the draft for changing it, as it was when the form was opened; answers what acts need. */
export async function takeHere(context: Context & { tx: Tx }, deed: Deed, version?: number): Promise<{ means: Means; taken: Taken; by: Actor & { accountId: string }; seat: Seat | null }> {
  const { ask, tx, who, params, government, now } = context
  await ask(letters).readable(context, params.id!)
  const means = { tx, ask, government, now }
  const taken = await take(means, params.id!)
  const of = { ...taken, seats: await ask(seats).of({ ...context, db: tx }) }
  if (!may(who, deed, of)) throw new Refused(refusal)
  if (version !== undefined && version !== taken.draft.version) {
    const { subject, body } = taken.draft.content
    throw new Conflict('Orang lain mengubah naskah ini sementara Anda menulis. Bandingkan isinya, lalu simpan sekali lagi.', { version: String(taken.draft.version), subject, body })
  }
  const seat = seatOnTurn(of)
  return { means, taken, seat, by: { accountId: who.account!.id, postId: seat?.postId ?? taken.draft.postId } }
}

/** Units the person does something for with a permission, the own one first. */
export async function unitsHere({ who, ask, government, db, now }: Pick<Context, 'who' | 'ask' | 'government' | 'db' | 'now'>, permission: Permission): Promise<Unit[]> {
  const units = await ask(unitDirectory).of(government.id)
  const at = (await ask(seats).of({ who, government, db, now })).map(({ unitId }) => unitId)
  return unitsToWriteFor(who.reach(permission), units, [...new Set([who.account!.unitId, ...at])]).flatMap(id => units.byId(id) ?? [])
}

/** Pages about a draft lead back to the letters and to the letter. */
export const crumbsOf = (letter?: Letter): Crumb[] => [{ label: t('Surat'), href: '/kerja/surat' }, ...(letter ? [{ label: letter.subject, href: `/kerja/surat/${letter.id}` }] : [])]
