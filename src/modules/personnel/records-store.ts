import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { recordVerified, type Entry, type RecordKind } from './contract.ts'
import type { RecordState } from './employee.ts'
import { sensitiveKinds } from './records/kinds.ts'
import { reached, refreshCurrent, tables } from './store.ts'

/** An entry as it is stored. */
export interface StoredRecord extends Entry {
  id: string
  employeeId: string
  state: RecordState
  /** The record a proposed correction would replace. */
  replaces: string | null
  proposedBy: string | null
  decidedBy: string | null
  decidedAt: Date | null
  remarks: string | null
  createdAt: Date
  version: number
}

const columns = sql`r.id, r.employee_id as "employeeId", r.kind, r.decree_number as "decreeNumber", r.decree_on as "decreeOn", r.official, r.since, r.until, r.content, r.file_id as "fileId", r.state, r.replaces,
  r.proposed_by as "proposedBy", r.decided_by as "decidedBy", r.decided_at as "decidedAt", r.remarks, r.created_at as "createdAt", r.version`

const recordsWhere = async (db: Db | Tx, condition: RawBuilder<SqlBool>, order = sql``): Promise<StoredRecord[]> =>
  (await sql<StoredRecord>`select ${columns} from personnel.record r where ${condition} ${order}`.execute(db)).rows

const columnsOf = (entry: Entry) => ({
  kind: entry.kind,
  decree_number: entry.decreeNumber,
  decree_on: entry.decreeOn,
  official: entry.official,
  since: entry.since,
  until: entry.until,
  content: JSON.stringify(entry.content),
  file_id: entry.fileId,
})

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

/** Verified entries of one person, newest first within each kind; the sensitive kinds only when asked for. */
export const historyOf = (db: Db | Tx, employeeId: string, sensitive: boolean): Promise<StoredRecord[]> =>
  recordsWhere(db, sql<SqlBool>`r.employee_id = ${employeeId} and r.state = 'verified' and (${sensitive} or r.kind <> all(${[...sensitiveKinds]}::text[]))`, sql`order by r.kind, coalesce(r.since, r.decree_on) desc nulls last, r.id desc limit 1000`)

/** Verified entries of these kinds of many people, the one that counts latest first. */
export const entriesOf = (db: Db | Tx, employeeIds: readonly string[], kinds: readonly RecordKind[]): Promise<StoredRecord[]> =>
  recordsWhere(db, sql<SqlBool>`r.employee_id = any(${[...employeeIds]}::uuid[]) and r.kind = any(${[...kinds]}::text[]) and r.state = 'verified'`, sql`order by coalesce(r.since, r.decree_on) desc nulls last, r.id desc`)

/** What somebody proposed, newest first: what waits, and what was decided. */
export const proposalsOf = (db: Db | Tx, employeeId: string): Promise<StoredRecord[]> =>
  recordsWhere(db, sql<SqlBool>`r.employee_id = ${employeeId} and r.proposed_by is not null`, sql`order by r.id desc limit 60`)

/** One entry of a person, whatever its state. */
export const recordById = async (db: Db | Tx, employeeId: string, id: string, lock = false): Promise<StoredRecord | null> =>
  (isId(id) && (await recordsWhere(db, sql<SqlBool>`r.id = ${id} and r.employee_id = ${employeeId}`, lock ? sql`for update` : sql``))[0]) || null

/** The entry a file proves. */
export const entryWithFile = async (db: Db, employeeId: string, fileId: string): Promise<StoredRecord | null> =>
  (isId(fileId) && (await recordsWhere(db, sql<SqlBool>`r.employee_id = ${employeeId} and r.file_id = ${fileId}`))[0]) || null

/** A proposal in the queue, with whom it is about. */
export interface Proposal extends StoredRecord {
  name: string
  nip: string | null
  unitId: string
}

/** Proposals this person decides: within the reach of managing, sensitive ones also within that of seeing them, and never their own. */
const decidedBy = (who: Who) => sql<SqlBool>`(r.state = 'proposed' and ${reached(who.reach('personnel.manage'))} and e.account_id is distinct from ${who.account?.id ?? null}::uuid
  and (r.kind <> all(${[...sensitiveKinds]}::text[]) or ${reached(who.reach('personnel.read-sensitive'))}))`

