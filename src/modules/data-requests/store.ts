import { sql, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Degree, Level, RequestState } from './contract.ts'
import type { RequestEvent } from './request.ts'

export type Form = 'online' | 'csv' | 'xlsx' | 'paper'

/** Somebody asks an agency for data. Days as `2026-11-21`. */
export interface Request {
  id: string
  code: string
  asker: 'unit' | 'citizen'
  unitId: string | null
  accountId: string | null
  holderUnitId: string
  datasetId: string | null
  subject: string
  /** What the public board calls it; null as long as nobody has read a citizen's own words. */
  publicTitle: string | null
  fields: string
  period: string
  purpose: string
  legalBasis: string | null
  keepUntil: string | null
  degree: Degree
  form: Form
  state: RequestState
  level: Level
  askedOn: string
  answerBy: string | null
  dueOn: string | null
  extended: boolean
  answeredOn: string | null
  /** Working days from asking to answering. */
  took: number | null
  ground: string | null
  explanation: string | null
  answeredBy: string | null
  letterId: string | null
  version: number
}

const columns = sql`r.id, r.code, r.asker, r.unit_id as "unitId", r.account_id as "accountId", r.holder_unit_id as "holderUnitId", r.dataset_id as "datasetId", r.subject, r.public_title as "publicTitle", r.fields, r.period, r.purpose,
  r.legal_basis as "legalBasis", r.keep_until as "keepUntil", r.degree, r.form, r.state, r.level, r.asked_on as "askedOn", r.answer_by as "answerBy", r.due_on as "dueOn", r.extended, r.answered_on as "answeredOn", r.took, r.ground,
  r.explanation, r.answered_by as "answeredBy", r.letter_id as "letterId", r.version`

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

export type NewRequest = Pick<Request, 'asker' | 'unitId' | 'accountId' | 'holderUnitId' | 'datasetId' | 'subject' | 'publicTitle' | 'fields' | 'period' | 'purpose' | 'legalBasis' | 'keepUntil' | 'degree' | 'form' | 'state' | 'askedOn' | 'answerBy'>

/** Writes a request down under the next code of its year. */
export async function insertRequest(tx: Tx, r: NewRequest): Promise<Request> {
  const year = r.askedOn.slice(0, 4)
  // Codes have no holes and no doubles: whoever asks at the same moment waits here.
  await sql`select pg_advisory_xact_lock(hashtextextended('data_requests.code ' || platform.current_government()::text, 0))`.execute(tx)
  const { rows } = await sql<Request>`
    insert into data_requests.request as r (code, asker, unit_id, account_id, holder_unit_id, dataset_id, subject, public_title, fields, period, purpose, legal_basis, keep_until, degree, form, state, asked_on, answer_by, due_on)
    select 'PD-' || ${year}::text || '-' || lpad((coalesce(max(split_part(code, '-', 3)::int), 0) + 1)::text, 4, '0'), ${r.asker}, ${r.unitId}::uuid, ${r.accountId}::uuid, ${r.holderUnitId}::uuid, ${r.datasetId}::uuid, ${r.subject}, ${r.publicTitle},
      ${r.fields}, ${r.period}, ${r.purpose}, ${r.legalBasis}, ${r.keepUntil}::date, ${r.degree}, ${r.form}, ${r.state}, ${r.askedOn}::date, ${r.answerBy}::date, ${r.answerBy}::date
    from data_requests.request where code like ${`PD-${year}-%`}
    returning ${columns}`.execute(tx)
  return rows[0]!
}

