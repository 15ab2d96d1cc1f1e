import { sql } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { ApprovalState } from './approval.ts'
import type { Dimension, Measure } from './contract.ts'
import type { Block, Bounds } from './lattice.ts'

/** What a holder lets others ask of a dataset. Days as `2026-11-21`. */
export interface Approval extends Bounds {
  id: string
  datasetId: string
  holderUnitId: string
  title: string
  dimensions: readonly Dimension[]
  measures: readonly Measure[]
  subject: string | null
  /** Those who were granted it, or every officer who may ask. */
  audience: 'granted' | 'officers'
  state: ApprovalState
  until: string
  approvedOn: string | null
  withdrawnReason: string | null
}

const columns = sql`id, dataset_id as "datasetId", holder_unit_id as "holderUnitId", title, dimensions, measures, subject, audience, fewest, share::float8 as share, state, until_on as until, approved_on as "approvedOn", withdrawn_reason as "withdrawnReason"`

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

export async function insertApproval(tx: Tx, a: Omit<Approval, 'id' | 'state' | 'approvedOn' | 'withdrawnReason'>, by: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into approved_queries.approval (dataset_id, holder_unit_id, title, dimensions, measures, subject, audience, fewest, share, until_on, created_by)
    values (${a.datasetId}, ${a.holderUnitId}, ${a.title}, ${JSON.stringify(a.dimensions)}::jsonb, ${JSON.stringify(a.measures)}::jsonb, ${a.subject}, ${a.audience}, ${a.fewest}, ${a.share}, ${a.until}::date, ${by}) returning id`.execute(tx)
  return rows[0]!.id
}

export async function approvalById(db: Db | Tx, id: string, lock = false): Promise<Approval | null> {
  if (!isId(id)) return null
  return (await sql<Approval>`select ${columns} from approved_queries.approval where id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)).rows[0] ?? null
}

/** Approved ones, and those still looked at within a manager's reach; the newest first. */
export const approvals = async (db: Db, reach: Reach | null, datasetId?: string): Promise<Approval[]> =>
  (await sql<Approval>`select ${columns} from approved_queries.approval where (state = 'approved' or ${within(reach, { unit: sql.ref('holder_unit_id') })}) ${datasetId ? sql`and dataset_id = ${datasetId}` : sql``} order by id desc limit 200`.execute(db)).rows

export const approve = (tx: Tx, id: string, by: string, on: string) => sql`update approved_queries.approval set state = 'approved', approved_by = ${by}, approved_on = ${on}::date where id = ${id}`.execute(tx)
export const withdraw = (tx: Tx, id: string, reason: string) => sql`update approved_queries.approval set state = 'withdrawn', withdrawn_reason = ${reason} where id = ${id}`.execute(tx)

/** A period as it was cut. */
export interface Basis {
  id: string
  approvalId: string
  period: string
  digest: string
  blocks: readonly Block[]
}

const basisColumns = sql`id, approval_id as "approvalId", period, digest, blocks`

export const basisOf = async (db: Db | Tx, datasetId: string, period: string): Promise<Basis | null> =>
  (await sql<Basis>`select ${basisColumns} from approved_queries.basis where dataset_id = ${datasetId} and period = ${period}`.execute(db)).rows[0] ?? null

/** Periods of a dataset that were cut already, by what. */
export const cutPeriods = async (db: Db, datasetId: string): Promise<Map<string, string>> =>
  new Map((await sql<{ period: string; approval: string }>`select period, approval_id as approval from approved_queries.basis where dataset_id = ${datasetId}`.execute(db)).rows.map(row => [row.period, row.approval]))

/** Keeps how a period was cut; who comes second gets what the first kept. */
export async function keepBasis(tx: Tx, basis: Omit<Basis, 'id'> & { datasetId: string }): Promise<Basis> {
  await sql`insert into approved_queries.basis (approval_id, dataset_id, period, digest, blocks) values (${basis.approvalId}, ${basis.datasetId}, ${basis.period}, ${basis.digest}, ${JSON.stringify(basis.blocks)}::jsonb) on conflict (dataset_id, period) do nothing`.execute(tx)
  return (await basisOf(tx, basis.datasetId, basis.period))!
}

export interface Answer {
  id: string
  code: string
  approvalId: string
  hash: string
  signed: string
  signature: string
  rows: number
  purpose: string
  accountId: string
  at: Date
}

const answerColumns = sql`id, code, approval_id as "approvalId", hash, signed, signature, rows, purpose, account_id as "accountId", at`

export async function insertAnswer(tx: Tx, a: Omit<Answer, 'id' | 'at'> & { basisId: string; accessId: string | null; at: Date }): Promise<void> {
  await sql`insert into approved_queries.answer (code, basis_id, approval_id, hash, signed, signature, rows, purpose, account_id, access_id, at)
    values (${a.code}, ${a.basisId}, ${a.approvalId}, ${a.hash}, ${a.signed}, ${a.signature}, ${a.rows}, ${a.purpose}, ${a.accountId}, ${a.accessId}, ${a.at})`.execute(tx)
}

export const answerByCode = async (db: Db | Tx, code: string): Promise<Answer | null> => (await sql<Answer>`select ${answerColumns} from approved_queries.answer where code = ${code}`.execute(db)).rows[0] ?? null

/** What was answered under an approval, the newest first. */
export const answersOf = async (db: Db, approvalId: string, limit: number): Promise<Answer[]> =>
  (await sql<Answer>`select ${answerColumns} from approved_queries.answer where approval_id = ${approvalId} order by id desc limit ${limit}`.execute(db)).rows
