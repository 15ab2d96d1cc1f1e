import { sql } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Direction, Explained } from '#modules/attendance/contract.ts'

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

/** What can be asked for; `correction` has a check-in written that was missed, the others explain days. */
export const requestKinds = ['sick', 'duty', 'trip', 'training', 'blankspot', 'other', 'correction'] as const
export type RequestKind = (typeof requestKinds)[number]
export type RequestState = 'proposed' | 'accepted' | 'refused' | 'withdrawn'

export interface Request {
  id: string
  employeeId: string
  unitId: string
  kind: RequestKind
  from: string
  until: string
  direction: Direction | null
  scanAt: Date | null
  remarks: string
  evidenceId: string | null
  letterId: string | null
  state: RequestState
  superiorPost: string | null
  /** The agency whose personnel office settles it, because it closed the month. */
  closedUnit: string | null
  /** In what capacity the superior agreed, where the month was closed before they did. */
  endorsedAs: string | null
  proposedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  capacity: string | null
  answer: string | null
  version: number
}

const columns = sql`r.id, r.employee_id as "employeeId", r.unit_id as "unitId", r.kind, r.from_on as "from", r.until_on as until, r.direction, r.scan_at as "scanAt", r.remarks, r.evidence_id as "evidenceId", r.letter_id as "letterId",
  r.state, r.superior_post as "superiorPost", r.closed_unit as "closedUnit", r.endorsed_as as "endorsedAs", r.proposed_at as "proposedAt", r.decided_by as "decidedBy", r.decided_at as "decidedAt", r.capacity, r.answer, r.version`

export async function insertRequest(tx: Tx, r: Pick<Request, 'employeeId' | 'unitId' | 'kind' | 'from' | 'until' | 'direction' | 'scanAt' | 'remarks' | 'evidenceId' | 'superiorPost' | 'closedUnit' | 'proposedAt'>): Promise<Request> {
  const { rows } = await sql<Request>`
    insert into attendance_requests.request as r (employee_id, unit_id, kind, from_on, until_on, direction, scan_at, remarks, evidence_id, superior_post, closed_unit, proposed_at)
    values (${r.employeeId}, ${r.unitId}, ${r.kind}, ${r.from}, ${r.until}, ${r.direction}, ${r.scanAt}, ${r.remarks}, ${r.evidenceId}, ${r.superiorPost}, ${r.closedUnit}, ${r.proposedAt}) returning ${columns}`.execute(tx)
  return rows[0]!
}

/** One of them; with `lock` nobody else changes it until the transaction ends. */
export async function requestById(db: Db | Tx, id: string, lock = false): Promise<Request | null> {
  if (!isId(id)) return null
  return (await sql<Request>`select ${columns} from attendance_requests.request r where r.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)).rows[0] ?? null
}

/** Somebody's own, the newest first. */
export const requestsOf = async (db: Db | Tx, employeeId: string, limit: number): Promise<Request[]> =>
  (await sql<Request>`select ${columns} from attendance_requests.request r where r.employee_id = ${employeeId} order by r.proposed_at desc, r.id desc limit ${limit}`.execute(db)).rows

/** What explains days of these people, or would; withdrawn and refused ones explain nothing. */
export async function explaining(db: Db | Tx, employeeIds: readonly string[], from: string, to: string): Promise<Explained[]> {
  if (employeeIds.length === 0) return []
  const { rows } = await sql<Explained>`
    select employee_id as "employeeId", from_on as "from", until_on as until, case kind when 'correction' then 'other' else kind end as reason, state = 'accepted' as accepted, null::uuid as "letterId" from attendance_requests.request
    where employee_id = any(${[...employeeIds]}::uuid[]) and from_on <= ${to}::date and until_on >= ${from}::date
      -- A correction that was accepted is a scan.
      and (state = 'proposed' or (state = 'accepted' and kind <> 'correction'))
    union all select employee_id, from_on, until_on, kind, true, letter_id from attendance_requests.duty
    where employee_id = any(${[...employeeIds]}::uuid[]) and from_on <= ${to}::date and until_on >= ${from}::date and withdrawn_at is null
    order by 2, 6 nulls last`.execute(db)
  return rows
}

/** Where requests are seen: at these positions, by officers within reach. */
export interface Desks {
  posts: readonly string[]
  officer: Reach | null
}

/** What waits at these desks, and elsewhere within an officer’s reach, the oldest first; one’s own are for somebody else. */
export const waitingAt = async (db: Db | Tx, { posts, officer }: Desks, except: string | null): Promise<Request[]> =>
  (await sql<Request>`
    select ${columns} from attendance_requests.request r where r.state = 'proposed' and r.employee_id is distinct from ${except}::uuid
      and (r.superior_post = any(${[...posts]}::uuid[]) or ${within(officer, { unit: sql.ref('r.unit_id') })}) order by r.proposed_at, r.id limit 200`.execute(db)).rows

/** One as those at these desks see it. */
export async function requestSeen(db: Db | Tx, { posts, officer }: Desks, id: string, lock = false): Promise<Request | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Request>`
    select ${columns} from attendance_requests.request r where r.id = ${id} and (r.superior_post = any(${[...posts]}::uuid[]) or ${within(officer, { unit: sql.ref('r.unit_id') })}) ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

export const settleRequest = (tx: Tx, id: string, state: 'accepted' | 'refused', by: { id: string; capacity: string | null }, answer: string | null) =>
  sql`update attendance_requests.request set state = ${state}, decided_by = ${by.id}, decided_at = now(), capacity = ${by.capacity}, answer = ${answer}, version = version + 1 where id = ${id}`.execute(tx)

/** Hands it to the personnel office of an agency, with what the superior thought of it. */
export const passRequest = (tx: Tx, id: string, closedUnit: string, { endorsedAs, answer }: { endorsedAs: string | null; answer: string | null }) =>
  sql`update attendance_requests.request set superior_post = null, closed_unit = ${closedUnit}, endorsed_as = ${endorsedAs}, answer = ${answer}, version = version + 1 where id = ${id}`.execute(tx)

export const withdrawRequest = (tx: Tx, id: string) => sql`update attendance_requests.request set state = 'withdrawn', version = version + 1 where id = ${id}`.execute(tx)