/** One of them; with `lock` nobody else changes it until the transaction ends. */
export async function requestById(db: Db | Tx, id: string, lock = false): Promise<Request | null> {
  if (!isId(id)) return null
  return (await sql<Request>`select ${columns} from data_requests.request r where r.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)).rows[0] ?? null
}

/** Of the public board: not before the mailbox was confirmed. */
export async function requestByCode(db: Db, code: string): Promise<Request | null> {
  return (await sql<Request>`select ${columns} from data_requests.request r where r.code = ${code} and r.state not in ('unconfirmed', 'lapsed')`.execute(db)).rows[0] ?? null
}

/** What a step changes; every change makes a stale form known. */
export type Change = Partial<Pick<Request, 'state' | 'level' | 'holderUnitId' | 'askedOn' | 'answerBy' | 'dueOn' | 'extended' | 'answeredOn' | 'took' | 'ground' | 'explanation' | 'answeredBy' | 'letterId' | 'datasetId' | 'publicTitle' | 'subject' | 'purpose'>>

const named: Record<keyof Change, string> = {
  state: 'state', level: 'level', holderUnitId: 'holder_unit_id', askedOn: 'asked_on', answerBy: 'answer_by', dueOn: 'due_on', extended: 'extended', answeredOn: 'answered_on', took: 'took', ground: 'ground', explanation: 'explanation',
  answeredBy: 'answered_by', letterId: 'letter_id', datasetId: 'dataset_id', publicTitle: 'public_title', subject: 'subject', purpose: 'purpose',
}

export async function updateRequest(tx: Tx, id: string, change: Change): Promise<Request> {
  const set = (Object.keys(named) as (keyof Change)[]).filter(key => change[key] !== undefined).map(key => sql`${sql.ref(named[key])} = ${change[key]}`)
  const { rows } = await sql<Request>`update data_requests.request r set ${sql.join([...set, sql`version = version + 1`])} where id = ${id} returning ${columns}`.execute(tx)
  return rows[0]!
}

/** A line of the history. */
export interface Step {
  event: RequestEvent | 'ask' | 'agree' | 'revoke' | 'erase'
  level: Level
  /** The day it counts for. */
  on: string
  dueOn: string | null
  remark: string | null
  by: string | null
  at: Date
}

export async function insertStep(tx: Tx, requestId: string, step: Omit<Step, 'at'>): Promise<void> {
  await sql`insert into data_requests.step (request_id, event, level, on_day, due_on, remark, by) values (${requestId}, ${step.event}, ${step.level}, ${step.on}::date, ${step.dueOn}::date, ${step.remark}, ${step.by})`.execute(tx)
}

/** Newest first. */
export const stepsOf = async (db: Db | Tx, requestId: string): Promise<Step[]> =>
  (await sql<Step>`select event, level, on_day as "on", due_on as "dueOn", remark, by, at from data_requests.step where request_id = ${requestId} order by id desc limit 200`.execute(db)).rows

/** What silence has to be looked for in. */
export const overdue = async (tx: Tx, today: string): Promise<Request[]> =>
  (await sql<Request>`select ${columns} from data_requests.request r where r.state in ('waiting', 'contested') and r.level < 3 and r.due_on < ${today}::date order by r.due_on, r.id for update`.execute(tx)).rows

/** What a desk asks for. */
export interface DeskFilter {
  /** Asked of units in reach, or by them. */
  side: 'in' | 'out' | 'all'
  open?: boolean
  /** Only what is before somebody because of silence, at this level or above. */
  level?: Level
  limit: number
}

/** Requests in reach: what waits first, by its last day, then the newest. */
export async function deskRequests(db: Db, reach: Reach | null, { side, open, level, limit }: DeskFilter): Promise<Request[]> {
  const [asked, asking] = [within(reach, { unit: sql.ref('r.holder_unit_id') }), within(reach, { unit: sql.ref('r.unit_id') })]
  const sided = side === 'in' ? asked : side === 'out' ? sql<SqlBool>`(r.asker = 'unit' and ${asking})` : sql<SqlBool>`(${asked} or ${asking})`
  const waits = sql<SqlBool>`r.state in ('waiting', 'contested')`
  return (await sql<Request>`
    select ${columns} from data_requests.request r where r.state not in ('unconfirmed', 'lapsed') and ${sided} ${open ? sql`and ${waits}` : sql``} ${level ? sql`and r.level >= ${level}` : sql``}
    order by ${waits} desc, case when ${waits} then r.due_on end, r.asked_on desc, r.id desc limit ${limit}`.execute(db)).rows
}

/** Requests that wait in reach: how many there are, and how many are late. */
export async function countWaiting(db: Db, answer: Reach | null, before: Reach | null, level: Level): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from data_requests.request r where r.state in ('waiting', 'contested')
      and (${within(answer, { unit: sql.ref('r.holder_unit_id') })} or (r.level >= ${Math.max(1, level)} and ${within(before, { unit: sql.ref('r.holder_unit_id') })}))`.execute(db)
  return rows[0]!.n
}
