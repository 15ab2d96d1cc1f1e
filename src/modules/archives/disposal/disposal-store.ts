import { sql, type RawBuilder } from 'kysely'
import { within } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { dossiersOf, type Reader } from '../policy.ts'
import { dossierColumns, nextNumber, type Counted } from '../store.ts'
import type { Disposal, DisposalKind, DisposalState, Entry, Verdict } from './disposal.ts'

const columns = sql`p.id, p.unit_id as "unitId", p.kind, p.year, p.sequence, p.as_of as "asOf", p.state, p.proposed_by as "proposedBy", p.assessed_by as "assessedBy", p.decided_by as "decidedBy",
  p.minutes_number as "minutesNumber", p.minutes_on as "minutesOn", p.minutes_file_id as "minutesFileId", p.created_by as "createdBy", p.version`

/** When a dossier is due for each, on a day; `d` is the dossier. */
const dueFor = (kind: DisposalKind, day: string): RawBuilder<unknown> => {
  if (kind === 'move') return sql`d.state = 'closed' and d.inactive_on <= ${day}::date`
  const over = sql`d.state in ('closed', 'inactive') and d.due_on <= ${day}::date`
  return kind === 'destroy' ? sql`${over} and coalesce(d.decided, d.final) in ('musnah', 'dinilai-kembali')` : sql`${over} and coalesce(d.decided, d.final) = 'permanen'`
}

/** What of a dossier goes into a list of proposals. */
export interface Due extends Counted {
  itemIds: string[]
  maturity: 'asli' | 'kopi' | 'campuran'
  /** Somebody has it: it comes back first. */
  lent: boolean
}

/** Dossiers of a unit due on a day and on no proposal, the oldest first. */
export async function dueOf(db: Db | Tx, unitId: string, kind: DisposalKind, day: string, limit: number, ids?: readonly string[]): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select ${dossierColumns}, i.items, i."from", i."to", i."itemIds", i.maturity, exists (select from archives.loan l where l.dossier_id = d.id and l.state = 'lent') as lent
    from archives.dossier d cross join lateral (
      select count(*)::int as items, extract(year from min(i.dated_on))::int as "from", extract(year from max(i.dated_on))::int as "to", coalesce(array_agg(i.id order by i.sequence), '{}') as "itemIds",
        case when bool_and(i.maturity = 'kopi') then 'kopi' when bool_or(i.maturity = 'kopi') then 'campuran' else 'asli' end as maturity
      from archives.item i where i.dossier_id = d.id and i.removed_at is null) i
    where d.unit_id = ${unitId} and d.disposal_id is null and ${dueFor(kind, day)} ${ids ? sql`and d.id = any(${[...ids]}::uuid[])` : sql``}
    order by d.due_on, d.year, d.sequence limit ${limit} ${ids ? sql`for update of d` : sql``}`.execute(db)
  return rows
}

/** How many dossiers within reach are due for each, by unit. */
export async function dueCounts(db: Db, reader: Reader, day: string): Promise<{ unitId: string; kind: DisposalKind; n: number }[]> {
  const of = (kind: DisposalKind) => sql`select d.unit_id as "unitId", ${kind} as kind, count(*)::int as n from archives.dossier d
    where d.disposal_id is null and ${dueFor(kind, day)} and ${within(reader.who.reach('archives.manage'), { unit: sql.ref('d.unit_id') })} group by d.unit_id`
  const { rows } = await sql<{ unitId: string; kind: DisposalKind; n: number }>`${of('move')} union all ${of('destroy')} union all ${of('hand-over')}`.execute(db)
  return rows
}

/** Proposals of units the person reads the archive of. */
const proposalsOf = ({ who }: Reader) => sql`(${within(who.reach('archives.manage'), { unit: sql.ref('p.unit_id') })} or ${within(who.reach('archives.approve'), { unit: sql.ref('p.unit_id') })})`

export async function listDisposals(db: Db, reader: Reader, { kind, year, after, limit }: { kind?: DisposalKind; year?: number; after?: string; limit: number }): Promise<(Disposal & { entries: number })[]> {
  const { rows } = await sql<Disposal & { entries: number }>`
    select ${columns}, (select count(*)::int from archives.disposal_entry e where e.disposal_id = p.id) as entries from archives.disposal p
    where ${proposalsOf(reader)} ${kind ? sql`and p.kind = ${kind}` : sql``} ${year ? sql`and p.year = ${year}` : sql``} ${after ? sql`and p.id < ${after}::uuid` : sql``}
    order by p.id desc limit ${limit}`.execute(db)
  return rows
}

export async function disposalFor(db: Db, reader: Reader, id: string): Promise<Disposal | null> {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) return null
  const { rows } = await sql<Disposal>`select ${columns} from archives.disposal p where p.id = ${id} and ${proposalsOf(reader)}`.execute(db)
  return rows[0] ?? null
}

/** A proposal whoever asks; with `lock` nobody else changes it until the transaction ends. */
export async function disposalOf(db: Db | Tx, id: string, lock = false): Promise<Disposal | null> {
  const { rows } = await sql<Disposal>`select ${columns} from archives.disposal p where p.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** Entries in their order. Titles of dossiers are for those who may know of them: others are left out and counted by the caller. */
