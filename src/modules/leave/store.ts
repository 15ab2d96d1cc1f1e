import { sql, type Expression, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Absence } from './contract.ts'
import type { Content, Event, Request, Span, State, Verdict } from './leave.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

const selected = (db: Db | Tx) => tables(db).selectFrom('leave.request as r').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const requestOf = (row: Row): Request => ({
  id: row.id,
  employeeId: row.employee_id,
  unitId: row.unit_id,
  state: row.state as State,
  kind: row.kind,
  ground: row.ground,
  from: row.from_on,
  until: row.until_on,
  charges: row.charges as Record<string, number>,
  reason: row.reason,
  birth: row.birth,
  address: row.address,
  phone: row.phone,
  paperId: row.paper_id,
  ruleId: row.rule_id,
  quotaId: row.quota_id,
  superiorPost: row.superior_post,
  officialPost: row.official_post,
  submittedAt: row.submitted_at,
  decidedAt: row.decided_at,
  letterNumber: row.letter_number,
  createdAt: row.created_at,
  version: row.version,
})

/** One request, or nothing; with `lock` nobody else changes it until the transaction ends. */
export async function requestById(db: Db | Tx, id: string, lock = false): Promise<Request | null> {
  if (!isId(id)) return null
  const query = selected(db).where('r.id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? requestOf(row) : null
}

/** All requests of these people, the latest days first. */
export async function requestsOf(db: Db | Tx, employeeIds: readonly string[]): Promise<Request[]> {
  const rows = await selected(db).where(sql<SqlBool>`r.employee_id = any(${[...employeeIds]}::uuid[])`).orderBy('r.from_on', 'desc').orderBy('r.id', 'desc').execute()
  return rows.map(requestOf)
}

/** Whose request may be seen in the office: within the reach of its officers, or at the desk of positions held. */
export interface Desks {
  posts: readonly string[]
  officer: Reach | null
}

const seenFrom = ({ posts, officer }: Desks): Expression<SqlBool> =>
  sql<SqlBool>`(r.superior_post = any(${[...posts]}::uuid[]) or r.official_post = any(${[...posts]}::uuid[]) or ${within(officer, { unit: sql.ref('r.unit_id') })})`

/** One request that may be seen from these desks; drafts are nobody's but the person's. */
export async function requestSeen(db: Db | Tx, desks: Desks, id: string, lock = false): Promise<Request | null> {
  if (!isId(id)) return null
  const query = selected(db).where('r.id', '=', id).where('r.state', '<>', 'draft').where(seenFrom(desks))
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? requestOf(row) : null
}

const waitsAt = ({ posts, officer }: Desks): Expression<SqlBool> =>
  sql<SqlBool>`((r.state = 'submitted' and r.superior_post = any(${[...posts]}::uuid[])) or (r.state = 'recommended' and r.official_post = any(${[...posts]}::uuid[]))
    or (r.state = 'submitted' and r.superior_post is null and ${within(officer, { unit: sql.ref('r.unit_id') })}))`

/** What waits for a decision at these desks, the soonest days first; one's own never does. */
export async function waitingAt(db: Db, desks: Desks, self: string | null): Promise<Request[]> {
  const rows = await selected(db).where(waitsAt(desks)).where(sql<SqlBool>`r.employee_id is distinct from ${self}::uuid`).orderBy('r.from_on').orderBy('r.id').limit(200).execute()
  return rows.map(requestOf)
}

/** Requests within what may be seen, newest first; `before` is the id of the last one seen. */
export async function listRequests(db: Db, desks: Desks, filter: { states?: readonly State[]; units?: readonly string[]; before?: string }, limit: number): Promise<Request[]> {
  let query = selected(db).where('r.state', '<>', 'draft').where(seenFrom(desks)).orderBy('r.id', 'desc').limit(limit)
  if (filter.states) query = query.where('r.state', 'in', [...filter.states])
  if (filter.units) query = query.where(sql<SqlBool>`r.unit_id = any(${[...filter.units]}::uuid[])`)
  if (filter.before) query = query.where('r.id', '<', filter.before)
  return (await query.execute()).map(requestOf)
}

const written = ({ kind, ground, from, until, reason, birth, address, phone, paperId }: Content) => ({ kind, ground, from_on: from, until_on: until, reason, birth, address, phone, paper_id: paperId })

/** Keeps a new request as a draft; answers its id. */
export const insertDraft = async (tx: Tx, whose: Pick<Request, 'employeeId' | 'unitId'>, content: Content): Promise<string> =>
  (await tables(tx).insertInto('leave.request').values({ employee_id: whose.employeeId, unit_id: whose.unitId, ...written(content) }).returning('id').executeTakeFirstOrThrow()).id

export const updateDraft = (tx: Tx, id: string, content: Content) =>
  tables(tx).updateTable('leave.request').set({ ...written(content), version: sql`version + 1` }).where('id', '=', id).execute()

export const deleteDraft = (tx: Tx, id: string) => tables(tx).deleteFrom('leave.request').where('id', '=', id).where('state', '=', 'draft').execute()

/** Lets one person's leave be judged by one at a time: two requests at once would both find the same days left. */
export const lockPerson = (tx: Tx, employeeId: string) => sql`select pg_advisory_xact_lock(hashtext('leave ' || ${employeeId}))`.execute(tx)

/** What changes with a step. */
type Changes = Partial<Pick<Request, 'state' | 'from' | 'until' | 'charges' | 'unitId' | 'ruleId' | 'quotaId' | 'superiorPost' | 'officialPost' | 'submittedAt' | 'decidedAt'>>

/** Moves a request on. */
export async function updateRequest(tx: Tx, id: string, { state, from, until, charges, unitId, ruleId, quotaId, superiorPost, officialPost, submittedAt, decidedAt }: Changes): Promise<void> {
  await tables(tx)
    .updateTable('leave.request')
    .set({
      state, from_on: from, until_on: until, charges: charges && JSON.stringify(charges), unit_id: unitId, rule_id: ruleId, quota_id: quotaId,
      superior_post: superiorPost, official_post: officialPost, submitted_at: submittedAt, decided_at: decidedAt, version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** Who took a step: in what capacity, under which name. */
export interface Actor {
  by: string | null
  capacity: string | null
  name: string | null
  nip: string | null
}

/** One line of a request's history; the days are those from then on. */
export interface Step extends Actor, Span {
  event: Event
  at: Date
  verdict: Verdict | null
  remarks: string | null
}

export const insertStep = (tx: Tx, requestId: string, { event, at, by, capacity, name, nip, verdict, from, until, remarks }: Step) =>
  tables(tx).insertInto('leave.step').values({ request_id: requestId, event, at, by, capacity, name, nip, verdict, from_on: from, until_on: until, remarks }).execute()

/** A request's history, oldest first. */
export async function stepsOf(db: Db | Tx, requestId: string): Promise<Step[]> {
  const rows = await tables(db).selectFrom('leave.step').selectAll().where('request_id', '=', requestId).orderBy('id').execute()
  return rows.map(row => ({ event: row.event as Event, at: row.at, by: row.by, capacity: row.capacity, name: row.name, nip: row.nip, verdict: row.verdict as Verdict | null, from: row.from_on, until: row.until_on, remarks: row.remarks }))
}

/** Ids of requests that are to begin or that are over on a day. */
export async function dueRequests(db: Db, today: string): Promise<string[]> {
  const rows = await tables(db).selectFrom('leave.request as r').select('r.id')
    .where(sql<SqlBool>`((r.state = 'approved' and r.from_on <= ${today}::date) or (r.state = 'running' and r.until_on < ${today}::date))`).orderBy('r.id').limit(1000).execute()
  return rows.map(row => row.id)
}

const granted = sql<SqlBool>`r.state in ('approved', 'running', 'ended')`

/** Granted leave that overlaps the days: of these people. */
export async function absencesOf(db: Db | Tx, employeeIds: readonly string[], { from, until }: Span): Promise<Absence[]> {
  const { rows } = await sql<Absence>`select r.id as "requestId", r.employee_id as "employeeId", r.from_on as "from", r.until_on as until, r.kind from leave.request r
    where r.employee_id = any(${[...employeeIds]}::uuid[]) and r.from_on <= ${until}::date and r.until_on >= ${from}::date and ${granted} order by r.from_on, r.id`.execute(db)
  return rows
}

/** Who of these units is away on the days: never why. */
export async function awayIn(db: Db | Tx, unitIds: readonly string[], { from, until }: Span): Promise<(Span & { employeeId: string })[]> {
  const { rows } = await sql<Span & { employeeId: string }>`select r.employee_id as "employeeId", r.from_on as "from", r.until_on as until from leave.request r
    where r.unit_id = any(${[...unitIds]}::uuid[]) and r.from_on <= ${until}::date and r.until_on >= ${from}::date and ${granted} order by r.from_on, r.id`.execute(db)
  return rows
}

/** When leave was first asked for. */
export async function firstAsked(db: Db | Tx): Promise<Date | null> {
  // Ids are in the order of time.
  const row = await tables(db).selectFrom('leave.request').select('created_at').where('state', '<>', 'draft').orderBy('id').limit(1).executeTakeFirst()
  return row?.created_at ?? null
}
