import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Duties } from '#modules/schedules/contract.ts'
import type { Duty, Member, Shift } from './roster.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

/** Who of a unit is on duty in a month. */
export interface Roster {
  id: string
  unitId: string
  /** Its first day. */
  month: string
  state: 'draft' | 'published'
  cycle: string | null
  publishedAt: Date | null
  version: number
}

const shiftColumns = ['id', 'unit_id as unitId', 'letter', 'name', 'starts', 'ends', 'minutes', 'on_holidays as onHolidays', 'closed'] as const
const rosterColumns = ['id', 'unit_id as unitId', 'month', 'state', 'cycle', 'published_at as publishedAt', 'version'] as const

type RosterRow = Omit<Roster, 'state'> & { state: string }
const rosterOf = (row: RosterRow): Roster => ({ ...row, state: row.state === 'published' ? 'published' : 'draft' })

/** Shifts of these units by their beginning, closed ones included. */
export const shiftsOf = (db: Db | Tx, unitIds: readonly string[]): Promise<Shift[]> =>
  tables(db).selectFrom('rosters.shift').select(shiftColumns).where(sql<SqlBool>`unit_id = any(${[...unitIds]}::uuid[])`).orderBy('starts').orderBy('letter').orderBy('id').execute()

export const shiftById = async (db: Db | Tx, id: string): Promise<Shift | null> =>
  isId(id) ? ((await tables(db).selectFrom('rosters.shift').select(shiftColumns).where('id', '=', id).executeTakeFirst()) ?? null) : null

type ShiftFacts = Omit<Shift, 'id' | 'unitId' | 'closed'>
const written = ({ letter, name, starts, ends, minutes, onHolidays }: ShiftFacts) => ({ letter, name, starts, ends, minutes, on_holidays: onHolidays })

export const insertShift = async (tx: Tx, unitId: string, shift: ShiftFacts, by: string | null): Promise<string> =>
  (await tables(tx).insertInto('rosters.shift').values({ unit_id: unitId, by, ...written(shift) }).returning('id').executeTakeFirstOrThrow()).id

export const updateShift = (tx: Tx, id: string, shift: ShiftFacts) => tables(tx).updateTable('rosters.shift').set(written(shift)).where('id', '=', id).execute()

export const closeShift = (tx: Tx, id: string) => tables(tx).updateTable('rosters.shift').set({ closed: true }).where('id', '=', id).execute()

/** Whether a shift stands on any roster. */
export const isUsed = async (db: Db | Tx, id: string): Promise<boolean> => Boolean(await tables(db).selectFrom('rosters.duty').select('day').where('shift_id', '=', id).limit(1).executeTakeFirst())

export async function rosterById(db: Db | Tx, id: string, lock = false): Promise<Roster | null> {
  if (!isId(id)) return null
  const query = tables(db).selectFrom('rosters.roster').select(rosterColumns).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? rosterOf(row) : null
}

/** Rosters of these units, the latest month first; `published` leaves drafts out. */
export async function rostersOf(db: Db | Tx, unitIds: readonly string[], limit: number, published = false): Promise<Roster[]> {
  let query = tables(db).selectFrom('rosters.roster').select(rosterColumns).where(sql<SqlBool>`unit_id = any(${[...unitIds]}::uuid[])`).orderBy('month', 'desc').orderBy('id').limit(limit)
  if (published) query = query.where('state', '=', 'published')
  return (await query.execute()).map(rosterOf)
}

/** Published rosters with this person on them, the latest month first. */
export async function rostersWith(db: Db | Tx, employeeId: string, limit: number): Promise<Roster[]> {
  const rows = await tables(db).selectFrom('rosters.roster').select(rosterColumns).where('state', '=', 'published').where(sql<SqlBool>`id in (select roster_id from rosters.member where employee_id = ${employeeId}::uuid)`).orderBy('month', 'desc').limit(limit).execute()
  return rows.map(rosterOf)
}

/** Answers the id, or null when the unit has one for the month. */
export const insertRoster = async (tx: Tx, { unitId, month, cycle, by }: Pick<Roster, 'unitId' | 'month' | 'cycle'> & { by: string | null }): Promise<string | null> =>
  (await tables(tx).insertInto('rosters.roster').values({ unit_id: unitId, month, cycle, by }).onConflict(one => one.constraint('roster_once').doNothing()).returning('id').executeTakeFirst())?.id ?? null

export const deleteRoster = (tx: Tx, id: string) => tables(tx).deleteFrom('rosters.roster').where('id', '=', id).where('state', '=', 'draft').execute()

/** Marks a change, so that who edits an older version is told. */
export const touchRoster = (tx: Tx, id: string, changes: { cycle?: string | null; publishedAt?: Date } = {}) =>
  tables(tx).updateTable('rosters.roster').set({ version: sql`version + 1`, cycle: changes.cycle, ...(changes.publishedAt ? { state: 'published', published_at: changes.publishedAt } : {}) }).where('id', '=', id).execute()

/** Who is on a roster, in its order. */
export const membersOf = (db: Db | Tx, rosterId: string): Promise<Member[]> =>
  tables(db).selectFrom('rosters.member').select(['employee_id as employeeId', 'turn']).where('roster_id', '=', rosterId).orderBy('position').orderBy('employee_id').execute()

/** Makes these the members, in this order; who is no longer one loses their shifts on it. */
export async function setMembers(tx: Tx, rosterId: string, members: readonly Member[]): Promise<void> {
  await sql`delete from rosters.member where roster_id = ${rosterId}::uuid and employee_id <> all(${members.map(one => one.employeeId)}::uuid[])`.execute(tx)
  await sql`insert into rosters.member (roster_id, employee_id, position, turn)
    select ${rosterId}::uuid, m.id, m.n, m.turn from unnest(${members.map(one => one.employeeId)}::uuid[], ${members.map((_, i) => i)}::int[], ${members.map(one => one.turn)}::int[]) as m (id, n, turn)
    on conflict (roster_id, employee_id) do update set position = excluded.position, turn = excluded.turn`.execute(tx)
}

