import type { Context } from '#platform/web/page.ts'
import type { Seat } from '#modules/inbox/contract.ts'
import { posts, type UnitTree } from '#modules/organisation/contract.ts'
import type { Option } from '#ui/index.ts'
import { lineAbove } from '../chain.ts'
import { officialName } from '../correspondents.ts'
import type { Kind } from '../kinds.ts'
import { officeOf } from '../paper/letterhead.ts'

/** A position a letter of the drafter may be signed by, with who is in charge. */
export interface Signer {
  postId: string
  unitId: string
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
      return head ? [{ postId: head.postId, unitId: unit.id, title: named(head.title, unit.id), name: head.inCharge?.name ?? null, kind: head.inCharge?.kind ?? null }] : []
    })
  }
  const own = (await ask(posts).inCharge(db, [seat.postId], day)).get(seat.postId)
  const above = await lineAbove({ db, ask }, seat.postId, day)
  return [
    { postId: seat.postId, unitId: seat.unitId, title: named(seat.title, seat.unitId), name: own?.name ?? null, kind: own?.kind ?? null },
    ...above.map(({ id, title, unitId: unit, inCharge }) => ({ postId: id, unitId: unit, title: named(title, unit), name: inCharge?.name ?? null, kind: inCharge?.kind ?? null })),
  ]
}

/** Who signs as a rule: a memo the next one up who is there, anything else the head of the office. */
export function usualSigner(signers: readonly Signer[], { form }: Pick<Kind, 'form'>, units: UnitTree, unitId: string): Signer | undefined {
  const there = signers.filter(({ name }) => name !== null)
  const office = officeOf(units, unitId)?.id
  return (form === 'memo' ? there.find(one => one !== signers[0]) : there.findLast(one => one.unitId === office)) ?? there[0] ?? signers[0]
}

/** Signers to choose from: the position, and who holds it today. */
export const signerOptions = (signers: readonly Signer[], vacant: string): Option[] =>
  signers.map(({ postId, title, name, kind }) => ({ value: postId, label: `${title} · ${name ? `${kind ? prefix[kind] : ''}${name}` : vacant}` }))
