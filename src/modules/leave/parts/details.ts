import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { posts } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { handoversOf } from '../handover.ts'
import { deskOf, type Request } from '../leave.ts'
import { stepsOf, type Step } from '../store.ts'

/** What a page about one request shows besides itself. */
export interface Details {
  steps: Step[]
  standIns: { title: string; name: string; employeeId: string }[]
  /** The position where it waits; null for the personnel officers, and when it waits nowhere. */
  waitsAt: string | null
}

export async function detailsOf(db: Db | Tx, { ask }: Pick<Context, 'ask'>, request: Request): Promise<Details> {
  const desk = deskOf(request)
  const [steps, agreed, waiting] = await Promise.all([stepsOf(db, request.id), handoversOf(db, request.id), desk ? ask(posts).byId(db, desk) : null])
  const people = await ask(employees).byId(db, agreed.map(one => one.employeeId))
  const standIns = await Promise.all(agreed.map(async ({ postId, employeeId }) => ({ employeeId, title: (await ask(posts).byId(db, postId))?.title ?? '', name: people.get(employeeId)?.name ?? '' })))
  return { steps, standIns, waitsAt: waiting?.title ?? null }
}
