import type { Db, Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { ActContext, Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import { seats, type Seat } from '#modules/inbox/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Request } from '../leave.ts'
import type { Acting } from '../lifecycle.ts'
import type { Viewer } from '../policy.ts'
import { capacityOf, type At } from '../route.ts'
import { requestById, requestSeen, type Desks } from '../store.ts'

/** Today where the government is. */
export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

export const atOf = (context: Pick<Context, 'ask' | 'now' | 'government'>): At => ({ ask: context.ask, governmentId: context.government.id, today: todayOf(context) })

/** The person behind a request as an employee, if they are one. */
export const selfOf = async (db: Db | Tx, { who, ask }: Pick<Context, 'who' | 'ask'>): Promise<Employee | null> => (await ask(employees).byAccount(db, [who.account!.id])).get(who.account!.id) ?? null

/** The employee whose own leave a page is about. */
export async function employeeHere(db: Db | Tx, context: Pick<Context, 'who' | 'ask'>): Promise<Employee> {
  const self = await selfOf(db, context)
  if (!self) throw new NotFound()
  return self
}

/** One's own request; others' answer as if there were none. */
export async function ownRequest(db: Db | Tx, context: Pick<Context, 'who' | 'ask' | 'params'>, lock = false): Promise<{ self: Employee; request: Request }> {
  const self = await employeeHere(db, context)
  const request = await requestById(db, context.params.id ?? '', lock)
  if (request?.employeeId !== self.id) throw new NotFound()
  return { self, request }
}

/** From where somebody looks at others' leave. */
export async function viewerOf(context: Pick<Context, 'db' | 'who' | 'ask' | 'government' | 'now'>): Promise<Viewer> {
  const [self, held] = await Promise.all([selfOf(context.db, context), context.ask(seats).of(context)])
  return { employeeId: self?.id ?? null, seats: held, officer: context.who.reach('leave.manage') }
}

/** Requests seen by everyone who holds a position that advised or decides, and by officers within reach. */
export const desksOf = ({ seats: held, officer }: Viewer): Desks => ({ posts: held.map(seat => seat.postId), officer })

/** What only those in charge act upon. */
export const chargeOf = ({ seats: held, officer }: Viewer): Desks => ({ posts: held.filter(seat => seat.inCharge).map(seat => seat.postId), officer })

/** A request of somebody else as it may be seen in the office. */
export async function officeRequest(db: Db | Tx, viewer: Viewer, id: string, lock = false): Promise<Request> {
  const request = await requestSeen(db, desksOf(viewer), id, lock)
  if (!request || request.employeeId === viewer.employeeId) throw new NotFound()
  return request
}

/** @throws Conflict when the request was changed since the form was opened */
export function unchanged(request: Request, seen: number | undefined): void {
  if (seen !== undefined && seen !== request.version) throw new Conflict('Permohonan ini berubah sementara Anda membukanya. Periksa lagi, lalu kirim sekali lagi.', { version: String(request.version) })
}

/** Whoever acts, in their own name or in that of a position; `officer` in that of the personnel office. */
export async function actingAs(context: Pick<ActContext<unknown, unknown>, 'tx' | 'who' | 'ask' | 'government' | 'now'>, seat: Seat | null | undefined): Promise<Acting> {
  const { tx, who, now } = context
  const account = who.account!
  const self = await selfOf(tx, context)
  return { ...atOf(context), now, by: account.id, capacity: seat ? capacityOf(seat) : seat === null ? 'Pengelola kepegawaian' : null, name: self?.name ?? account.name, nip: self?.nip ?? null }
}

/** @throws Refused where the policy says no */
export function allowed<T>(acts: T | undefined): asserts acts is T {
  if (acts === undefined) throw new Refused('Langkah ini tidak dapat Anda lakukan pada permohonan ini sekarang.')
}
