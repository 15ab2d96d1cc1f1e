import type { Services } from '#platform/web/services.ts'
import type { Context } from '#platform/web/page.ts'
import type { Letter, NewAddressee } from '#modules/correspondence/contract.ts'
import { candidates, governmentDirectory, posts } from '#modules/organisation/contract.ts'
import type { Link } from './chain.ts'
import { drafts, type DraftContent } from './contract.ts'
import { circulate, dayOf, giveParaf, save, take, usualWay, type Means } from './lifecycle.ts'
import { turnOf } from './flow.ts'

/** What these builders need of an installation and a government of `#app/testing`. */
interface Opened {
  services: Services
}
interface Place {
  id: string
}

/** A letter from one position to nobody yet; whatever is given instead counts. */
export const aContent = (signerPostId: string, given: Partial<DraftContent> = {}): DraftContent => ({
  kind: 'surat-dinas', subject: 'Permintaan data perangkat jaringan', body: 'Kami mohon Saudara menyampaikan data perangkat jaringan paling lambat akhir bulan ini.\n\nDemikian, atas perhatiannya diucapkan terima kasih.',
  parts: {}, classification: '000.1', secrecy: 'B', urgency: 'biasa', addressees: [anAddressee()], signer: { postId: signerPostId, onBehalfOf: null, through: null },
  annexes: [], files: [], meeting: null, replyBy: null, answersId: null, ...given,
})

/** Somebody a letter is for: by post outside, unless said otherwise. */
export const anAddressee = (given: Partial<NewAddressee> = {}): NewAddressee => ({ role: 'to', name: 'Direktur PT Telkom Witel Pekalongan', postId: null, unitId: null, email: null, address: 'Jalan Merak 2; Pekalongan', ...given })

/** Runs work on drafts as the application does, at a moment. */
export async function amongDrafts<T>({ services }: Opened, place: Place, work: (means: Means) => Promise<T>, now = new Date()): Promise<T> {
  const government = (await services.ask(governmentDirectory).byId(place.id))!
  const ask: Context['ask'] = port => services.ask(port)
  return services.database.transaction(place.id, tx => work({ tx, government, now, ask }))
}

/** Begins a letter in a unit; answers its record. */
export const aDraft = (opened: Opened, place: Place, draft: { unitId: string; accountId: string; content: DraftContent }, now?: Date): Promise<Letter> =>
  amongDrafts(opened, place, means => opened.services.ask(drafts).begin(means, draft), now)

/** Sends a letter through a chain, or through the usual one. */
export const circulated = (opened: Opened, place: Place, letterId: string, chain?: readonly Link[], now?: Date): Promise<Letter> =>
  amongDrafts(opened, place, async means => {
    const taken = await take(means, letterId)
    const moved = await circulate(means, taken, { accountId: taken.draft.drafterId, postId: taken.draft.postId }, { chain: chain ?? (await usualWay(means, taken)) })
    return moved.letter
  }, now)

/** Lets whoever is in charge of each position give paraf, `times` of them or all. */
export const parafGiven = (opened: Opened, place: Place, letterId: string, times = Number.POSITIVE_INFINITY, now?: Date): Promise<Letter> =>
  amongDrafts(opened, place, async means => {
    let taken = await take(means, letterId)
    for (let n = 0; n < times && taken.letter.state === 'circulating'; n++) {
      const turn = turnOf(taken.draft)!
      const holder = (await means.ask(posts).inCharge(means.tx, [turn.postId], dayOf(means))).get(turn.postId)
      if (!holder?.accountId) throw new Error(`Nobody with an account is in charge of ${turn.postId}`)
      taken = await giveParaf(means, taken, { postId: turn.postId, kind: holder.kind }, { id: holder.accountId, name: holder.name })
    }
    return taken.letter
  }, now)

/** A letter that waits for its signature: begun, circulated and agreed to. */
export async function approved(opened: Opened, place: Place, draft: { unitId: string; accountId: string; content: DraftContent }, now?: Date): Promise<Letter> {
  const { id } = await aDraft(opened, place, draft, now)
  await circulated(opened, place, id, undefined, now)
  return parafGiven(opened, place, id, undefined, now)
}

/** Letters on one person's desk, found by part of the names: a draft of two versions, one of theirs that goes round, and one that waits for their paraf. */
export async function aDeskOfDrafts(opened: Opened, place: Place, { name, colleague }: { name: string; colleague: string }): Promise<Record<'draft' | 'circulating' | 'waiting', string>> {
  const db = opened.services.database.of(place.id)
  const seatOf = async (wanted: string) => {
    const [person] = await opened.services.ask(candidates).search(db, wanted)
    if (!person) throw new Error(`There is no account of ${wanted}`)
    const [seat] = await opened.services.ask(posts).heldBy(db, { accountId: person.accountId }, new Date().toISOString().slice(0, 10))
    if (!seat) throw new Error(`${wanted} holds no position`)
    return { ...seat, accountId: person.accountId }
  }
  const [own, other] = [await seatOf(name), await seatOf(colleague)]
  const begun = async (by: typeof own, signer: typeof own, subject: string) => (await aDraft(opened, place, { unitId: by.unitId, accountId: by.accountId, content: aContent(signer.postId, { subject }) })).id
  const draft = await begun(own, other, 'Permintaan perbaikan jaringan')
  await amongDrafts(opened, place, async means => save(means, await take(means, draft), aContent(other.postId, { subject: 'Permintaan perbaikan jaringan kantor', body: 'Mohon jaringan kantor diperbaiki.' }), { accountId: own.accountId, postId: own.postId }))
  const circulating = await begun(own, own, 'Jadwal pemeliharaan jaringan')
  await circulated(opened, place, circulating, [{ postId: other.postId, kind: 'coordination' }])
  const waiting = await begun(other, other, 'Laporan pemakaian aplikasi')
  await circulated(opened, place, waiting, [{ postId: own.postId, kind: 'coordination' }])
  return { draft, circulating, waiting }
}
