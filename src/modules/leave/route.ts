import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { posts, unitDirectory, type InCharge, type Post } from '#modules/organisation/contract.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { authorityFor, type Authority } from './rules.ts'

/** Whose leave it is. */
export type Whose = Pick<Employee, 'id' | 'accountId' | 'nip' | 'unitId'>

/** Where and when it is asked. */
export interface At {
  ask: Services['ask']
  governmentId: string
  today: string
}

/** A position with who acts for it today. */
export interface Decider {
  post: Post
  by: InCharge
}

/** Positions that advise and decide; null where no superior position has anybody in charge, and the personnel officers decide. */
export interface Route {
  superior: Decider
  official: Decider
}

/** A decree may name somebody by NIP alone, before they had an account. */
const isSelf = ({ id, accountId, nip }: Whose, holding: InCharge): boolean => holding.employeeId === id || (accountId !== null && holding.accountId === accountId) || (nip !== null && holding.nip === nip)

/** What somebody holds on a day, their own position first. */
export async function heldBy(db: Db | Tx, { ask }: Pick<At, 'ask'>, whose: Whose, day: string): Promise<InCharge[]> {
  const port = ask(posts)
  const { id, accountId, unitId } = whose
  const found = [...(await port.heldBy(db, { employeeId: id }, day)), ...(accountId ? await port.heldBy(db, { accountId }, day) : [])]
  const known = found.length > 0 ? found : (await port.holders(db, (await port.of(db, unitId)).map(post => post.id), day)).filter(holding => isSelf(whose, holding))
  return [...new Map(known.map(one => [one.holdingId, one])).values()].toSorted((a, b) => Number(b.kind === 'definitif') - Number(a.kind === 'definitif'))
}

/** Positions above somebody, the next one first: above what they hold, or from the head of their unit on. */
async function chainOf(db: Db | Tx, at: At, whose: Whose): Promise<{ own: Post | null; chain: Post[] }> {
  const port = at.ask(posts)
  const [held] = await heldBy(db, at, whose, at.today)
  if (held) return { own: await port.byId(db, held.postId), chain: await port.above(db, held.postId) }
  const units = (await at.ask(unitDirectory).of(at.governmentId)).ancestors(whose.unitId).toReversed()
  const heads = await port.heads(db, units.map(unit => unit.id), at.today)
  const nearest = units.map(unit => heads.get(unit.id)).find(head => head !== undefined)
  const head = nearest && (await port.byId(db, nearest.postId))
  return { own: null, chain: head ? [head, ...(await port.above(db, head.id))] : [] }
}

/** The position an authority names, seen from somebody's place: the head of their agency or of the regional secretariat. */
async function namedPost(db: Db | Tx, at: At, whose: Whose, authority: Authority, chain: readonly Post[]): Promise<Post | undefined> {
  if (authority === 'superior') return chain[0]
  if (authority === 'regional-head') return chain.at(-1)
  const units = await at.ask(unitDirectory).of(at.governmentId)
  const [root, agency] = units.ancestors(whose.unitId)
  const wanted = authority === 'agency-head' ? (agency ? [agency.id] : []) : root ? units.children(root.id).filter(unit => unit.kind === 'secretariat').map(unit => unit.id) : []
  const heads = [...(await at.ask(posts).heads(db, wanted, at.today)).values()].map(head => head.postId)
  // The council has a secretariat too: the one further up is the region's.
  return chain.findLast(post => heads.includes(post.id))
}

/**
 * Who advises and who decides about a kind of leave today. A position nobody is in charge of, or of which the person
 * is, is passed over for the next one up: nobody decides about their own leave.
 */
export async function routeOf(db: Db | Tx, at: At, whose: Whose, kind: string): Promise<Route | null> {
  const { own, chain } = await chainOf(db, at, whose)
  const leading = await at.ask(posts).inCharge(db, chain.map(post => post.id), at.today)
  const able = chain.flatMap((post, place): (Decider & { place: number })[] => {
    const by = leading.get(post.id)
    return by && !isSelf(whose, by) ? [{ post, by, place }] : []
  })
  const [superior] = able
  if (!superior) return null
  const named = await namedPost(db, at, whose, await authorityFor(db, kind, own?.kind ?? 'none', at.today), chain)
  const place = named ? chain.indexOf(named) : 0
  const official = able.find(one => one.place >= place) ?? able.at(-1)!
  return { superior, official }
}

/** `Plh. Kepala Dinas Kesehatan`: in what capacity somebody acts. */
export const capacityOf = ({ kind, title }: Pick<InCharge, 'kind' | 'title'>): string => (kind === 'definitif' ? title : `${kind === 'plt' ? 'Plt.' : 'Plh.'} ${title}`)
