import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Direction, Way } from './contract.ts'
import type { DayScan } from './day.ts'
import type { Reason } from './signals/confidence.ts'
import type { Level } from './signals/signals.ts'
import type { Band, Remembered, Trace } from './signals/trace.ts'

export const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

export type AccuracyBand = 'sharp' | 'about' | 'rough'

/** Somebody came or went, with what was thought of it. */
export interface Scan {
  id: string
  employeeId: string
  at: Date
  direction: Direction
  unitId: string
  way: Way
  distanceBand: Band | null
  accuracyBand: AccuracyBand | null
  level: Level
  score: number
  reasons: Reason[]
  deviceId: string | null
  entryId: string | null
  receivedAt: Date
  deviceAt: Date | null
  flags: readonly string[]
  trace: Omit<Trace, 'at'> | null
  verdict: 'fair' | 'unfair' | null
  verdictAt: Date | null
  verdictNote: string | null
}

const columns = sql`s.id, s.employee_id as "employeeId", s.at, s.direction, s.unit_id as "unitId", s.way, s.distance_band as "distanceBand", s.accuracy_band as "accuracyBand", s.level, s.score, s.reasons,
  s.device_id as "deviceId", s.entry_id as "entryId", s.received_at as "receivedAt", s.device_at as "deviceAt", s.flags, s.trace, s.verdict, s.verdict_at as "verdictAt", s.verdict_note as "verdictNote"`

export type InsertedScan = Omit<Scan, 'id' | 'verdict' | 'verdictAt' | 'verdictNote'>

/** Writes scans down, each once; answers those that are new. */
export async function insertScans(tx: Tx, scans: readonly InsertedScan[]): Promise<{ id: string; employeeId: string; at: Date }[]> {
  if (scans.length === 0) return []
  const rows = scans.map(scan => ({ ...scan, flags: [...scan.flags] }))
  const result = await sql<{ id: string; employeeId: string; at: Date }>`
    insert into attendance.scan (employee_id, at, direction, unit_id, way, distance_band, accuracy_band, level, score, reasons, device_id, entry_id, received_at, device_at, flags, trace)
    select "employeeId", at, direction, "unitId", way, "distanceBand", "accuracyBand", level, score, reasons, "deviceId", "entryId", "receivedAt", "deviceAt", flags, trace
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g ("employeeId" uuid, at timestamptz, direction text, "unitId" uuid, way text, "distanceBand" text, "accuracyBand" text, level text, score real, reasons jsonb,
      "deviceId" uuid, "entryId" uuid, "receivedAt" timestamptz, "deviceAt" timestamptz, flags text[], trace jsonb)
    on conflict do nothing returning id, employee_id as "employeeId", at`.execute(tx)
  return result.rows
}

/** Opens the partitions of the months in which these moments lie. */
export async function openMonths(db: Db | Tx, moments: readonly Date[]): Promise<void> {
  const months = [...new Set(moments.map(at => `${at.toISOString().slice(0, 7)}-01`))]
  if (months.length > 0) await sql`select attendance.open_month(m) from unnest(${months}::date[]) as m`.execute(db)
}

/** Marks of a scan as it travels in one text for each person; doubtful ones nobody looked at in capitals, unfair ones struck out. */
const marks: Record<string, Omit<DayScan, 'at'>> = {
  i: { direction: 'in' }, o: { direction: 'out' }, I: { direction: 'in', doubtful: true }, O: { direction: 'out', doubtful: true }, x: { direction: 'in', unfair: true }, y: { direction: 'out', unfair: true },
}

/** What states of days need, of many people at once: one row for each of them, because of a month there are sixty scans. */
export async function scansBetween(db: Db | Tx, employeeIds: readonly string[], from: Date, to: Date): Promise<Map<string, DayScan[]>> {
  if (employeeIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; scans: string }>`
    select employee_id as id, string_agg((extract(epoch from at) * 1000)::bigint::text || case
        when verdict = 'unfair' then case direction when 'in' then 'x' else 'y' end
        when level = 'doubtful' and verdict is null then case direction when 'in' then 'I' else 'O' end
        else case direction when 'in' then 'i' else 'o' end end, ' ' order by at) as scans
    from attendance.scan where employee_id = any(${[...employeeIds]}::uuid[]) and at >= ${from} and at < ${to} group by employee_id`.execute(db)
  return new Map(rows.map(({ id, scans }) => [id, scans.split(' ').map((text): DayScan => ({ at: new Date(Number(text.slice(0, -1))), ...marks[text.slice(-1)]! }))]))
}

/** Somebody's scans in a span, the first one first. */
export async function scansOf(db: Db | Tx, employeeId: string, from: Date, to: Date): Promise<Scan[]> {
  const { rows } = await sql<Scan>`select ${columns} from attendance.scan s where s.employee_id = ${employeeId} and s.at >= ${from} and s.at < ${to} order by s.at limit 1000`.execute(db)
  return rows
}

/** A check-in that is to be compared with those before it. */
export interface Compared {
  employeeId: string
  deviceId: string | null
  at: Date
}

/** What check-ins are compared with: for each the latest of the person's before it and since a moment, the oldest first. One text a person, because of two months there are sixty. */
export async function tracesBefore(db: Db | Tx, checks: readonly Compared[], days: number): Promise<Remembered[][]> {
  const { rows } = await sql<{ traces: string | null }>`
    select (select '[' || string_agg('[' || (extract(epoch from t.at) * 1000)::bigint || ',' || t.trace::text || ']', ',' order by t.at) || ']' from (
        select s.at, s.trace - '{looked,level,borneOut}'::text[] as trace from attendance.scan s where s.employee_id = c.employee and s.at >= c.since and s.at < c.at and s.trace is not null order by s.at desc limit 60) as t) as traces
    from unnest(${checks.map(one => one.employeeId)}::uuid[], ${checks.map(one => daysBefore(one.at, days))}::timestamptz[], ${checks.map(one => one.at)}::timestamptz[]) with ordinality as c (employee, since, at, n) order by c.n`.execute(db)
  return rows.map(({ traces }) => (JSON.parse(traces ?? '[]') as [number, Omit<Remembered, 'at'>][]).map(([at, trace]) => ({ ...trace, at: new Date(at) })))
}

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000)

