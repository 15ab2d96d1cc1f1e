import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { posts, unitDirectory, type InCharge, type Post } from '#modules/organisation/contract.ts'
import type { Employee } from '#modules/personnel/contract.ts'

/** Where and when it is asked. */
export interface At {
  ask: Services['ask']
  governmentId: string
  today: string
}

const isSelf = ({ id, accountId, nip }: Employee, holding: InCharge): boolean => holding.employeeId === id || (accountId !== null && holding.accountId === accountId) || (nip !== null && holding.nip === nip)

/** Positions above somebody, the next one first: above what they hold, or from the head of their unit on. */
async function chainOf(db: Db | Tx, { ask, governmentId, today }: At, { id, accountId, unitId }: Employee): Promise<Post[]> {
  const port = ask(posts)
  const held = [...(await port.heldBy(db, { employeeId: id }, today)), ...(accountId ? await port.heldBy(db, { accountId }, today) : [])].toSorted((a, b) => Number(b.kind === 'definitif') - Number(a.kind === 'definitif'))[0]
  if (held) return port.above(db, held.postId)
  const units = (await ask(unitDirectory).of(governmentId)).ancestors(unitId).toReversed()
  const heads = await port.heads(db, units.map(unit => unit.id), today)
  const nearest = units.map(unit => heads.get(unit.id)).find(head => head !== undefined)
  const head = nearest && (await port.byId(db, nearest.postId))
  return head ? [head, ...(await port.above(db, head.id))] : []
}

/** The next position up that anybody but the person is in charge of today; null where there is none, and the personnel officers decide. */
export async function superiorOf(db: Db | Tx, at: At, employee: Employee): Promise<Post | null> {
  const chain = await chainOf(db, at, employee)
  const leading = await at.ask(posts).inCharge(db, chain.map(post => post.id), at.today)
  return chain.find(post => { const by = leading.get(post.id); return by !== undefined && !isSelf(employee, by) }) ?? null
}
