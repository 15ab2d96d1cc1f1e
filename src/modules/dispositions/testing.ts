import { sql } from 'kysely'
import { visitor, type Who } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { candidates, governmentDirectory, posts } from '#modules/organisation/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { report } from './follow-up.ts'
import { give, taskFacts } from './give.ts'
import { standingsOf } from './policy.ts'
import { chainOf, markRead } from './store.ts'

/** What these builders need of an installation and a government of `#app/testing`. */
interface Opened {
  services: Services
}
interface Place {
  id: string
}

/** Somebody who acts, with the account's id. */
interface Actor {
  id: string
  name?: string
}

const whoOf = ({ id, name = 'Pejabat' }: Actor): Who => ({ ...visitor, account: { id, name, username: '', email: '', unitId: '', title: null, language: 'id', sessionId: '', strong: false } })

async function meansOf({ services }: Opened, place: Place, actor: Actor) {
  const government = await services.ask(governmentDirectory).byId(place.id)
  if (!government) throw new Error(`No government ${place.id}`)
  return { who: whoOf(actor), government, now: new Date(), ask: services.ask.bind(services) }
}

const held = async <T>({ services }: Opened, place: Place, letterId: string, work: (tx: Tx, letter: NonNullable<Awaited<ReturnType<ReturnType<typeof letterPort>['take']>>>) => Promise<T>): Promise<T> =>
  services.database.transaction(place.id, async tx => {
    const letter = await letterPort(services).take(tx, letterId)
    if (!letter) throw new Error(`No letter ${letterId}`)
    return work(tx, letter)
  })

const letterPort = (services: Services) => services.ask(letters)

/** Puts a letter on the desk of a position, as delivery does. */
export const onDesk = (installation: Opened, place: Place, letterId: string, postId: string): Promise<void> =>
  held(installation, place, letterId, async (tx, letter) => {
    const { ask } = installation.services
    const post = await ask(posts).byId(tx, postId)
    await ask(letters).join(tx, letterId, [{ unitId: post!.unitId, role: 'to', desk: { postId } }])
    await ask(tasks).put(tx, [{ ...taskFacts(letter), kind: 'incoming', desk: { postId }, unitId: letter.unitId, from: letter.sender }])
  })

export interface Disposed {
  letterId: string
  /** Who gives; must be in charge of a position that has the letter. */
  by: Actor
  /** Positions; the first is responsible. */
  to: readonly string[]
  instructions?: readonly string[]
  note?: string
  /** May have passed: then it was given three days before. */
  dueOn?: string | null
}

/** Gives a disposition through the rules; answers its id. */
export async function disposed(installation: Opened, place: Place, { letterId, by, to, instructions = ['tindak-lanjuti'], note = '', dueOn = null }: Disposed): Promise<string> {
  const means = await meansOf(installation, place, by)
  return held(installation, place, letterId, async (tx, letter) => {
    const chain = await chainOf(tx, letterId)
    const [standing] = await standingsOf({ ...means, db: tx }, letterId, chain)
    if (!standing) throw new Error('Whoever disposes has the letter on no desk')
    const past = dueOn !== null && dueOn < dayIn(means.now, means.government.zone)
    const now = past ? new Date(`${dueOn}T03:00:00Z`) : means.now
    const id = await give(tx, { ...means, now }, letter, chain, standing, { recipientIds: to, responsibleId: to[0] ?? null, instructions, note, dueOn })
    if (past) await sql`update dispositions.disposition set at = ${now}::timestamptz - interval '3 days' where id = ${id}`.execute(tx)
    return id
  })
}

/** Marks what waits at a position as read. */
export const read = ({ services }: Opened, place: Place, { letterId, postId, by }: { letterId: string; postId: string; by: Actor }): Promise<void> =>
  services.database.transaction(place.id, async tx => void (await markRead(tx, letterId, [postId], by.id)))

/** Reports through the rules that a position is done with the letter. */
export async function reported(installation: Opened, place: Place, { letterId, postId, by, text = 'Sudah dilaksanakan.' }: { letterId: string; postId: string; by: Actor; text?: string }): Promise<void> {
  const means = await meansOf(installation, place, by)
  await held(installation, place, letterId, async (tx, letter) => {
    await markRead(tx, letterId, [postId], by.id)
    const chain = await chainOf(tx, letterId)
    const recipient = chain.recipients.find(one => one.postId === postId && ['read', 'passed-on'].includes(one.state))
    const given = chain.dispositions.find(one => one.id === recipient?.dispositionId)
    if (!recipient || !given) throw new Error('Nothing waits at this position')
    await report(tx, means, { letter, chain, given, recipient }, { text, files: [] })
  })
}

/**
 * Makes somebody with this name stand in for two positions of their unit, with a letter at every step between them;
 * answers the addresses of the pages of each step.
 */
export async function aDeskOfDispositions(installation: Opened, { id: governmentId }: Place, { name }: { name: string }): Promise<Record<'disposisi' | 'lapor' | 'laporan' | 'tarik', string>> {
  const { database, ask } = installation.services
  const [person] = await database.transaction(governmentId, tx => ask(candidates).search(tx, name))
  if (!person) throw new Error(`Nobody is called ${name}`)
  const place = { id: governmentId, units: { desk: person.unitId } }
  const by = { id: person.accountId, name }
  const day = (n: number) => dayIn(new Date(Date.now() + n * 86_400_000), 'Asia/Jakarta')
  const seat = async (title: string, rank: number, held: boolean): Promise<string> => {
    const postId = await aPost(installation, place, 'desk', title, { rank })
    if (held) await appointed(installation, place, postId, { kind: 'plt', accountId: by.id, name, from: day(-1), to: day(30) })
    return postId
  }
  const [giver, recipient, vacant] = [await seat('Koordinator Pelayanan', 500, true), await seat('Petugas Pelayanan', 501, true), await seat('Petugas Arsip', 502, false)]
  const address = async (to: string | null, step: string): Promise<string> => {
    const letter = await aLetter(installation, place, { unit: 'desk' })
    await onDesk(installation, place, letter.id, giver)
    if (!to) return `/kerja/surat/${letter.id}/disposisi`
    await disposed(installation, place, { letterId: letter.id, by, to: [to] })
    if (step === 'laporan') await reported(installation, place, { letterId: letter.id, postId: recipient, by })
    const [one] = (await chainOf(database.of(governmentId), letter.id)).recipients
    return `/kerja/surat/${letter.id}/disposisi/${one!.id}/${step}`
  }
  return { disposisi: await address(null, ''), lapor: await address(recipient, 'lapor'), laporan: await address(recipient, 'laporan'), tarik: await address(vacant, 'tarik') }
}
