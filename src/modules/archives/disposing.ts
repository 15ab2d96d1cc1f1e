import { sql, type RawBuilder } from 'kysely'
import { governmentOf } from '#platform/db/government.ts'
import { within } from '#platform/access/who.ts'
import type { Services } from '#platform/web/services.ts'
import type { Decision, Disposing, DisposalKind, DossierState, Due } from './contract.ts'
import { eraseName, unerasedOf } from './erase.ts'
import { dossierColumns, insertStep } from './store.ts'

const resultOf: Record<DisposalKind, DossierState> = { move: 'inactive', destroy: 'destroyed', 'hand-over': 'handed-over' }
const events: Record<DisposalKind, string> = { move: 'Berkas dipindahkan ke arsip inaktif', destroy: 'Berkas dimusnahkan', 'hand-over': 'Berkas diserahkan kepada lembaga kearsipan' }

/** When a dossier is due for each, on a day; `d` is the dossier. */
function dueFor(kind: DisposalKind, day: string): RawBuilder<unknown> {
  if (kind === 'move') return sql`d.proposal_id is null and d.state = 'closed' and d.inactive_on <= ${day}::date`
  const finals = kind === 'destroy' ? ['musnah', 'dinilai-kembali'] : ['permanen']
  return sql`d.proposal_id is null and d.state in ('closed', 'inactive') and d.due_on <= ${day}::date and coalesce(d.decided, d.final) = any(${finals})`
}

const due: Disposing['due'] = async (db, unitId, kind, day, limit, ids) => {
  const { rows } = await sql<Due>`
    select ${dossierColumns}, i.items, i."from", i."to", i."itemIds", i.maturity, exists (select from archives.loan l where l.dossier_id = d.id and l.state = 'lent') as lent
    from archives.dossier d cross join lateral (
      select count(*)::int as items, extract(year from min(i.dated_on))::int as "from", extract(year from max(i.dated_on))::int as "to", coalesce(array_agg(i.id order by i.sequence), '{}') as "itemIds",
        case when bool_and(i.maturity = 'kopi') then 'kopi' when bool_or(i.maturity = 'kopi') then 'campuran' else 'asli' end as maturity
      from archives.item i where i.dossier_id = d.id and i.removed_at is null) i
    where d.unit_id = ${unitId} and ${dueFor(kind, day)} ${ids ? sql`and d.id = any(${[...ids]}::uuid[])` : sql``}
    order by d.due_on, d.year, d.sequence limit ${limit} ${ids ? sql`for update of d` : sql``}`.execute(db)
  return rows
}

const counts: Disposing['counts'] = async (db, who, day) => {
  const of = (kind: DisposalKind) => sql`select d.unit_id as "unitId", ${kind} as kind, count(*)::int as n from archives.dossier d
    where ${dueFor(kind, day)} and ${within(who.reach('archives.manage'), { unit: sql.ref('d.unit_id') })} group by d.unit_id`
  const { rows } = await sql<{ unitId: string; kind: DisposalKind; n: number }>`${of('move')} union all ${of('destroy')} union all ${of('hand-over')}`.execute(db)
  return rows
}

/** What becomes of dossiers that are due: asked by proposals, guarded by triggers. */
export const makeDisposing = ({ jobs }: Pick<Services, 'jobs'>): Disposing => ({
  due,
  counts,
  async hold(tx, proposalId, dossierIds) {
    await sql`update archives.dossier set proposal_id = ${proposalId}, version = version + 1 where id = any(${[...dossierIds]}::uuid[]) and proposal_id is null`.execute(tx)
  },
  async release(tx, proposalId) {
    await sql`update archives.dossier set proposal_id = null, version = version + 1 where proposal_id = ${proposalId}`.execute(tx)
  },
  async settle(tx, decision: Decision) {
    const { proposalId, kind, asOf, agreed, permanent, proposedBy, assessedBy, decidedBy, carriedOutBy, minutes } = decision
    await sql`
      insert into archives.decision (dossier_id, proposal_id, kind, as_of, proposed_by, assessed_by, decided_by, carried_out_by, minutes)
      select d.id, ${proposalId}, ${kind}, ${asOf}, ${proposedBy}, ${assessedBy}, ${decidedBy}, ${carriedOutBy}, ${minutes} from archives.dossier d where d.proposal_id = ${proposalId} and d.id = any(${[...agreed]}::uuid[])`.execute(tx)
    const { rows } = await sql<{ id: string }>`update archives.dossier set state = ${resultOf[kind]}, proposal_id = null, version = version + 1 where proposal_id = ${proposalId} and id = any(${[...agreed]}::uuid[]) returning id`.execute(tx)
    const ids = rows.map(({ id }) => id)
    await sql`update archives.dossier set decided = 'permanen', proposal_id = null, version = version + 1 where proposal_id = ${proposalId} and id = any(${[...permanent]}::uuid[])`.execute(tx)
    await insertStep(tx, ids, events[kind], carriedOutBy, minutes)
    if (kind !== 'destroy') return
    await sql`update archives.item set destroyed_at = now() where dossier_id = any(${ids}::uuid[]) and removed_at is null`.execute(tx)
    await jobs.enqueue(tx, eraseName, await governmentOf(tx), { proposalId })
  },
  unerased: async (db, proposalId) => (await unerasedOf(db, proposalId)).length,
})
