import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Cut } from './rules/cut.ts'
import type { Threshold, Warning } from './rules/discipline.ts'
import type { Counts, KeptDay } from './rules/recap.ts'

export interface Closing {
  id: string
  unitId: string
  month: string
  state: 'moderation' | 'closed'
  deadline: string
  openedBy: string | null
  openedAt: Date
  closedBy: string | null
  closedAt: Date | null
  remarks: string | null
  undecided: number
  letterId: string | null
  version: number
}

/** A month of a person as it was settled. */
export interface Kept {
  id: string
  closingId: string
  employeeId: string
  unitId: string
  counts: Counts
  cut: Cut | null
  /** The allowance when the month was closed, in whole rupiah. */
  base: bigint | null
  version: number
}

const closingColumns = sql`id, unit_id as "unitId", month, state, deadline, opened_by as "openedBy", opened_at as "openedAt", closed_by as "closedBy", closed_at as "closedAt", remarks, undecided, letter_id as "letterId", version`

/** The closing of an agency's month; with `lock` nobody else moves it meanwhile. */
export async function closingOf(db: Db | Tx, unitId: string, month: string, lock = false): Promise<Closing | null> {
  const { rows } = await sql<Closing>`select ${closingColumns} from attendance_recaps.closing where unit_id = ${unitId} and month = ${month}::date ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** One closing, held until the transaction ends. */
export const closingById = async (tx: Tx, id: string): Promise<Closing | null> => (await sql<Closing>`select ${closingColumns} from attendance_recaps.closing where id = ${id} for update`.execute(tx)).rows[0] ?? null

/** Closings of a month, of these units. */
export async function closingsOf(db: Db | Tx, unitIds: readonly string[], from: string, to: string): Promise<Closing[]> {
  const { rows } = await sql<Closing>`select ${closingColumns} from attendance_recaps.closing where unit_id = any(${[...unitIds]}::uuid[]) and month between ${from}::date and ${to}::date order by month, unit_id`.execute(db)
  return rows
}

/** Begins moderation; null when somebody has begun it already. */
export async function insertClosing(tx: Tx, { unitId, month, deadline, by }: { unitId: string; month: string; deadline: string; by: string | null }): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`insert into attendance_recaps.closing (unit_id, month, deadline, opened_by) values (${unitId}, ${month}, ${deadline}, ${by}) on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

export const closeMonth = (tx: Tx, id: string, { by, remarks, undecided, at }: { by: string | null; remarks: string | null; undecided: number; at: Date }) =>
  sql`update attendance_recaps.closing set state = 'closed', closed_by = ${by}, closed_at = ${at}, remarks = ${remarks}, undecided = ${undecided}, version = version + 1 where id = ${id}`.execute(tx)

export const nameLetter = (tx: Tx, id: string, letterId: string) => sql`update attendance_recaps.closing set letter_id = ${letterId} where id = ${id}`.execute(tx)

export interface NewRecap {
  employeeId: string
  unitId: string
  counts: Counts
  days: readonly KeptDay[]
  cut: Cut | null
  base: bigint | null
}

/** Freezes the months of many people, in parts of five hundred. */
export async function insertRecaps(tx: Tx, { id, month }: Pick<Closing, 'id' | 'month'>, cutReference: string | null, recaps: readonly NewRecap[]): Promise<void> {
  for (let at = 0; at < recaps.length; at += 500)
    await sql`insert into attendance_recaps.recap (closing_id, employee_id, month, unit_id, counts, days, cut, cut_reference, base_amount)
      select ${id}, "employeeId", ${month}::date, "unitId", counts, days, cut, ${cutReference}::uuid, base
      from jsonb_to_recordset(${JSON.stringify(recaps.slice(at, at + 500).map(one => ({ ...one, base: one.base === null ? null : String(one.base) })))}::jsonb) as r ("employeeId" uuid, "unitId" uuid, counts jsonb, days jsonb, cut jsonb, base bigint)`.execute(tx)
}

const keptColumns = sql`r.id, r.closing_id as "closingId", r.employee_id as "employeeId", r.unit_id as "unitId", r.counts, r.cut, r.base_amount::text as "baseText", r.version`

/** A row with its amount, which the database hands over as text. */
const withBase = <T extends { baseText: string | null }>({ baseText, ...row }: T) => ({ ...row, base: baseText === null ? null : BigInt(baseText) })
type Raw<T> = Omit<T, 'base'> & { baseText: string | null }

/** Settled months of people of these units, or of these people. */
export async function keptIn(db: Db | Tx, month: string, whose: { unitIds: readonly string[] } | { employeeIds: readonly string[] }): Promise<Kept[]> {
  const { rows } = await sql<Raw<Kept>>`select ${keptColumns} from attendance_recaps.recap r where r.month = ${month}::date and
    ${'unitIds' in whose ? sql`r.unit_id = any(${[...whose.unitIds]}::uuid[])` : sql`r.employee_id = any(${[...whose.employeeIds]}::uuid[])`}`.execute(db)
  return rows.map(withBase)
}

/** Everybody's settled months in a span, without their days. */
export async function countsBetween(db: Db | Tx, employeeIds: readonly string[], from: string, to: string): Promise<{ employeeId: string; month: string; counts: Counts }[]> {
  const { rows } = await sql<{ employeeId: string; month: string; counts: Counts }>`
    select employee_id as "employeeId", month, counts from attendance_recaps.recap where employee_id = any(${[...employeeIds]}::uuid[]) and month between ${from}::date and ${to}::date`.execute(db)
  return rows
}

/** One person's settled month with its days; with `lock` nobody else changes it meanwhile. */
export async function keptOf(db: Db | Tx, employeeId: string, month: string, lock = false): Promise<(Kept & { days: KeptDay[]; cutReference: string | null }) | null> {
  const { rows } = await sql<Raw<Kept & { days: KeptDay[]; cutReference: string | null }>>`
    select ${keptColumns}, r.days, r.cut_reference as "cutReference" from attendance_recaps.recap r where r.employee_id = ${employeeId} and r.month = ${month}::date ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ? withBase(rows[0]) : null
}

/** A day that was put right after closing. */
export interface Change {
  id: string
  day: string
  before: KeptDay
  after: KeptDay
  cutBefore: number | null
  cutAfter: number | null
  reason: string
  basis: string | null
  by: string
  at: Date
}

export async function changesOf(db: Db | Tx, recapId: string): Promise<Change[]> {
  const { rows } = await sql<Change>`select id, day, before, after, cut_before as "cutBefore", cut_after as "cutAfter", reason, basis, by, at from attendance_recaps.change where recap_id = ${recapId} order by version`.execute(db)
  return rows
}

/** Days since one that were put right after closing, with what they became last. */
export async function correctedSince(db: Db | Tx, employeeIds: readonly string[], since: string): Promise<{ employeeId: string; day: string; state: KeptDay['state'] }[]> {
  const { rows } = await sql<{ employeeId: string; day: string; state: KeptDay['state'] }>`
    select distinct on (r.employee_id, c.day) r.employee_id as "employeeId", c.day, c.after ->> 'state' as state from attendance_recaps.change c join attendance_recaps.recap r on r.id = c.recap_id
    where r.employee_id = any(${[...employeeIds]}::uuid[]) and c.day >= ${since}::date order by r.employee_id, c.day, c.version desc`.execute(db)
  return rows
}

/** Records an act and changes the recap with it; the database takes neither without the other. */
export async function changeRecap(tx: Tx, kept: Kept, act: Omit<Change, 'id' | 'at' | 'cutBefore' | 'cutAfter'>, then: Pick<NewRecap, 'counts' | 'days' | 'cut'>): Promise<void> {
  await sql`insert into attendance_recaps.change (recap_id, version, day, before, after, cut_before, cut_after, reason, basis, by)
    values (${kept.id}, ${kept.version + 1}, ${act.day}, ${JSON.stringify(act.before)}::jsonb, ${JSON.stringify(act.after)}::jsonb, ${kept.cut?.total ?? null}, ${then.cut?.total ?? null}, ${act.reason}, ${act.basis}, ${act.by})`.execute(tx)
  await sql`update attendance_recaps.recap set counts = ${JSON.stringify(then.counts)}::jsonb, days = ${JSON.stringify(then.days)}::jsonb, cut = ${then.cut ? JSON.stringify(then.cut) : null}::jsonb, version = version + 1 where id = ${kept.id}`.execute(tx)
}

/** A warning as it was told. */
export interface ToldWarning {
  id: string
  employeeId: string
  unitId: string
  code: string
  since: string
  state: Warning['state']
  days: number
  threshold: Omit<Threshold, 'code'> & { legalBasis: string }
  onDay: string
  postId: string | null
}

/** Writes warnings down, each once; answers those that are new. */
export async function insertWarnings(tx: Tx, warnings: readonly Omit<ToldWarning, 'id'>[]): Promise<ToldWarning[]> {
  if (warnings.length === 0) return []
  const { rows } = await sql<ToldWarning>`
    insert into attendance_recaps.warning (employee_id, unit_id, code, since, state, days, threshold, on_day, post_id)
    select "employeeId", "unitId", code, since, state, days, threshold, "onDay", "postId"
    from jsonb_to_recordset(${JSON.stringify(warnings)}::jsonb) as w ("employeeId" uuid, "unitId" uuid, code text, since date, state text, days int, threshold jsonb, "onDay" date, "postId" uuid)
    on conflict do nothing
    returning id, employee_id as "employeeId", unit_id as "unitId", code, since, state, days, threshold, on_day as "onDay", post_id as "postId"`.execute(tx)
  return rows
}

/** Warnings of a year about people of these units, or about these people, the newest first. */
export async function warningsIn(db: Db | Tx, year: number, whose: { unitIds: readonly string[] } | { employeeIds: readonly string[] }, limit: number): Promise<ToldWarning[]> {
  const { rows } = await sql<ToldWarning>`
    select id, employee_id as "employeeId", unit_id as "unitId", code, since, state, days, threshold, on_day as "onDay", post_id as "postId" from attendance_recaps.warning
    where on_day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date and ${'unitIds' in whose ? sql`unit_id = any(${[...whose.unitIds]}::uuid[])` : sql`employee_id = any(${[...whose.employeeIds]}::uuid[])`}
    order by on_day desc, id desc limit ${limit}`.execute(db)
  return rows
}

/** Months of agencies by what has become of them, for evidence. */
export async function closedByMonth(db: Db | Tx): Promise<{ month: string; agencies: number; people: number; changed: number }[]> {
  const { rows } = await sql<{ month: string; agencies: number; people: number; changed: number }>`
    select c.month, count(*)::int as agencies, sum(r.people)::int as people, sum(r.changed)::int as changed
    from attendance_recaps.closing c cross join lateral (select count(*) as people, count(*) filter (where version > 1) as changed from attendance_recaps.recap where closing_id = c.id) as r
    where c.state = 'closed' group by c.month order by c.month`.execute(db)
  return rows
}