const proposalsWhere = async (db: Db | Tx, condition: RawBuilder<SqlBool>, limit: number): Promise<Proposal[]> =>
  (await sql<Proposal>`select ${columns}, e.name, e.nip, e.unit_id as "unitId" from personnel.record r join personnel.employee e on e.id = r.employee_id where ${condition} order by r.id limit ${limit}`.execute(db)).rows

/** A proposal that waits, with whose it is. */
export const proposalById = async (db: Db | Tx, who: Who, id: string): Promise<Proposal | null> => (isId(id) && (await proposalsWhere(db, sql<SqlBool>`r.id = ${id} and ${decidedBy(who)}`, 1))[0]) || null

/** What waits for this person, the oldest first; `after` is the id of the last one seen. */
export const waitingProposals = (db: Db, who: Who, { after, limit }: { after?: string; limit: number }): Promise<Proposal[]> =>
  proposalsWhere(db, sql<SqlBool>`${decidedBy(who)} and ${after ? sql<SqlBool>`r.id > ${after}` : sql<SqlBool>`true`}`, limit)

/** How many proposals wait for this person. */
export const countProposals = async (db: Db, who: Who): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from personnel.record r join personnel.employee e on e.id = r.employee_id where ${decidedBy(who)}`.execute(db)).rows[0]!.n

/** Adds a verified entry and writes what follows from it into the file. */
export async function insertRecord(tx: Tx, employeeId: string, entry: Entry, today: string): Promise<string> {
  const { id } = await tables(tx).insertInto('personnel.record').values({ ...columnsOf(entry), employee_id: employeeId }).returning('id').executeTakeFirstOrThrow()
  await verified(tx, employeeId, id, entry.kind, today)
  return id
}

/** Changes a verified entry. */
export async function updateRecord(tx: Tx, { id, employeeId }: Pick<StoredRecord, 'id' | 'employeeId'>, entry: Entry, today: string): Promise<void> {
  await tables(tx).updateTable('personnel.record').set({ ...columnsOf(entry), version: sql`version + 1` }).where('id', '=', id).execute()
  await verified(tx, employeeId, id, entry.kind, today)
}

/** Takes a verified entry out; what it said about the person goes with it. */
export async function removeRecord(tx: Tx, { id, employeeId }: Pick<StoredRecord, 'id' | 'employeeId'>, today: string): Promise<void> {
  await tables(tx).deleteFrom('personnel.record').where('id', '=', id).execute()
  await refreshCurrent(tx, today, [employeeId])
}

async function verified(tx: Tx, employeeId: string, recordId: string, kind: RecordKind, today: string): Promise<void> {
  await refreshCurrent(tx, today, [employeeId])
  await tell(tx, recordVerified, { employeeId, recordId, kind })
}

/** Keeps what somebody proposes about themselves. */
export async function insertProposal(tx: Tx, employeeId: string, entry: Entry, { by, replaces }: { by: string; replaces: string | null }): Promise<string> {
  const row = await tables(tx).insertInto('personnel.record').values({ ...columnsOf(entry), employee_id: employeeId, state: 'proposed', proposed_by: by, replaces }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Accepts a proposal; a correction takes the place of what it corrects. */
export async function acceptProposal(tx: Tx, { id, employeeId, kind, replaces }: StoredRecord, { by, remarks, today }: { by: string; remarks: string | null; today: string }): Promise<void> {
  await tables(tx).updateTable('personnel.record').set({ state: 'verified', replaces: null, decided_by: by, decided_at: sql`now()`, remarks, version: sql`version + 1` }).where('id', '=', id).execute()
  if (replaces) await tables(tx).deleteFrom('personnel.record').where('id', '=', replaces).where('employee_id', '=', employeeId).execute()
  await verified(tx, employeeId, id, kind, today)
}

/** Refuses a proposal, with the reason. */
export async function refuseProposal(tx: Tx, id: string, { by, remarks }: { by: string; remarks: string }): Promise<void> {
  await tables(tx).updateTable('personnel.record').set({ state: 'refused', decided_by: by, decided_at: sql`now()`, remarks, version: sql`version + 1` }).where('id', '=', id).execute()
}