export async function entriesFor(db: Db, reader: Reader, disposalId: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.dossier_id as "dossierId", e.facts, e.item_ids as "itemIds", e.verdict from archives.disposal_entry e join archives.dossier d on d.id = e.dossier_id
    where e.disposal_id = ${disposalId} and ${dossiersOf(reader)} order by e.position`.execute(db)
  return rows
}

/** Draws up a proposal of dossiers that are due, which stand on no other from now on. */
export async function insertDisposal(tx: Tx, { unitId, kind, asOf, by }: { unitId: string; kind: DisposalKind; asOf: string; by: string | null }, due: readonly Due[]): Promise<Disposal> {
  const year = Number(asOf.slice(0, 4))
  const sequence = await nextNumber(tx, 'disposal', unitId, year)
  const { rows } = await sql<Disposal>`insert into archives.disposal as p (unit_id, kind, year, sequence, as_of, created_by) values (${unitId}, ${kind}, ${year}, ${sequence}, ${asOf}, ${by}) returning ${columns}`.execute(tx)
  const disposal = rows[0]!
  const entries = due.map((dossier, position) => ({ dossier_id: dossier.id, position, item_ids: dossier.itemIds, facts: factsOf(dossier) }))
  await sql`
    insert into archives.disposal_entry (disposal_id, dossier_id, position, facts, item_ids)
    select ${disposal.id}::uuid, dossier_id, position, facts, item_ids from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e (dossier_id uuid, position integer, facts jsonb, item_ids uuid[])`.execute(tx)
  await sql`update archives.dossier set disposal_id = ${disposal.id}, version = version + 1 where id = any(${due.map(({ id }) => id)}::uuid[])`.execute(tx)
  await insertDisposalStep(tx, disposal.id, 'Usul disusun', by)
  return disposal
}

const factsOf = (dossier: Due): Entry['facts'] => ({
  number: `${dossier.sequence}/${dossier.year}`, code: dossier.classification, title: dossier.title, from: dossier.from, to: dossier.to, items: dossier.items, maturity: dossier.maturity,
  closedOn: dossier.closedOn!, active: dossier.activeYears!, inactive: dossier.inactiveYears!, final: dossier.decided ?? dossier.final!, basis: dossier.retentionBasis ?? '', inactiveOn: dossier.inactiveOn!, dueOn: dossier.dueOn!,
})

/** Moves a proposal on; whoever did what stands beside it. */
export async function updateDisposal(tx: Tx, id: string, state: DisposalState, set: Partial<Pick<Disposal, 'proposedBy' | 'assessedBy' | 'decidedBy' | 'minutesNumber' | 'minutesOn' | 'minutesFileId'> & { carriedOutBy: string }> = {}): Promise<void> {
  const names = { proposedBy: 'proposed_by', assessedBy: 'assessed_by', decidedBy: 'decided_by', minutesNumber: 'minutes_number', minutesOn: 'minutes_on', minutesFileId: 'minutes_file_id', carriedOutBy: 'carried_out_by' } as const
  const sets = Object.entries(set).map(([name, value]) => sql`${sql.ref(names[name as keyof typeof names])} = ${value}`)
  await sql`update archives.disposal set ${sql.join([...sets, sql`state = ${state}`, sql`version = version + 1`])} where id = ${id}`.execute(tx)
}

/** Writes the assessment: all as proposed but those named. */
export async function judgeEntries(tx: Tx, id: string, exceptions: Record<Exclude<Verdict, 'agreed'>, readonly string[]>): Promise<void> {
  await sql`update archives.disposal_entry set verdict = case when dossier_id = any(${[...exceptions.retained]}::uuid[]) then 'retained' when dossier_id = any(${[...exceptions.permanent]}::uuid[]) then 'permanent' else 'agreed' end where disposal_id = ${id}`.execute(tx)
}

/** Lets go of dossiers of a proposal that came to nothing, or that it leaves as they are. */
export async function release(tx: Tx, id: string): Promise<void> {
  await sql`update archives.dossier set disposal_id = null, version = version + 1 where disposal_id = ${id}`.execute(tx)
}

export async function insertDisposalStep(tx: Tx, id: string, event: string, by: string | null, remarks: string | null = null): Promise<void> {
  await sql`insert into archives.disposal_step (disposal_id, event, by, remarks) values (${id}, ${event}, ${by}::uuid, ${remarks})`.execute(tx)
}

export async function disposalSteps(db: Db, id: string): Promise<{ event: string; at: Date; by: string | null; remarks: string | null }[]> {
  const { rows } = await sql<{ event: string; at: Date; by: string | null; remarks: string | null }>`select event, at, by, remarks from archives.disposal_step where disposal_id = ${id} order by id`.execute(db)
  return rows
}