/** Traces of people of these units in whose check-ins something unusual showed on so many days since a moment; the oldest first, by person. */
export async function tracesWithSigns(db: Db | Tx, unitIds: readonly string[], since: Date, days: number): Promise<Map<string, Trace[]>> {
  const { rows } = await sql<{ employeeId: string; at: Date; trace: Omit<Trace, 'at'> }>`
    with shown as (
      select employee_id from attendance.scan where unit_id = any(${[...unitIds]}::uuid[]) and at >= ${since} and trace is not null and trace -> 'shown' <> '[]'::jsonb
      group by employee_id having count(distinct trace ->> 'day') >= ${days} limit 500)
    select s.employee_id as "employeeId", s.at, s.trace from shown join attendance.scan s on s.employee_id = shown.employee_id and s.at >= ${since} and s.trace is not null order by s.at`.execute(db)
  return new Map([...Map.groupBy(rows, row => row.employeeId)].map(([id, own]) => [id, own.map(({ at, trace }) => ({ ...trace, at }))]))
}

/**
 * How the devices of check-ins were used in these days, all keys of a browser together: by this person since when, by others
 * since when, and by how many others around the moment. One that stands in an office is nobody's, and others there say nothing.
 */
export async function deviceUses(db: Db | Tx, checks: readonly Compared[], days: number): Promise<{ mine: Date | null; theirs: Date | null; others: number; office: boolean }[]> {
  const { rows } = await sql<{ mine: Date | null; theirs: Date | null; others: number; office: boolean }>`
    select case when o.id is null then u.mine end as mine, case when o.id is null then u.theirs end as theirs, case when o.id is null then u.others else 0 end as others, o.id is not null as office
    from unnest(${checks.map(one => one.deviceId)}::uuid[], ${checks.map(one => one.employeeId)}::uuid[], ${checks.map(one => daysBefore(one.at, days))}::timestamptz[], ${checks.map(one => one.at)}::timestamptz[]) with ordinality as c (device, employee, since, at, n)
    left join attendance.device b on b.device_id = c.device left join attendance.office_device o on o.browser = b.browser and o.ended_at is null
    cross join lateral (
      select min(s.at) filter (where s.employee_id = c.employee) as mine, min(s.at) filter (where s.employee_id <> c.employee) as theirs,
        count(distinct s.employee_id) filter (where s.employee_id <> c.employee and s.at between c.at - interval '10 minutes' and c.at + interval '10 minutes')::int as others
      from attendance.scan s where s.device_id = any (case when b.browser is null then array[c.device] else array(select d.device_id from attendance.device d where d.browser = b.browser) end)
        and s.at >= c.since and s.at < c.at + interval '1 hour') as u order by c.n`.execute(db)
  return rows
}

/** One scan; with `lock` nobody else judges it meanwhile. */
export async function scanById(db: Db | Tx, id: string, lock = false): Promise<Scan | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Scan>`select ${columns} from attendance.scan s where s.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** One while it waits for its superior. */
export async function waitingScan(db: Db | Tx, id: string): Promise<Scan | null> {
  const scan = await scanById(db, id)
  return scan?.level === 'doubtful' && scan.verdict === null ? scan : null
}

/** Doubtful ones nobody looked at, of these units, the oldest first; one's own are for somebody else. */
export async function doubtfulIn(db: Db | Tx, unitIds: readonly string[], except: string | null, limit: number): Promise<Scan[]> {
  const { rows } = await sql<Scan>`
    select ${columns} from attendance.scan s where s.level = 'doubtful' and s.verdict is null and s.unit_id = any(${[...unitIds]}::uuid[]) and s.employee_id is distinct from ${except}::uuid
    order by s.at limit ${limit}`.execute(db)
  return rows
}

export const judgeScan = (tx: Tx, { id, at }: Pick<Scan, 'id' | 'at'>, verdict: 'fair' | 'unfair', by: string, note: string | null) =>
  sql`update attendance.scan set verdict = ${verdict}, verdict_by = ${by}, verdict_at = now(), verdict_note = ${note} where id = ${id} and at = ${at} and verdict is null`.execute(tx)

export const insertVouch = (tx: Tx, at: Date, employeeId: string, by: string) => sql`insert into attendance.vouch (at, employee_id, by_employee) values (${at}, ${employeeId}, ${by})`.execute(tx)

/** Who vouched for somebody, and for those who did, since a moment. */
export async function vouchesBehind(db: Db | Tx, employeeId: string, since: Date): Promise<{ by: string; of: string }[]> {
  const { rows } = await sql<{ by: string; of: string }>`
    with recursive behind as (
      select by_employee as by, employee_id as of, 1 as depth from attendance.vouch where employee_id = ${employeeId} and at >= ${since}
      union
      select v.by_employee, v.employee_id, b.depth + 1 from behind b join attendance.vouch v on v.employee_id = b.by and v.at >= ${since} where b.depth < 6)
    select distinct by, of from behind limit 500`.execute(db)
  return rows
}

/** Erases what check-ins are compared with once it is older than that. */
export const eraseTraces = (db: Db, before: Date) => sql`update attendance.scan set trace = null where at < ${before} and at >= ${before}::timestamptz - interval '60 days' and trace is not null`.execute(db)
