import type { Context } from '#platform/web/page.ts'
import type { Seat } from '#modules/inbox/contract.ts'
import { posts, type UnitTree } from '#modules/organisation/contract.ts'
import type { Option } from '#ui/index.ts'
import { lineAbove } from '../chain.ts'
import { officialName } from '../correspondents.ts'

/** A position a letter of the drafter may be signed by, with who is in charge. */
export interface Signer {
  postId: string
  title: string
  name: string | null
  kind: 'definitif' | 'plt' | 'plh' | null
}

const prefix = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' }

/** Positions that may sign what somebody drafts, from below to the top: the own one, and the line above it; without a position the heads above the unit. */
export async function signersFor({ db, ask, government }: Pick<Context, 'db' | 'ask' | 'government'>, units: UnitTree, seat: Pick<Seat, 'postId' | 'title' | 'unitId'> | null, unitId: string, day: string): Promise<Signer[]> {
  const named = (title: string, unit: string) => officialName(title, units.byId(unit), government)
  if (!seat) {
    const way = units.ancestors(unitId).toReversed()
    const heads = await ask(posts).heads(db, way.map(({ id }) => id), day)
    return way.flatMap(unit => {
      const head = heads.get(unit.id)
      return head ? [{ postId: head.postId, title: named(head.title, unit.id), name: head.inCharge?.name ?? null, kind: head.inCharge?.kind ?? null }] : []
    })
  }
  const own = (await ask(posts).inCharge(db, [seat.postId], day)).get(seat.postId)
  const above = await lineAbove({ db, ask }, seat.postId, day)
  return [
    { postId: seat.postId, title: named(seat.title, seat.unitId), name: own?.name ?? null, kind: own?.kind ?? null },
    ...above.map(({ id, title, unitId: unit, inCharge }) => ({ postId: id, title: named(title, unit), name: inCharge?.name ?? null, kind: inCharge?.kind ?? null })),
  ]
}

/** Signers to choose from: the position, and who holds it today. */
export const signerOptions = (signers: readonly Signer[], vacant: string): Option[] =>
  signers.map(({ postId, title, name, kind }) => ({ value: postId, label: `${title} · ${name ? `${kind ? prefix[kind] : ''}${name}` : vacant}` }))
