import { sql } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Call, Callee, CalleeAnswer, Via } from './call.ts'

const callColumns = sql`c.id, c.unit_id as "unitId", c.kind, c.subject, c.account_id as "accountId", c.caller, c.started_at as "startedAt", c.ends_at as "endsAt"`
const calleeColumns = sql`e.employee_id as "employeeId", e.account_id as "accountId", e.unit_id as "unitId", e.name, e.answer, e.answered_at as "answeredAt", e.received_at as "receivedAt", e.via, e.remarks, e.texted_at as "textedAt"`

export type NewCallee = Pick<Callee, 'employeeId' | 'accountId' | 'unitId' | 'name'>

/** Writes a call with everyone it is for; answers its id. */
export async function insertCall(tx: Tx, call: Omit<Call, 'id' | 'startedAt' | 'endsAt'> & { minutes: number }, callees: readonly NewCallee[]): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into roll_calls.call (unit_id, kind, subject, account_id, caller, ends_at)
    values (${call.unitId}, ${call.kind}, ${call.subject}, ${call.accountId}, ${call.caller}, now() + make_interval(mins => ${call.minutes})) returning id`.execute(tx)
  const id = rows[0]!.id
  await sql`insert into roll_calls.callee (call_id, employee_id, account_id, unit_id, name)
    select ${id}, "employeeId", "accountId", "unitId", name from jsonb_to_recordset(${JSON.stringify(callees)}::jsonb) as g ("employeeId" uuid, "accountId" uuid, "unitId" uuid, name text)`.execute(tx)
  return id
}

export const callById = async (db: Db | Tx, id: string): Promise<Call | undefined> => (await sql<Call>`select ${callColumns} from roll_calls.call c where c.id = ${id}`.execute(db)).rows[0]

/** Whom a call is for, by name. */
export const calleesOf = async (db: Db | Tx, callId: string): Promise<Callee[]> => (await sql<Callee>`select ${calleeColumns} from roll_calls.callee e where e.call_id = ${callId} order by e.name, e.employee_id`.execute(db)).rows

/** A call as a list shows it. */
export interface CallLine extends Call {
  called: number
  answered: number
}

/** The latest calls of units within the reach. */
export const latestCalls = async (db: Db, reach: Reach | null, limit: number): Promise<CallLine[]> =>
  (await sql<CallLine>`select ${callColumns}, n.called, n.answered from roll_calls.call c
    cross join lateral (select count(*)::int as called, count(e.answer)::int as answered from roll_calls.callee e where e.call_id = c.id) n
    where ${within(reach, { unit: sql.ref('c.unit_id') })} order by c.started_at desc, c.id desc limit ${limit}`.execute(db)).rows

/** A call to somebody, with what they answered. */
export interface Mine extends Call {
  answer: CalleeAnswer | null
  answeredAt: Date | null
}

/** Calls to an account that are open, or were within the last hours, newest first. */
export const callsTo = async (db: Db, accountId: string, since: Date): Promise<Mine[]> =>
  (await sql<Mine>`select ${callColumns}, e.answer, e.answered_at as "answeredAt" from roll_calls.callee e join roll_calls.call c on c.id = e.call_id
    where e.account_id = ${accountId} and c.ends_at > ${since} order by c.started_at desc limit 20`.execute(db)).rows

/** Writes an answer, the first one only; answers whether it is new, or null when the person was not called. */
export async function writeAnswer(tx: Tx, callId: string, who: { accountId: string } | { employeeId: string }, answer: { answer: CalleeAnswer; answeredAt: Date; receivedAt: Date; via: Via; vouchedBy: string | null; remarks: string | null }): Promise<boolean | null> {
  const mine = 'accountId' in who ? sql`account_id = ${who.accountId}` : sql`employee_id = ${who.employeeId}`
  const { rows } = await sql<{ new: boolean }>`
    with one as (select employee_id, answer from roll_calls.callee where call_id = ${callId} and ${mine} for update),
    done as (update roll_calls.callee c set answer = ${answer.answer}, answered_at = ${answer.answeredAt}, received_at = ${answer.receivedAt}, via = ${answer.via}, vouched_by = ${answer.vouchedBy}::uuid, remarks = ${answer.remarks}
      from one where c.call_id = ${callId} and c.employee_id = one.employee_id and one.answer is null returning 1)
    select exists (select from done) as new from one`.execute(tx)
  return rows[0]?.new ?? null
}

/** Ends a call that runs. */
export async function endCall(tx: Tx, id: string): Promise<void> {
  await sql`update roll_calls.call set ends_at = now() where id = ${id} and ends_at > now()`.execute(tx)
}

/** Answers within the limit and all that could be given, of calls begun since. */
export async function answeredInTime(db: Db, since: Date): Promise<{ inTime: number; called: number }> {
  const { rows } = await sql<{ inTime: number; called: number }>`select count(*) filter (where e.answered_at <= c.ends_at)::int as "inTime", count(*)::int as called
    from roll_calls.call c join roll_calls.callee e on e.call_id = c.id where c.started_at > ${since} and e.account_id is not null`.execute(db)
  return rows[0]!
}
