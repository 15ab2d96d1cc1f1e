import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { viewers, type Viewer } from '#modules/attendance/contract.ts'
import { keptOf } from '../store.ts'

export const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

export interface Found {
  viewer: Viewer
  employee: Employee
  /** Where the person counts in this month: where the closed month says, else where they work. */
  unitId: string
}

/** Somebody whose month the viewer may see; others answer as if there were nobody. */
export async function personHere(db: Db | Tx, context: Pick<Context, 'who' | 'ask' | 'government' | 'now' | 'params' | 'db'>, month: string): Promise<Found> {
  const { ask, params } = context
  const viewer = await ask(viewers).viewerOf(context)
  const id = params.id ?? ''
  const employee = isId(id) ? (await ask(employees).byId(db, [id])).get(id) : undefined
  if (!employee) throw new NotFound()
  const unitId = (await keptOf(db, employee.id, month))?.unitId ?? employee.unitId
  if (!viewer.visible.has(unitId)) throw new NotFound()
  return { viewer, employee, unitId }
}
