import type { Db, Tx } from '#platform/db/database.ts'
import type { Message } from '#platform/forms/fields.ts'
import type { Context } from '#platform/web/page.ts'
import { posts, type Post, type PostKind, type UnitTree } from '#modules/organisation/contract.ts'

/** A position that gives, and where those stand whom it may ask. */
export interface Giver {
  post: Post
  /** Whether it leads its unit. */
  leads: boolean
  /** Positions above it. */
  above: ReadonlySet<string>
  /** Units whose positions stand below it, besides its own. */
  units: ReadonlySet<string>
  /** Of these the ones directly below. */
  nearest: readonly string[]
}

/** Kinds of positions from high to low; those outside the civil service have no place in the order. */
const levels: Record<PostKind, number | null> = { jpt: 1, administrator: 2, pengawas: 3, fungsional: 4, pelaksana: 4, lain: null }

/** Whether by its kind a position stands higher than the other. */
function outranks(one: Pick<Post, 'kind'>, other: Pick<Post, 'kind'>): boolean {
  const [a, b] = [levels[one.kind], levels[other.kind]]
  return a !== null && b !== null && a < b
}

/**
 * Why a position may not receive a disposition; null when it may. `above` are the positions above it, as far as they
 * were asked for; `path` those the letter came down by.
 */
export function refusal(giver: Giver, post: Post, above: readonly string[], path: readonly string[]): Message | null {
  const values = { title: post.title }
  if (post.id === giver.post.id) return { text: 'Disposisi tidak diberikan kepada jabatan sendiri.' }
  if (giver.above.has(post.id) || path.includes(post.id)) return { text: 'Disposisi tidak diberikan ke atas: {title} adalah atasan.', values }
  if (above.includes(giver.post.id)) return null
  if (outranks(post, giver.post)) return { text: 'Disposisi tidak diberikan ke atas: {title} lebih tinggi jabatannya.', values }
  if (post.unitId === giver.post.unitId ? post.rank > giver.post.rank : giver.units.has(post.unitId)) return null
  return { text: '{title} tidak berada di bawah jabatan Anda.', values }
}

/** How many units beside a secretariat are asked whether they answer to its head: one that lacks a superior decides nothing. */
const asked = 3

/**
 * What stands below a position: its unit and all below it. The head of a secretariat to whom the units beside it answer
 * (the secretary of a region: PP 18/2016) has these as well.
 */
export async function giverAt({ ask }: Pick<Context, 'ask'>, db: Db | Tx, units: UnitTree, post: Post, day: string): Promise<Giver> {
  const port = ask(posts)
  const [above, heads] = [await port.above(db, post.id), await port.heads(db, [post.unitId], day)]
  const leads = heads.get(post.unitId)?.postId === post.id
  const unit = units.byId(post.unitId)
  const below = units.below(post.unitId).filter(id => id !== post.unitId)
  const children = units.children(post.unitId).map(({ id }) => id)
  const beside = leads && unit?.kind === 'secretariat' && unit.parentId ? units.children(unit.parentId).filter(({ id, kind }) => id !== unit.id && kind !== 'secretariat') : []
  let answer = false
  if (beside.length > 0) {
    const theirs = [...(await port.heads(db, beside.slice(0, asked).map(({ id }) => id), day)).values()]
    for (const { postId } of theirs) answer ||= (await port.above(db, postId)).some(({ id }) => id === post.id)
  }
  return {
    post, leads, above: new Set(above.map(({ id }) => id)),
    units: new Set([...below, ...(answer ? beside.flatMap(({ id }) => units.below(id)) : [])]),
    nearest: [...children, ...(answer ? beside.map(({ id }) => id) : [])],
  }
}

/** Somebody a disposition can be given to. */
export interface Candidate {
  postId: string
  title: string
  unitId: string
  /** Who is in charge today. */
  name: string | null
}

export interface Offer {
  /** Those directly below, and whom this position asks most. */
  usual: Candidate[]
  /** Others of the unit and of those right below it. */
  others: Candidate[]
  /** What was searched for. */
  found: Candidate[]
  /** Ticked before, and neither near nor searched for now. */
  chosen: Candidate[]
}

