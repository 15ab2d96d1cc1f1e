import { sql } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { EntryState } from '../contract.ts'
import type { Rhythm } from '#platform/time/period.ts'

/** A line of a year's plan; entries of the daftar data without one have no day yet. */
export interface PlanEntry {
  datasetId: string
  title: string
  unitId: string
  every: Rhythm
  state: EntryState
  priority: boolean
  dueOn: string | null
  /** Whether a release of that year is shown. */
  delivered: boolean
}

/** The year's plan: entries that are listed, and whatever was agreed for the year; priorities first. */
export async function planOf(db: Db, reach: Reach | null, year: number): Promise<PlanEntry[]> {
  const { rows } = await sql<PlanEntry>`
    select d.id as "datasetId", d.title, d.unit_id as "unitId", d.every, d.state, coalesce(p.priority, false) as priority, p.due_on as "dueOn",
      exists (select 1 from datasets.release r where r.dataset_id = d.id and r.state = 'published' and left(r.period, 4) = ${String(year)}) as delivered
    from datasets.dataset d left join datasets.plan p on p.dataset_id = d.id and p.year = ${year}
    where (d.state = 'listed' or p.dataset_id is not null) and d.origin <> 'module' and ${within(reach, { unit: sql.ref('d.unit_id') })}
    order by coalesce(p.priority, false) desc, p.due_on nulls last, d.title limit 1000`.execute(db)
  return rows
}

/** Sets the plan of a year for these entries; answers how many lines differ from before. */
export async function agreePlan(tx: Tx, year: number, lines: readonly Pick<PlanEntry & { dueOn: string }, 'datasetId' | 'priority' | 'dueOn'>[], by: string): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into datasets.plan (dataset_id, year, priority, due_on, agreed_by)
    select d.id, ${year}, line.priority, line.due_on, ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(lines.map(({ datasetId, priority, dueOn }) => ({ id: datasetId, priority, due_on: dueOn })))}::jsonb) as line (id uuid, priority boolean, due_on date)
    join datasets.dataset d on d.id = line.id
    on conflict (dataset_id, year) do update set priority = excluded.priority, due_on = excluded.due_on, agreed_by = excluded.agreed_by, agreed_at = now()
    where (plan.priority, plan.due_on) is distinct from (excluded.priority, excluded.due_on)`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
