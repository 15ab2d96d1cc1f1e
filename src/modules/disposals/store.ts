import { sql } from 'kysely'
import { within, type Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { DisposalKind, Due } from '#modules/archives/contract.ts'
import { factsOf, type Entry, type Proposal, type ProposalState, type Verdict } from './proposal.ts'
import type { Tables } from './tables.ts'

const columns = sql`p.id, p.unit_id as "unitId", p.kind, p.year, p.sequence, p.as_of as "asOf", p.state, p.proposed_by as "proposedBy", p.assessed_by as "assessedBy", p.decided_by as "decidedBy",
  p.minutes_number as "minutesNumber", p.minutes_on as "minutesOn", p.minutes_file_id as "minutesFileId", p.created_by as "createdBy", p.version`

/** Proposals of units whose archive the person keeps or decides about; who sees one sees the dossiers on it. */
const reached = (who: Who) => sql`(${within(who.reach('archives.manage'), { unit: sql.ref('p.unit_id') })} or ${within(who.reach('archives.approve'), { unit: sql.ref('p.unit_id') })})`

export async function listProposals(db: Db, who: Who, { kind, after, limit }: { kind?: DisposalKind; after?: string; limit: number }): Promise<(Proposal & { entries: number })[]> {
  const { rows } = await sql<Proposal & { entries: number }>`
    select ${columns}, (select count(*)::int from disposals.entry e where e.proposal_id = p.id) as entries from disposals.proposal p
    where ${reached(who)} ${kind ? sql`and p.kind = ${kind}` : sql``} ${after ? sql`and p.id < ${after}::uuid` : sql``} order by p.id desc limit ${limit}`.execute(db)
  return rows
}

/** A proposal the person may know of; with `lock` nobody else changes it until the transaction ends. */
export async function proposalFor(db: Db | Tx, who: Who, id: string, lock = false): Promise<Proposal | null> {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) return null
  const { rows } = await sql<Proposal>`select ${columns} from disposals.proposal p where p.id = ${id} and ${reached(who)} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** Proposals that wait for the person to approve them; with `final` also those by which something leaves for good. */
export async function countAssessed(db: Db, who: Who, final: boolean): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from disposals.proposal p where p.state = 'assessed' and (${final} or p.kind = 'move') and p.proposed_by <> ${who.account?.id ?? null}::uuid and ${within(who.reach('archives.approve'), { unit: sql.ref('p.unit_id') })}`.execute(db)
  return rows[0]!.n
}

export async function entriesOf(db: Db | Tx, proposalId: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`select dossier_id as "dossierId", facts, item_ids as "itemIds", verdict from disposals.entry where proposal_id = ${proposalId} order by position`.execute(db)
  return rows
}

/** Draws up a proposal of dossiers that are due, under the next number of the unit's year. */
export async function insertProposal(tx: Tx, { unitId, kind, asOf, by }: { unitId: string; kind: DisposalKind; asOf: string; by: string | null }, due: readonly Due[]): Promise<Proposal> {
  const year = Number(asOf.slice(0, 4))
  await sql`select pg_advisory_xact_lock(hashtextextended(${`disposals.proposal:${unitId}:${year}`}, 0))`.execute(tx)
  const { rows } = await sql<Proposal>`
    insert into disposals.proposal as p (unit_id, kind, year, sequence, as_of, created_by)
    select ${unitId}, ${kind}, ${year}, coalesce(max(o.sequence), 0) + 1, ${asOf}::date, ${by}::uuid from disposals.proposal o where o.unit_id = ${unitId} and o.year = ${year} returning ${columns}`.execute(tx)
  const proposal = rows[0]!
  const entries = due.map((dossier, position) => ({ dossier_id: dossier.id, position, item_ids: dossier.itemIds, facts: factsOf(dossier) }))
  await sql`
    insert into disposals.entry (proposal_id, dossier_id, position, facts, item_ids)
    select ${proposal.id}::uuid, dossier_id, position, facts, item_ids from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e (dossier_id uuid, position integer, facts jsonb, item_ids uuid[])`.execute(tx)
  await insertStep(tx, proposal.id, 'Usul disusun', by)
  return proposal
}

const names = { proposedBy: 'proposed_by', assessedBy: 'assessed_by', decidedBy: 'decided_by', minutesNumber: 'minutes_number', minutesOn: 'minutes_on', minutesFileId: 'minutes_file_id', carriedOutBy: 'carried_out_by' } as const

/** Moves a proposal on; whoever did what stands beside it. */
export async function updateProposal(tx: Tx, id: string, state: ProposalState, set: Partial<Record<keyof typeof names, string | null>> = {}): Promise<void> {
  const sets = Object.entries(set).map(([name, value]) => sql`${sql.ref(names[name as keyof typeof names])} = ${value}`)
  await sql`update disposals.proposal set ${sql.join([...sets, sql`state = ${state}`, sql`version = version + 1`])} where id = ${id}`.execute(tx)
}

/** Writes the assessment: all as proposed but those named. */
export async function judgeEntries(tx: Tx, id: string, exceptions: Record<Exclude<Verdict, 'agreed'>, readonly string[]>): Promise<void> {
  await sql`update disposals.entry set verdict = case when dossier_id = any(${[...exceptions.retained]}::uuid[]) then 'retained' when dossier_id = any(${[...exceptions.permanent]}::uuid[]) then 'permanent' else 'agreed' end where proposal_id = ${id}`.execute(tx)
}

export async function insertStep(tx: Tx, proposalId: string, event: string, by: string | null, remarks: string | null = null): Promise<void> {
  await tx.withTables<Tables>().insertInto('disposals.step').values({ proposal_id: proposalId, event, by, remarks }).execute()
}

export const stepsOf = (db: Db, proposalId: string) =>
  db.withTables<Tables>().selectFrom('disposals.step').select(['event', 'at', 'by', 'remarks']).where('proposal_id', '=', proposalId).orderBy('id').execute()
