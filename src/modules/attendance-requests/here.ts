import { covers, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { seats, type Seat } from '#modules/inbox/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Desks, Request } from './store.ts'

/** Today where the government is. */
export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

/** The person behind a request as an employee, if they are one. */
export const selfOf = async (db: Db | Tx, { who, ask }: Pick<Context, 'who' | 'ask'>): Promise<Employee | null> => (await ask(employees).byAccount(db, [who.account!.id])).get(who.account!.id) ?? null

/** @throws Refused for accounts of nobody in service */
export async function employeeHere(db: Db | Tx, context: Pick<Context, 'who' | 'ask'>): Promise<Employee> {
  const self = await selfOf(db, context)
  if (!self) throw new Refused('Akun Anda belum terhubung dengan data pegawai. Hubungi pengelola kepegawaian.')
  return self
}

/** From where somebody looks at what others ask for. */
export interface Viewer {
  employeeId: string | null
  seats: readonly Seat[]
  /** Reach of `attendance.manage`. */
  officer: Reach | null
}

export async function viewerOf(context: Pick<Context, 'db' | 'who' | 'ask' | 'government' | 'now'>): Promise<Viewer> {
  const [self, held] = await Promise.all([selfOf(context.db, context), context.ask(seats).of(context)])
  return { employeeId: self?.id ?? null, seats: held, officer: context.who.reach('attendance.manage') }
}

/** Requests seen by everyone who holds the position they wait at, and by officers within reach. */
export const desksOf = ({ seats: held, officer }: Viewer): Desks => ({ posts: held.map(seat => seat.postId), officer })

/** What only those in charge act upon. */
export const chargeOf = ({ seats: held, officer }: Viewer): Desks => ({ posts: held.filter(seat => seat.inCharge).map(seat => seat.postId), officer })

/** In what capacity somebody may decide now: `Plh. Camat Slawi`, or null as a personnel officer; undefined for nobody, and for oneself. */
export function decidesAs({ employeeId, seats: held, officer }: Viewer, request: Request): string | null | undefined {
  if (request.state !== 'proposed' || request.employeeId === employeeId) return undefined
  const seat = held.find(one => one.inCharge && one.postId === request.superiorPost)
  if (seat) return seat.kind === 'definitif' ? seat.title : `${seat.kind === 'plt' ? 'Plt.' : 'Plh.'} ${seat.title}`
  return request.superiorPost === null && covers(officer, { unitId: request.unitId }) ? null : undefined
}