const dutyColumns = sql`d.employee_id as "employeeId", d.day, d.shift_id as "shiftId", to_char(d.from_at, 'YYYY-MM-DD"T"HH24:MI') as "from", to_char(d.until_at, 'YYYY-MM-DD"T"HH24:MI') as until, d.minutes`

/** Shifts on a roster. */
export const dutiesOf = async (db: Db | Tx, rosterId: string): Promise<Duty[]> =>
  (await sql<Duty>`select ${dutyColumns} from rosters.duty d where d.roster_id = ${rosterId}::uuid order by d.day`.execute(db)).rows

/** Shifts of these people on some days, on whatever rosters. */
export const dutiesAround = async (db: Db | Tx, employeeIds: readonly string[], from: string, to: string): Promise<(Duty & { rosterId: string })[]> =>
  (await sql<Duty & { rosterId: string }>`select ${dutyColumns}, d.roster_id as "rosterId" from rosters.duty d where d.employee_id = any(${[...employeeIds]}::uuid[]) and d.day between ${from}::date and ${to}::date order by d.day`.execute(db)).rows

/** A person on a day. */
export interface Cell {
  employeeId: string
  day: string
}

/** Takes away what stands in these cells and writes what shall. */
export async function writeDuties(tx: Tx, rosterId: string, cells: readonly Cell[], duties: readonly Duty[]): Promise<void> {
  await sql`delete from rosters.duty d using unnest(${cells.map(one => one.employeeId)}::uuid[], ${cells.map(one => one.day)}::date[]) as c (id, day)
    where d.roster_id = ${rosterId}::uuid and d.employee_id = c.id and d.day = c.day`.execute(tx)
  await sql`insert into rosters.duty (roster_id, employee_id, day, shift_id, from_at, until_at, minutes)
    select ${rosterId}::uuid, "employeeId", day, "shiftId", "from", until, minutes
    from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) as d ("employeeId" uuid, day date, "shiftId" uuid, "from" timestamp, until timestamp, minutes integer)`.execute(tx)
}

/** A cell that was changed after publication. */
export interface Change extends Cell {
  was: string
  becomes: string
  reason: string
  by: string | null
  at: Date
}

export const insertChanges = async (tx: Tx, rosterId: string, changes: readonly Omit<Change, 'at'>[]): Promise<void> => {
  if (changes.length > 0) await tables(tx).insertInto('rosters.change').values(changes.map(one => ({ roster_id: rosterId, employee_id: one.employeeId, day: one.day, was: one.was, becomes: one.becomes, reason: one.reason, by: one.by }))).execute()
}

/** The latest changes of a roster, newest first. */
export const changesOf = (db: Db | Tx, rosterId: string, limit: number): Promise<Change[]> =>
  tables(db).selectFrom('rosters.change').select(['employee_id as employeeId', 'day', 'was', 'becomes', 'reason', 'by', 'at']).where('roster_id', '=', rosterId).orderBy('id', 'desc').limit(limit).execute()

/** What published rosters say of people, for whoever asks when they work; in two queries. */
export const publishedDuties: Duties = {
  async of(db, employeeIds, from, to) {
    const ids = [...employeeIds]
    const { rows: rostered } = await sql<{ employeeId: string; month: string }>`
      select m.employee_id as "employeeId", to_char(r.month, 'YYYY-MM') as month from rosters.member m join rosters.roster r on r.id = m.roster_id
      where r.state = 'published' and m.employee_id = any(${ids}::uuid[]) and r.month between date_trunc('month', ${from}::date) and ${to}::date`.execute(db)
    if (rostered.length === 0) return { rostered, shifts: [] }
    const on = [...new Set(rostered.map(one => one.employeeId))]
    const { rows: shifts } = await sql<Awaited<ReturnType<Duties['of']>>['shifts'][number]>`
      select d.employee_id as "employeeId", d.day, s.name, to_char(d.from_at, 'YYYY-MM-DD"T"HH24:MI') as "from", to_char(d.until_at, 'YYYY-MM-DD"T"HH24:MI') as until, d.minutes as "minutesDue"
      from rosters.duty d join rosters.roster r on r.id = d.roster_id join rosters.shift s on s.id = d.shift_id
      where r.state = 'published' and d.employee_id = any(${on}::uuid[]) and d.day between ${from}::date and ${to}::date`.execute(db)
    return { rostered, shifts }
  },
}

/** How many rosters were published by month, for evidence. */
export async function publishedByMonth(db: Db): Promise<{ month: Date; rosters: number; people: number }[]> {
  const { rows } = await sql<{ month: Date; rosters: number; people: number }>`
    select date_trunc('month', r.published_at) as month, count(*)::int as rosters, sum((select count(*) from rosters.member m where m.roster_id = r.id))::int as people
    from rosters.roster r where r.state = 'published' group by 1 order by 1`.execute(db)
  return rows
}

/** Of the rosters that are published for a day: how many have somebody on duty then. */
export async function coverageOn(db: Db, day: string): Promise<{ covered: number; of: number }> {
  const { rows } = await sql<{ covered: number; of: number }>`
    select count(*)::int as of, count(*) filter (where exists (select from rosters.duty d where d.roster_id = r.id and d.day = ${day}::date))::int as covered
    from rosters.roster r where r.state = 'published' and r.month = date_trunc('month', ${day}::date)::date`.execute(db)
  return rows[0]!
}