/** More than this at once is no list to tap on: the rest is folded. */
const usualAtMost = 12
const foundUnits = 5
const foundAtMost = 40

/**
 * Whom a position can ask; `often` are positions it asked lately, most frequent first, `ticked` those chosen on the form
 * already. A fixed number of queries, for a search at most two more per unit found, and two per position ticked further off.
 */
export async function offerTo({ ask }: Pick<Context, 'ask'>, db: Db, units: UnitTree, giver: Giver, path: readonly string[], day: string, also: { often: readonly string[]; search?: string; ticked?: readonly string[] }): Promise<Offer> {
  const port = ask(posts)
  const may = (post: Post) => refusal(giver, post, [], path) === null
  const own = (await port.of(db, giver.post.unitId)).filter(may)
  const found = also.search ? await named(also.search) : []
  const heads = await leaders()
  const listed = new Set([...[...own, ...found].map(({ id }) => id), ...heads.map(({ postId }) => postId)])
  const chosen = await stillAllowed((also.ticked ?? []).filter(id => !listed.has(id)))
  const names = await port.inCharge(db, [...own, ...found, ...chosen].map(({ id }) => id), day)
  const candidate = ({ id, title, unitId }: Post): Candidate => ({ postId: id, title, unitId, name: names.get(id)?.name ?? null })

  const isDirect = ({ superiorId }: Post) => superiorId === giver.post.id || (superiorId === null && giver.leads)
  const direct = own.filter(isDirect).map(candidate)
  const near = [...direct, ...heads]
  const frequent = also.often.flatMap(id => near.find(one => one.postId === id) ?? [])
  const usual = near.length <= usualAtMost ? near : [...new Set([...frequent, ...direct])].slice(0, usualAtMost)
  const others = [...near, ...own.filter(post => !isDirect(post)).map(candidate)].filter(one => !usual.includes(one))
  return { usual, others, found: found.map(candidate), chosen: chosen.map(candidate) }

  /** Who leads the units right below, in the order of the chart. */
  async function leaders(): Promise<Candidate[]> {
    if (!giver.leads) return []
    const order = new Map(units.all.map(({ id }, n) => [id, n]))
    return [...(await port.heads(db, giver.nearest, day))]
      .filter(([, { postId }]) => postId !== giver.post.id && !giver.above.has(postId) && !path.includes(postId))
      .toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .map(([unitId, { postId, title, inCharge }]) => ({ postId, title, unitId, name: inCharge?.name ?? null }))
  }

  async function stillAllowed(ids: readonly string[]): Promise<Post[]> {
    const allowed: Post[] = []
    for (const id of [...new Set(ids)].slice(0, foundAtMost)) {
      const post = await port.byId(db, id)
      if (post && (await mayReceive({ ask }, db, giver, post, path)) === null) allowed.push(post)
    }
    return allowed
  }

  /** Positions below in units that are called like this, and leaders of others that answer to this position by the chart. */
  async function named(text: string): Promise<Post[]> {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const called = units.all.filter(({ name, shortName }) => words.every(word => `${name} ${shortName}`.toLowerCase().includes(word)))
    const theirs: Post[] = []
    for (const { id } of called.toSorted((a, b) => Number(giver.units.has(b.id)) - Number(giver.units.has(a.id))).slice(0, foundUnits)) {
      const here = await port.of(db, id)
      if (giver.units.has(id)) theirs.push(...here.filter(may))
      else if (here[0] && (await mayReceive({ ask }, db, giver, here[0], path)) === null) theirs.push(here[0])
    }
    return theirs.slice(0, foundAtMost)
  }
}

/** Why a position may not receive a disposition; asks for its superiors when the units do not tell. */
export async function mayReceive({ ask }: Pick<Context, 'ask'>, db: Db | Tx, giver: Giver, post: Post, path: readonly string[]): Promise<Message | null> {
  const no = refusal(giver, post, [], path)
  if (no === null || post.id === giver.post.id || giver.above.has(post.id) || path.includes(post.id)) return no
  return refusal(giver, post, (await ask(posts).above(db, post.id)).map(({ id }) => id), path)
}
