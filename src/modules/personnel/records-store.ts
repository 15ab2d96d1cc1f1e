import { sql, type SqlBool } from 'kysely'
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

const selected = (db: Db | Tx) => tables(db).selectFrom('personnel.record as r').selectAll('r')

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const recordOf = (row: Row): StoredRecord => ({
  id: row.id,
  employeeId: row.employee_id,
  kind: row.kind as RecordKind,
  decreeNumber: row.decree_number,
  decreeOn: row.decree_on,
  official: row.official,
  since: row.since,
  until: row.until,
  content: (row.content ?? {}) as Record<string, unknown>,
  fileId: row.file_id,
  state: row.state as RecordState,
  replaces: row.replaces,
  proposedBy: row.proposed_by,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  remarks: row.remarks,
  createdAt: row.created_at,
  version: row.version,
})

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

/** Verified entries of one person, newest first within each kind; the sensitive kinds only when asked for. */
export async function historyOf(db: Db | Tx, employeeId: string, sensitive: boolean): Promise<StoredRecord[]> {
  let query = selected(db).where('r.employee_id', '=', employeeId).where('r.state', '=', 'verified')
  if (!sensitive) query = query.where('r.kind', 'not in', [...sensitiveKinds])
  const rows = await query.orderBy('r.kind').orderBy(sql`coalesce(r.since, r.decree_on)`, order => order.desc().nullsLast()).orderBy('r.id', 'desc').limit(1000).execute()
  return rows.map(recordOf)
}

/** What somebody proposed, newest first: what waits, and what was decided. */
export async function proposalsOf(db: Db, employeeId: string): Promise<StoredRecord[]> {
  const rows = await selected(db).where('r.employee_id', '=', employeeId).where('r.proposed_by', 'is not', null).orderBy('r.id', 'desc').limit(60).execute()
  return rows.map(recordOf)
}

/** A proposal that waits, with whose it is. */
export async function proposalById(db: Db | Tx, who: Who, id: string): Promise<Proposal | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const row = await selected(db).innerJoin('personnel.employee as e', 'e.id', 'r.employee_id').select(['e.name', 'e.nip', 'e.unit_id']).where('r.id', '=', id).where(decidedBy(who)).executeTakeFirst()
  return row ? { ...recordOf(row), name: row.name, nip: row.nip, unitId: row.unit_id } : null
}

/** One entry of a person, whatever its state. */
export async function recordById(db: Db | Tx, employeeId: string, id: string, lock = false): Promise<StoredRecord | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const query = selected(db).where('r.id', '=', id).where('r.employee_id', '=', employeeId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? recordOf(row) : null
}

/** Who holds a file in a history, or as a photo. */
export async function entryWithFile(db: Db, employeeId: string, fileId: string): Promise<StoredRecord | null> {
  if (!/^[0-9a-f-]{36}$/.test(fileId)) return null
  const row = await selected(db).where('r.employee_id', '=', employeeId).where('r.file_id', '=', fileId).executeTakeFirst()
  return row ? recordOf(row) : null
}

/** A proposal in the queue, with whom it is about. */
export interface Proposal extends StoredRecord {
  name: string
  nip: string | null
  unitId: string
}

/** Proposals this person decides: within the reach of managing, sensitive ones also within that of seeing them, and never their own. */
const decidedBy = (who: Who) => sql<SqlBool>`(r.state = 'proposed' and ${reached(who.reach('personnel.manage'))} and e.account_id is distinct from ${who.account?.id ?? null}::uuid
  and (r.kind <> all(${[...sensitiveKinds]}::text[]) or ${reached(who.reach('personnel.read-sensitive'))}))`

/** What waits for this person, the oldest first; `after` is the id of the last one seen. */
export async function waitingProposals(db: Db, who: Who, { after, limit }: { after?: string; limit: number }): Promise<Proposal[]> {
  let query = selected(db).innerJoin('personnel.employee as e', 'e.id', 'r.employee_id').select(['e.name', 'e.nip', 'e.unit_id']).where(decidedBy(who))
  if (after) query = query.where('r.id', '>', after)
  const rows = await query.orderBy('r.id').limit(limit).execute()
  return rows.map(row => ({ ...recordOf(row), name: row.name, nip: row.nip, unitId: row.unit_id }))
}

/** How many proposals wait for this person. */
export async function countProposals(db: Db, who: Who): Promise<number> {
  const row = await tables(db)
    .selectFrom('personnel.record as r')
    .innerJoin('personnel.employee as e', 'e.id', 'r.employee_id')
    .select(eb => eb.fn.countAll<bigint>().as('n'))
    .where(decidedBy(who))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

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
